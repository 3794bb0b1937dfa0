package congressbot.worker;

import congressbot.wire.doctor.Doctor;
import congressbot.wire.gateway.GatewayClient;
import congressbot.wire.http.HttpCaller;
import congressbot.wire.http.ProcessServer;
import congressbot.wire.process.Health;
import congressbot.wire.process.Health.Status;
import congressbot.wire.process.Launch;
import congressbot.wire.queue.ConversationQueue;
import congressbot.wire.queue.RedisConnections;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.InstantSource;
import redis.clients.jedis.UnifiedJedis;

/// The process: its start, its parts, its end.
public final class Worker implements AutoCloseable {
    /// Connections beyond those of the turns: the waiter, the leases, the health checks, the metrics.
    private static final int OTHER_CONNECTIONS = 4;

    /// Voice notes in memory at once. At their largest they take half of a heap of 256 MiB.
    private static final int VOICE_NOTES = 5;

    private final UnifiedJedis redis;
    private final HttpCaller http;
    private final Leases leases;
    private final Recovery recovery;
    private final ClaimLoop loop;
    private final ProcessServer server;

    private Worker(WorkerSettings settings) {
        int connections = settings.concurrency() + OTHER_CONNECTIONS;
        InstantSource time = InstantSource.system();
        PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        Patience patience = settings.patience();
        redis = RedisConnections.open(
                settings.redis(), connections, metrics.counter("congressbot.worker.redis.round.trips"));
        http = new HttpCaller(connections);
        ConversationQueue queue = new ConversationQueue(redis, settings.queue());
        BotClient bot = new BotClient(http, settings.bot(), settings.apiKey(), patience.turn());
        GatewayClient gateway = new GatewayClient(http, settings.gateway(), settings.apiKey(), patience.send());
        Slots slots = new Slots(settings.concurrency());
        leases = new Leases(queue, settings.queue().lease());
        VoiceNotes voiceNotes = new VoiceNotes(
                gateway, bot, leases, metrics, new VoiceNotes.Limits(VOICE_NOTES, patience.hearing(), time));
        recovery = new Recovery(slots, () -> bot.healthy() && RedisConnections.answers(redis));
        loop = new ClaimLoop(
                new PatientQueue(queue, patience.retry()),
                slots,
                leases,
                new Journal(metrics, time),
                new Turn(bot, gateway, voiceNotes, leases)::take,
                patience);
        measure(metrics, slots, queue);
        server = ProcessServer.start(
                settings.port(),
                new ProcessServer.Common(settings.apiKey(), health(time, redis, bot, gateway), metrics),
                _ -> {});
        loop.start();
    }

    public static void main(String[] arguments) throws Exception {
        if (Doctor.isCalled(arguments)) {
            WorkerDoctor.doctor().call();
        } else {
            Launch.run("worker", WorkerSettings::from, Worker::start);
        }
    }

    public static Worker start(WorkerSettings settings) {
        return new Worker(settings);
    }

    /// Where health and metrics are served.
    public int port() {
        return server.port();
    }

    /// Stops claiming, ends or releases what is in hand, then closes.
    @Override
    public void close() {
        loop.stop();
        recovery.close();
        leases.close();
        server.close();
        http.close();
        redis.close();
    }

    private static void measure(MeterRegistry metrics, Slots slots, ConversationQueue queue) {
        Gauge.builder("congressbot.worker.in.flight", slots, Slots::taken)
                .strongReference(true)
                .register(metrics);
        Gauge.builder("congressbot.worker.queue.waiting", queue, ConversationQueue::waiting)
                .strongReference(true)
                .register(metrics);
    }

    private static Health health(InstantSource time, UnifiedJedis redis, BotClient bot, GatewayClient gateway) {
        Health health = new Health(time);
        health.check(
                "redis",
                () -> RedisConnections.answers(redis) ? new Status.Healthy() : new Status.Failing("no answer"));
        health.check("bot-api", () -> bot.healthy() ? new Status.Healthy() : new Status.Failing("not healthy"));
        // Without the gateway turns go on, and the relay of bot-api sends the replies later.
        health.check("gateway", () -> gateway.healthy() ? new Status.Healthy() : new Status.Degraded("not healthy"));
        return health;
    }
}
