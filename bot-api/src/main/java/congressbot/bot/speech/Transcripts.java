package congressbot.bot.speech;

import congressbot.wire.message.MessageId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.SetParams;

/// What was heard lately, in Redis as `asr:{message}`: a turn that is repeated pays nothing. Without Redis it pays
/// again.
public final class Transcripts {
    /// Longer than a message is tried again.
    private static final Duration KEPT = Duration.ofHours(24);

    private static final Logger LOG = LoggerFactory.getLogger(Transcripts.class);

    private final UnifiedJedis redis;

    public Transcripts(UnifiedJedis redis) {
        this.redis = redis;
    }

    Optional<String> find(MessageId message) {
        try {
            return Optional.ofNullable(redis.get(key(message)));
        } catch (JedisException e) {
            note(e);
            return Optional.empty();
        }
    }

    void keep(MessageId message, String text) {
        try {
            redis.set(key(message), text, SetParams.setParams().ex(KEPT.toSeconds()));
        } catch (JedisException e) {
            note(e);
        }
    }

    /// What people took back is forgotten.
    public void forget(List<MessageId> messages) {
        if (messages.isEmpty()) {
            return;
        }
        try {
            redis.del(messages.stream().map(Transcripts::key).toArray(String[]::new));
        } catch (JedisException e) {
            note(e); // it goes by itself within a day
        }
    }

    /// Where it stands in Redis.
    public static String key(MessageId message) {
        return "asr:" + message.value();
    }

    private static void note(JedisException e) {
        LOG.atWarn().addKeyValue("failure", e.getClass().getSimpleName()).log("no cache of transcripts, going on");
    }
}
