package congressbot.bot.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import congressbot.bot.conversation.Snapshot;
import congressbot.bot.speech.Transcripts;
import congressbot.wire.Json;
import congressbot.wire.message.ConversationId;
import congressbot.wire.message.MessageId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

/// Sessions in Redis, `session:{conversation}`; in memory while Redis does not answer.
public final class RedisSessions implements SessionStore {
    private static final Logger LOG = LoggerFactory.getLogger(RedisSessions.class);
    private static final String KEEP = script("keep.lua");

    private final UnifiedJedis redis;
    private final Duration ttl;
    private final MemorySessions fallback;

    public RedisSessions(UnifiedJedis redis, Duration ttl) {
        this.redis = redis;
        this.ttl = ttl;
        this.fallback = new MemorySessions(ttl);
    }

    @Override
    public Optional<Snapshot> find(ConversationId conversation) {
        try {
            return Optional.ofNullable(redis.get(key(conversation))).flatMap(RedisSessions::read);
        } catch (JedisException e) {
            note(e);
            return fallback.find(conversation);
        }
    }

    @Override
    public void keep(ConversationId conversation, Snapshot snapshot) {
        try {
            redis.eval(
                    KEEP,
                    List.of(key(conversation)),
                    List.of(
                            Long.toString(snapshot.version()),
                            Json.write(snapshot),
                            Long.toString(Math.max(1, ttl.toMillis()))));
        } catch (JedisException e) {
            note(e);
            fallback.keep(conversation, snapshot);
        }
    }

    @Override
    public void forget(ConversationId conversation) {
        fallback.forget(conversation);
        try {
            redis.del(key(conversation));
        } catch (JedisException e) {
            note(e);
        }
    }

    @Override
    public void forgetHeard(List<MessageId> messages) {
        try {
            redis.del(messages.stream().map(Transcripts::key).toArray(String[]::new));
        } catch (JedisException e) {
            note(e); // it goes by itself within a day
        }
    }

    private static String key(ConversationId conversation) {
        return "session:" + conversation.value();
    }

    /// A snapshot of another shape counts as forgotten.
    private static Optional<Snapshot> read(String json) {
        try {
            return Optional.of(Json.read(json, Snapshot.class));
        } catch (JsonProcessingException e) {
            LOG.atWarn()
                    .addKeyValue("failure", e.getClass().getSimpleName())
                    .log("unreadable session, reading PostgreSQL");
            return Optional.empty();
        }
    }

    private static void note(JedisException e) {
        LOG.atWarn().addKeyValue("failure", e.getClass().getSimpleName()).log("no session cache, going on from memory");
    }

    private static String script(String name) {
        try (InputStream file = Objects.requireNonNull(RedisSessions.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
