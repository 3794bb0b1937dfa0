package congressbot.bot.session;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.conversation.Snapshot;
import congressbot.bot.registration.State;
import congressbot.bot.text.Language;
import congressbot.wire.message.ConversationId;
import congressbot.wire.message.MessageId;
import congressbot.wire.queue.RedisConnections;
import congressbot.wire.testing.TestRedis;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import redis.clients.jedis.UnifiedJedis;

/// What every session store holds to.
class SessionStoreTest {
    private static final Duration TTL = Duration.ofMinutes(1);
    private static final Instant SEEN = Instant.parse("2026-11-20T12:00:00Z");
    private static final ConversationId MARIA = ConversationId.parse("gowa:1:5562998765432@s.whatsapp.net");
    private static final ConversationId JOSE = ConversationId.parse("gowa:1:5562911112222@s.whatsapp.net");

    static Stream<Named<SessionStore>> stores() {
        return Stream.of(
                Named.of("memory", new MemorySessions(TTL)),
                Named.of("redis", new RedisSessions(TestRedis.emptied(), TTL)),
                Named.of("redis that is away", new RedisSessions(nobody(), TTL)));
    }

    @ParameterizedTest
    @MethodSource("stores")
    void what_is_kept_is_found(SessionStore store) {
        store.keep(MARIA, version(1));

        assertThat(store.find(MARIA)).contains(version(1));
        assertThat(store.find(JOSE)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("stores")
    void an_older_version_never_replaces_a_newer_one(SessionStore store) {
        store.keep(MARIA, version(3));
        store.keep(MARIA, version(2));

        assertThat(store.find(MARIA)).contains(version(3));
    }

    @ParameterizedTest
    @MethodSource("stores")
    void what_is_forgotten_is_gone_and_may_be_kept_anew(SessionStore store) {
        store.keep(MARIA, version(3));
        store.forget(MARIA);

        assertThat(store.find(MARIA)).isEmpty();
        store.keep(MARIA, version(2));
        assertThat(store.find(MARIA)).contains(version(2));
    }

    @ParameterizedTest
    @MethodSource("stores")
    void forgetting_what_was_heard_leaves_the_sessions(SessionStore store) {
        store.keep(MARIA, version(1));

        store.forgetHeard(List.of(MessageId.parse("gowa:1:3A01")));

        assertThat(store.find(MARIA)).contains(version(1));
    }

    @Test
    void a_session_of_another_shape_counts_as_forgotten() {
        try (UnifiedJedis redis = TestRedis.emptied()) {
            SessionStore store = new RedisSessions(redis, TTL);
            redis.set("session:" + MARIA.value(), "{\"version\":\"soon\"");

            assertThat(store.find(MARIA)).isEmpty();
            store.keep(MARIA, version(1));
            assertThat(store.find(MARIA)).contains(version(1));
        }
    }

    @Test
    void a_session_that_an_older_version_kept_is_found() {
        try (UnifiedJedis redis = TestRedis.emptied()) {
            redis.set("session:" + MARIA.value(), """
                    {"contact":7,"conversation":8,"version":1,"state":{"type":"idle","tries":0},"aliases":["x@lid"]}
                    """);

            assertThat(new RedisSessions(redis, TTL).find(MARIA))
                    .contains(new Snapshot(
                            OptionalLong.of(7),
                            OptionalLong.of(8),
                            1,
                            State.START,
                            List.of("x@lid"),
                            Language.PORTUGUESE,
                            Optional.empty(),
                            Optional.empty()));
        }
    }

    @Test
    void a_session_ends_by_itself() {
        try (UnifiedJedis redis = TestRedis.emptied()) {
            new RedisSessions(redis, TTL).keep(MARIA, version(1));

            assertThat(redis.pttl("session:" + MARIA.value())).isBetween(1L, TTL.toMillis());
        }
    }

    private static Snapshot version(long version) {
        return new Snapshot(
                OptionalLong.of(7),
                OptionalLong.of(8),
                version,
                State.START,
                List.of("x@lid"),
                Language.ENGLISH,
                Optional.of(SEEN),
                Optional.empty());
    }

    private static UnifiedJedis nobody() {
        return RedisConnections.open(URI.create("redis://127.0.0.1:1"), 1);
    }
}
