package congressbot.gateway;

import congressbot.gateway.bridge.Alarm;
import congressbot.gateway.bridge.Means;
import congressbot.gateway.bridge.MediaSeal;
import congressbot.gateway.pacing.Buckets;
import congressbot.gateway.pacing.Pace;
import congressbot.gateway.pacing.Pause;
import congressbot.gateway.pacing.TypingTime;
import congressbot.gateway.pairing.PairingPages;
import congressbot.wire.doctor.Doctor;
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
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import redis.clients.jedis.UnifiedJedis;

/// Process 1: WhatsApp in and out. Its parts, and how they are put together.
public final class Gateway implements AutoCloseable {
    /// Webhooks that are being written at the same time, and as many sends that are being recorded;
    /// more wait their turn, and no reply behind a crowd of webhooks.
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
    private final Numbers numbers;
    private final List<SessionWatch> watches;
    private final List<Recovery> recoveries;
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
        Means means = new Means(caller, new MediaSeal(settings.apiKey()), alarm, time, settings.dataDir());
        Bridges bridges = Bridges.open(settings.bridges(), means);
        Counter roundTrips = metrics.counter("congressbot.gateway.redis.round.trips");
        int waiting = settings.replicas() > 0 ? WAITING_FOR_REPLICAS : 0;
        arrivals = RedisConnections.open(settings.redis(), REDIS_CONNECTIONS + waiting, roundTrips);
        redis = RedisConnections.open(settings.redis(), REDIS_CONNECTIONS, roundTrips);
        incoming =
                new PatientQueue(new ConversationQueue(arrivals, limits(settings)).copying(settings.replicas()), alarm);
        queue = new PatientQueue(new ConversationQueue(redis, limits(settings)), alarm);
        KeyedSender sender = new KeyedSender(queue, handOver(settings, bridges, clocks), times, time, clocks.nanos());
        watches = bridges.all().stream()
                .map(bridge -> new SessionWatch(bridge, queue, times, time))
                .toList();

        measure(metrics, times);
        Optional<BotIntake> intake = settings.intake().map(bot -> new BotIntake(caller, bot, settings.apiKey(), alarm));
        Safekeeping safekeeping = new Safekeeping(intake, incoming, new UnreadableWebhooks(arrivals), times.redis());
        numbers = new Numbers(queue, time);
        Arrivals intakes = new Arrivals(numbers, safekeeping);
        recoveries = watches.stream()
                .map(watch -> new Recovery(watch, intakes, queue, clocks, metrics))
                .toList();
        Room room = new Room();
        Typist typist = typist(settings, time);
        signs = new PresenceSigns(settings.presence(), typist);
        WebhookEndpoint webhooks = new WebhookEndpoint(bridges, new WebhookBodies(room, time), intakes, signs, metrics);
        SendEndpoint sends = new SendEndpoint(sender, typist, room, metrics);
        MediaEndpoint media = new MediaEndpoint(bridges, room, metrics);
        server = ProcessServer.start(
                settings.port(),
                new ProcessServer.Common(settings.apiKey(), health(time, times, intake), metrics),
                routes -> {
                    route(routes, webhooks, sends, media);
                    PairingPages.add(routes, settings.password(), bridges.all(), time);
                });
        tickers = Stream.of(
                        Stream.of(Ticker.start("reservations", times.renewal(), sender::renew)),
                        watches.stream().map(watch -> Ticker.start("session-watch", times.sessionPoll(), watch::look)),
                        recoveries.stream().map(one -> Ticker.start("recovery", times.hearing(), one::look)))
                .flatMap(started -> started)
                .toList();
    }

    public static void main(String[] arguments) throws Exception {
        if (Doctor.isCalled(arguments)) {
            GatewayDoctor.doctor().call();
        } else {
            Launch.run("gateway", GatewaySettings::from, Gateway::start);
        }
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

    /// First no more calls, and those in flight end; then what they still have to record; then the
    /// connections.
    @Override
    public void close() {
        server.close();
        signs.close();
        recoveries.forEach(Recovery::close);
        tickers.forEach(Ticker::close);
        numbers.close();
        queue.close();
        incoming.close();
        caller.close();
        redis.close();
        arrivals.close();
    }

    private static void route(RoutesConfig routes, WebhookEndpoint webhooks, SendEndpoint sends, MediaEndpoint media) {
        routes.post("/webhooks/{channel}", webhooks::answer, Access.PUBLIC);
        routes.post("/webhooks/{channel}/{first}", webhooks::answer, Access.PUBLIC);
        routes.post("/webhooks/{channel}/{first}/{second}", webhooks::answer, Access.PUBLIC);
        routes.post("/send-text", sends::answer, Access.INTERNAL);
        routes.get("/media/{ref}", media::answer, Access.INTERNAL);
    }

    /// Without a pace a limit of reach is heeded all the same.
    private HandOver handOver(GatewaySettings settings, Bridges bridges, Clocks clocks) {
        List<Integer> shares = settings.pace().map(Pace::shares).orElse(List.of(Integer.MAX_VALUE));
        Reach reach = new Reach(queue, shares, clocks.times(), clocks.time());
        Optional<Buckets> buckets = settings.pace().map(pace -> new Buckets(pace, RandomGenerator.getDefault()));
        return new HandOver(bridges, buckets, reach, clocks.time());
    }

    private static Typist typist(GatewaySettings settings, InstantSource time) {
        TypingTime speed = settings.pace().isPresent() ? TypingTime.normal() : TypingTime.NONE;
        return new Typist(speed, time, RandomGenerator.getDefault(), Pause::of);
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
        watches.forEach(watch -> health.check(watch.instance().path(), watch::status));
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
