package congressbot.gateway;

import congressbot.gateway.bridge.Alarm;
import congressbot.gateway.bridge.MediaSeal;
import congressbot.gateway.bridge.gowa.Gowa;
import congressbot.wire.http.Access;
import congressbot.wire.http.HttpCaller;
import congressbot.wire.http.ProcessServer;
import congressbot.wire.process.Health;
import congressbot.wire.process.Health.Status;
import congressbot.wire.process.Launch;
import congressbot.wire.process.Ticker;
import congressbot.wire.queue.ConversationQueue;
import congressbot.wire.queue.QueueLimits;
import congressbot.wire.queue.RedisConnections;
import io.javalin.config.RoutesConfig;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import redis.clients.jedis.UnifiedJedis;

/// Process 1: WhatsApp in and out. Its parts, and how they are put together.
public final class Gateway implements AutoCloseable {
    /// Webhooks that are being written at the same time, and as many sends that are being recorded; more wait their
    /// turn, and no reply behind a crowd of webhooks.
    private static final int REDIS_CONNECTIONS = 16;

    /// Webhooks more that wait for a replica.
    private static final int WAITING_FOR_REPLICAS = 48;

    /// Sends at the bridge at the same time: as many as a worker has conversations in flight.
    private static final int BRIDGE_CONNECTIONS = 64;

    private final UnifiedJedis arrivals;
    private final UnifiedJedis redis;
    private final HttpCaller caller = new HttpCaller(BRIDGE_CONNECTIONS);
    private final PatientQueue incoming;
    private final PatientQueue queue;
    private final PresenceSigns signs;
    private final SessionWatch watch;
    private final List<Ticker> tickers;
    private final ProcessServer server;

    /// What tests set: the clocks and the waits.
    record Clocks(InstantSource time, LongSupplier nanos, GatewayTimes times) {
        static Clocks normal() {
            return new Clocks(InstantSource.system(), System::nanoTime, GatewayTimes.normal());
        }
    }

    private Gateway(GatewaySettings settings, Clocks clocks) {
        InstantSource time = clocks.time();
        GatewayTimes times = clocks.times();
        PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        Alarm alarm = new Alarm(time);
        Gowa bridge = new Gowa(settings.gowa(), caller, new MediaSeal(settings.apiKey()), alarm);
        Counter roundTrips = metrics.counter("congressbot.gateway.redis.round.trips");
        int waiting = settings.replicas() > 0 ? WAITING_FOR_REPLICAS : 0;
        arrivals = RedisConnections.open(settings.redis(), REDIS_CONNECTIONS + waiting, roundTrips);
        redis = RedisConnections.open(settings.redis(), REDIS_CONNECTIONS, roundTrips);
        incoming =
                new PatientQueue(new ConversationQueue(arrivals, limits(settings)).copying(settings.replicas()), alarm);
        queue = new PatientQueue(new ConversationQueue(redis, limits(settings)), alarm);
        KeyedSender sender = new KeyedSender(queue, bridge, times, time, clocks.nanos());
        watch = new SessionWatch(bridge, queue, times, time);

        measure(metrics, times);
        Optional<BotIntake> intake = settings.intake().map(bot -> new BotIntake(caller, bot, settings.apiKey(), alarm));
        Safekeeping safekeeping = new Safekeeping(intake, incoming, new UnreadableWebhooks(arrivals), times.redis());
        signs = new PresenceSigns(bridge, settings.presence());
        WebhookEndpoint webhooks = new WebhookEndpoint(bridge, safekeeping, signs, time, metrics);
        SendEndpoint sends = new SendEndpoint(sender, metrics);
        MediaEndpoint media = new MediaEndpoint(bridge, metrics);
        server = ProcessServer.start(
                settings.port(),
                new ProcessServer.Common(settings.apiKey(), health(time, times, intake), metrics),
                routes -> route(routes, webhooks, sends, media));
        tickers = List.of(
                Ticker.start("reservations", times.renewal(), sender::renew),
                Ticker.start("session-watch", times.sessionPoll(), watch::look));
    }

    public static void main(String[] arguments) throws Exception {
        Launch.run("gateway", GatewaySettings::from, Gateway::start);
    }

    public static Gateway start(GatewaySettings settings) {
        return start(settings, Clocks.normal());
    }

    static Gateway start(GatewaySettings settings, Clocks clocks) {
        return new Gateway(settings, clocks);
    }

    public int port() {
        return server.port();
    }

    /// First no more calls, and those in flight end; then what they still have to record; then the connections.
    @Override
    public void close() {
        server.close();
        signs.close();
        tickers.forEach(Ticker::close);
        queue.close();
        incoming.close();
        caller.close();
        redis.close();
        arrivals.close();
    }

    private static void route(RoutesConfig routes, WebhookEndpoint webhooks, SendEndpoint sends, MediaEndpoint media) {
        routes.post("/webhooks/{channel}", webhooks::answer, Access.PUBLIC);
        routes.post("/webhooks/{channel}/{instance}", webhooks::answer, Access.PUBLIC);
        routes.post("/send-text", sends::answer, Access.INTERNAL);
        routes.get("/media/{ref}", media::answer, Access.INTERNAL);
    }

    private static QueueLimits limits(GatewaySettings settings) {
        QueueLimits normal = QueueLimits.defaults();
        return new QueueLimits(settings.maxWaiting(), normal.lease(), normal.maxBatch(), normal.settle());
    }

    private Health health(InstantSource time, GatewayTimes times, Optional<BotIntake> intake) {
        Health health = new Health(time);
        health.check(
                "redis",
                () -> queue.ask(times.redis(), _ -> redis.ping()).isPresent()
                        ? new Status.Healthy()
                        : new Status.Failing("no answer"));
        health.check(Gowa.CHANNEL.value(), watch::status);
        health.check("intake", () -> intake.map(Gateway::status).orElseGet(Status.Off::new));
        return health;
    }

    /// Replies leave all the same.
    private static Status status(BotIntake intake) {
        return intake.healthy() ? new Status.Healthy() : new Status.Degraded("bot-api stores no messages");
    }

    private void measure(MeterRegistry metrics, GatewayTimes times) {
        Gauge.builder(
                        "congressbot.gateway.queue.waiting",
                        () -> queue.ask(times.redis(), ConversationQueue::waiting)
                                .map(Long::doubleValue)
                                .orElse(Double.NaN))
                .register(metrics);
    }
}
