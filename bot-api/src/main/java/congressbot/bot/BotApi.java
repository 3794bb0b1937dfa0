package congressbot.bot;

import congressbot.bot.congress.Congress;
import congressbot.bot.congress.Congresses;
import congressbot.bot.conversation.Conversing;
import congressbot.bot.conversation.Reception;
import congressbot.bot.conversation.Receptions;
import congressbot.bot.http.Endpoints;
import congressbot.bot.mail.LogMailer;
import congressbot.bot.mail.Mailer;
import congressbot.bot.mail.SmtpMailer;
import congressbot.bot.outbox.FactDrain;
import congressbot.bot.outbox.Outbox;
import congressbot.bot.outbox.Relay;
import congressbot.bot.page.PrivacyPage;
import congressbot.bot.panel.Panel;
import congressbot.bot.participant.ParticipantList;
import congressbot.bot.participant.Participants;
import congressbot.bot.registration.Municipalities;
import congressbot.bot.session.RedisSessions;
import congressbot.bot.text.Tongues;
import congressbot.wire.gateway.GatewayClient;
import congressbot.wire.http.HttpCaller;
import congressbot.wire.http.ProcessServer;
import congressbot.wire.process.Health;
import congressbot.wire.process.Health.Status;
import congressbot.wire.process.Launch;
import congressbot.wire.process.Profile;
import congressbot.wire.process.Ticker;
import congressbot.wire.queue.ConversationQueue;
import congressbot.wire.queue.QueueLimits;
import congressbot.wire.queue.RedisConnections;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import redis.clients.jedis.RedisClient;

/// Process 3: its start, its parts, its end.
public final class BotApi implements AutoCloseable {
    private static final int REDIS_CONNECTIONS = 16;
    private static final int GATEWAY_CONNECTIONS = 4;

    /// The gateway needs up to this long for one send.
    private static final Duration SEND = Duration.ofSeconds(15);

    private final Database database;
    private final RedisClient redis;
    private final HttpCaller http;
    private final ProcessServer server;
    private final List<Ticker> tickers;

    private BotApi(BotSettings settings) {
        InstantSource time = InstantSource.system();
        List<Congress> congresses = Congresses.read(settings.congressDir(), settings.publicUrl());
        PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        database = new Database(settings.database());
        redis = RedisConnections.open(
                settings.redis(), REDIS_CONNECTIONS, metrics.counter("congressbot.bot.redis.round.trips"));
        http = new HttpCaller(GATEWAY_CONNECTIONS);
        Jdbi jdbi = database.jdbi();
        ConversationQueue queue = new ConversationQueue(redis, QueueLimits.defaults());
        Outbox outbox = new Outbox(jdbi);
        Conversing.Stores stores = new Conversing.Stores(
                jdbi, queue, new RedisSessions(redis, settings.sessionTtl()), outbox, new Participants(jdbi));
        Conversing.Times times = new Conversing.Times(settings.maxMessageAge(), settings.sessionTtl());
        Conversing conversing = Conversing.over(stores, receptions(congresses), times, metrics, time);
        GatewayClient gateway = new GatewayClient(http, settings.gateway(), settings.apiKey(), SEND);
        Relay relay = new Relay(outbox, gateway, mailer(settings, time), metrics, time);
        FactDrain drain = new FactDrain(jdbi, queue);
        tickers = List.of(
                Ticker.start("facts", Duration.ofMillis(100), drain::drain),
                Ticker.start("relay-replies", Duration.ofSeconds(1), relay::sendReplies),
                Ticker.start("relay-mails", Duration.ofMillis(500), relay::sendMails),
                Ticker.start(
                        "retention",
                        Duration.ofMinutes(10),
                        () -> conversing.retention().forgetSome(time.instant())));
        Congress congress = congresses.getFirst();
        server = ProcessServer.start(
                settings.port(),
                new ProcessServer.Common(settings.apiKey(), health(time, jdbi, redis, settings), metrics),
                new Endpoints(
                                conversing,
                                new PrivacyPage(congress),
                                panel(settings, congress, jdbi, time),
                                metrics,
                                time)::addTo);
    }

    public static void main(String[] arguments) {
        Launch.run("app", BotSettings::from, BotApi::start);
    }

    public static BotApi start(BotSettings settings) {
        return new BotApi(settings);
    }

    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.close();
        tickers.forEach(Ticker::close);
        http.close();
        redis.close();
        database.close();
    }

    private static Receptions receptions(List<Congress> congresses) {
        Tongues tongues = Tongues.load();
        Municipalities municipalities = Municipalities.load();
        return new Receptions(congresses.stream()
                .map(congress -> new Reception(congress, municipalities, tongues))
                .toList());
    }

    /// In dev, mails without a server are logged, masked. In prod they wait until one is configured.
    private static Optional<Mailer> mailer(BotSettings settings, InstantSource time) {
        if (settings.mail().isPresent()) {
            return Optional.of(new SmtpMailer(settings.mail().get(), time));
        }
        return settings.profile() == Profile.DEV ? Optional.of(new LogMailer()) : Optional.empty();
    }

    private static Panel panel(BotSettings settings, Congress congress, Jdbi jdbi, InstantSource time) {
        return new Panel(
                settings.panelPassword(),
                settings.publicUrl(),
                congress.called(),
                new ParticipantList(jdbi, congress.id()),
                time);
    }

    private static Health health(InstantSource time, Jdbi jdbi, RedisClient redis, BotSettings settings) {
        Health health = new Health(time);
        health.check("postgres", () -> {
            jdbi.useHandle(handle -> handle.execute("SELECT 1 FROM inbox LIMIT 0"));
            return new Status.Healthy();
        });
        // Without Redis turns go on from memory and PostgreSQL; the queue's own processes notice more.
        health.check(
                "redis",
                () -> RedisConnections.answers(redis) ? new Status.Healthy() : new Status.Degraded("no answer"));
        health.check("mail", () -> settings.mail().isPresent() ? new Status.Healthy() : new Status.Off());
        return health;
    }
}
