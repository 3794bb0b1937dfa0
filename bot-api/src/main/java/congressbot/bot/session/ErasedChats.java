package congressbot.bot.session;

import congressbot.wire.message.ConversationId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.SetParams;

/// Which conversation a chat went on in when it was erased, in Redis as `erased:{conversation}`: its ids
/// are stored nowhere else any more, and what counts against abuse must not be reset by erasing.
public final class ErasedChats {
    /// As long as hits on other people's registrations are counted.
    private static final Duration KEPT = Duration.ofDays(1);

    private static final Logger LOG = LoggerFactory.getLogger(ErasedChats.class);

    private final UnifiedJedis redis;

    public ErasedChats(UnifiedJedis redis) {
        this.redis = redis;
    }

    public Optional<Long> find(ConversationId chat) {
        try {
            return Optional.ofNullable(redis.get(key(chat))).map(Long::valueOf);
        } catch (JedisException e) {
            note(e);
            return Optional.empty();
        }
    }

    /// Keeps it, and deletes what an older version kept of the chat.
    ///
    /// @param names under which the chat was known
    public void keep(List<ConversationId> names, long conversation) {
        try {
            for (ConversationId name : names) {
                redis.set(
                        key(name),
                        Long.toString(conversation),
                        SetParams.setParams().ex(KEPT.toSeconds()));
                redis.del("session:" + name.value());
            }
        } catch (JedisException e) {
            note(e);
        }
    }

    private static String key(ConversationId chat) {
        return "erased:" + chat.value();
    }

    private static void note(JedisException e) {
        LOG.atWarn().addKeyValue("failure", e.getClass().getSimpleName()).log("Redis knows of no erased chats now");
    }
}
