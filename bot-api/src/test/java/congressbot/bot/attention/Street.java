package congressbot.bot.attention;

import congressbot.bot.account.AuditLog;
import congressbot.bot.account.Witness;
import congressbot.bot.conversation.Conversing;
import congressbot.bot.outbox.FactDrain;
import congressbot.bot.outbox.Outbox;
import congressbot.bot.outbox.Relay;
import congressbot.bot.session.SnapshotCache;
import congressbot.bot.testing.FakeGateway;
import congressbot.bot.testing.Rooms;
import congressbot.bot.testing.TestDatabase;
import congressbot.wire.gateway.GatewayClient;
import congressbot.wire.gateway.SendAnswer;
import congressbot.wire.http.Bodies;
import congressbot.wire.http.Headers;
import congressbot.wire.http.HttpCaller;
import congressbot.wire.queue.ConversationQueue;
import congressbot.wire.queue.QueueLimits;
import congressbot.wire.testing.TestRedis;
import io.javalin.Javalin;
import io.javalin.http.Context;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import redis.clients.jedis.UnifiedJedis;

/// Everything that a chat passes through, over real stores, with nothing running by itself.
final class Street implements AutoCloseable {
    static final Witness ANA = new Witness("default", OptionalLong.of(1), "Ana Prado");
    static final Witness RUI = new Witness("default", OptionalLong.of(2), "Rui Lobo");

    /// So early that hours may pass without what the database calls now.
    final Clock time = new Clock(Instant.parse("2026-01-05T12:00:00Z"));
    final Jdbi jdbi = TestDatabase.emptied();
    final UnifiedJedis redis = TestRedis.emptied();
    final ConversationQueue queue = new ConversationQueue(redis, QueueLimits.defaults());
    final Outbox outbox = new Outbox(jdbi);
    final SnapshotCache snapshots = new SnapshotCache();
    final Conversing conversing = Rooms.conversing(jdbi, redis, queue, snapshots, time);
    final FactDrain facts = new FactDrain(jdbi, queue, Rooms.numbers(jdbi, time), _ -> {});
    final Attending attending = Attending.over(
            // Of another process: what that one holds is not told.
            new Attending.Stores(jdbi, outbox, queue, new SnapshotCache(), Rooms.alerts(jdbi, time)),
            Rooms.sample(),
            new AuditLog(jdbi, time),
            () -> {},
            time);
    final HandyGateway gateway = new HandyGateway(queue);

    /// What the bridge makes of a send of the relay.
    Function<String, Integer> bridge = _ -> 200;

    private final Javalin server = Javalin.create(config -> {
                config.startup.showJavalinBanner = false;
                config.routes.post("/send-text", this::send);
            })
            .start("127.0.0.1", 0);
    private final HttpCaller http = new HttpCaller(1);
    final Relay relay = new Relay(
            outbox,
            new GatewayClient(
                    http, URI.create("http://127.0.0.1:" + server.port()), FakeGateway.KEY, Duration.ofSeconds(5)),
            Optional.empty(),
            new SimpleMeterRegistry(),
            time);

    /// A clock that a test moves, and in which something may happen while it is read.
    static final class Clock implements InstantSource {
        private Instant now;
        private Optional<Runnable> next = Optional.empty();

        Clock(Instant start) {
            now = start;
        }

        void pass(Duration span) {
            now = now.plus(span);
        }

        /// When it is read next, this happens first, once.
        void before(Runnable deed) {
            next = Optional.of(deed);
        }

        void forget() {
            next = Optional.empty();
        }

        @Override
        public Instant instant() {
            Optional<Runnable> deed = next;
            next = Optional.empty();
            deed.ifPresent(Runnable::run);
            return now;
        }
    }

    @Override
    public void close() {
        server.stop();
        http.close();
        redis.close();
    }

    private void send(Context call) {
        String key = Objects.requireNonNull(call.header(Headers.IDEMPOTENCY_KEY));
        switch (gateway.begin(key)) {
            case HandyGateway.Begun.InFlight() -> call.status(409);
            case HandyGateway.Begun.SentBefore(String messageId) -> Bodies.answer(call, new SendAnswer(messageId));
            case HandyGateway.Begun.AtTheBridge() -> atTheBridge(call, key);
        }
    }

    private void atTheBridge(Context call, String key) {
        int status = bridge.apply(key);
        call.status(status);
        if (status == 200) {
            Bodies.answer(call, new SendAnswer(gateway.deliver(key, time.instant())));
        }
        if (status == 503) {
            gateway.fail(key);
        }
    }
}
