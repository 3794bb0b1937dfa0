package congressbot.bot;

import congressbot.bot.account.AuditLog;
import congressbot.bot.answering.Answering;
import congressbot.bot.attention.Alerts;
import congressbot.bot.attention.Attending;
import congressbot.bot.congress.Congress;
import congressbot.bot.congress.Congresses;
import congressbot.bot.conversation.Announcer;
import congressbot.bot.conversation.Conversing;
import congressbot.bot.conversation.Pictures;
import congressbot.bot.conversation.Receptions;
import congressbot.bot.deadletter.DeadLetterAlarm;
import congressbot.bot.figures.Aggregator;
import congressbot.bot.http.Endpoints;
import congressbot.bot.intake.Intake;
import congressbot.bot.intake.IntakeEndpoint;
import congressbot.bot.intake.QueueWatch;
import congressbot.bot.intake.Sweeper;
import congressbot.bot.knowledge.Library;
import congressbot.bot.llm.Assistants;
import congressbot.bot.llm.HearingBook;
import congressbot.bot.llm.ModelCalls;
import congressbot.bot.llm.openai.OpenAiTranscriber;
import congressbot.bot.llm.redaction.Redactor;
import congressbot.bot.mail.LogMailer;
import congressbot.bot.mail.Mailer;
import congressbot.bot.mail.SmtpMailer;
import congressbot.bot.number.Numbers;
import congressbot.bot.office.ImportStore;
import congressbot.bot.outbox.FactDrain;
import congressbot.bot.outbox.Outbox;
import congressbot.bot.outbox.Relay;
import congressbot.bot.page.PrivacyPage;
import congressbot.bot.panel.Panel;
import congressbot.bot.panel.chats.ChatPages;
import congressbot.bot.participant.ListSource;
import congressbot.bot.participant.Participants;
import congressbot.bot.question.Grouping;
import congressbot.bot.question.Notices;
import congressbot.bot.registration.Municipalities;
import congressbot.bot.session.ErasedChats;
import congressbot.bot.session.SnapshotCache;
import congressbot.bot.speech.OfflineTranscriber;
import congressbot.bot.speech.SpeechEndpoint;
import congressbot.bot.speech.Stenographer;
import congressbot.bot.speech.Transcriber;
import congressbot.bot.speech.Transcripts;
import congressbot.bot.text.Tongues;
import congressbot.wire.doctor.Doctor;
import congressbot.wire.gateway.GatewayClient;
import congressbot.wire.http.HttpCaller;
import congressbot.wire.http.ProcessServer;
import congressbot.wire.message.ChannelName;
import congressbot.wire.message.IncomingMessage;
import congressbot.wire.message.MessageId;
import congressbot.wire.process.Health;
import congressbot.wire.process.Health.Status;
import congressbot.wire.process.Launch;
import congressbot.wire.process.Profile;
import congressbot.wire.process.Ticker;
import congressbot.wire.queue.ConversationQueue;
import congressbot.wire.queue.QueueLimits;
import congressbot.wire.queue.RedisConnections;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.UnifiedJedis;

/// Process 3: its start, its parts, its end.
public final class BotApi implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BotApi.class);
    private static final int REDIS_CONNECTIONS = 16;
    private static final int GATEWAY_CONNECTIONS = 4;
    private static final int SPEECH_CONNECTIONS = 4;

    /// Earlier questions of a chat that count where no model has a setting for it.
    private static final int HISTORY = 4;

    /// The gateway needs up to this long for one send.
    private static final Duration SEND = Duration.ofSeconds(15);

    /// Between two counts of what the organisers' figures are made of.
    private static final Duration COUNTING = Duration.ofMinutes(5);

    private final Database database;
    private final Optional<Database> replica;
    private final UnifiedJedis redis;
    private final HttpCaller http;
    private final HttpCaller models;
    private final Panel panel;
    private final ProcessServer server;
    private final List<Ticker> tickers;

    private BotApi(BotSettings settings) {
        InstantSource time = InstantSource.system();
        List<Congress> congresses = Congresses.read(settings.congressDir(), settings.publicUrl());
        Tongues tongues = Tongues.load();
        Receptions receptions = new Receptions(congresses, Municipalities.load(), tongues);
        PrivacyPage privacy = new PrivacyPage(congresses.getFirst());
        PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        database = Database.primary(settings.database());
        replica = settings.replica().map(Database::replica);
        redis = RedisConnections.open(
                settings.redis(), REDIS_CONNECTIONS, metrics.counter("congressbot.bot.redis.round.trips"));
        http = new HttpCaller(GATEWAY_CONNECTIONS);
        models = HttpCaller.farAway(modelConnections(settings));
        Jdbi jdbi = database.jdbi();
        ConversationQueue queue = new ConversationQueue(redis, QueueLimits.defaults());
        Outbox outbox = new Outbox(jdbi);
        Alerts alerts = new Alerts(jdbi, outbox, ChatPages.address(settings.publicUrl()), time);
        Conversing.Stores stores = new Conversing.Stores(
                jdbi,
                queue,
                new SnapshotCache(),
                new ErasedChats(redis),
                new Transcripts(redis),
                outbox,
                new Participants(jdbi),
                alerts);
        Conversing.Times times = new Conversing.Times(settings.maxMessageAge(), settings.sessionTtl());
        Library library = new Library(jdbi, settings.congressDir(), settings.publicUrl(), tongues, renewed -> {
            receptions.renew(renewed);
            privacy.show(renewed.getFirst());
        });
        lookAtOnce(library);
        GatewayClient gateway = new GatewayClient(http, settings.gateway(), settings.apiKey(), SEND);
        ModelCalls calls = new ModelCalls(jdbi, settings.apiKey());
        Assistants assistants =
                Assistants.of(settings.llm(), jdbi, calls, new Assistants.Surroundings(models, metrics, time));
        Answering answering = new Answering(library.knowledge(), assistants.assistant(), assistants.reranker());
        Conversing.Asking asking =
                new Conversing.Asking(answering, new Pictures(assistants.sight(), gateway), calls, history(settings));
        Conversing conversing = Conversing.over(stores, receptions, asking, times, metrics, time);
        Numbers numbers =
                new Numbers(jdbi, receptions, outbox, settings.publicUrl().resolve(Panel.PATH), time);
        Relay relay = new Relay(outbox, gateway, mailer(settings, time), metrics, time);
        Attending attending = Attending.over(
                new Attending.Stores(jdbi, outbox, queue, stores.snapshots(), alerts),
                receptions,
                new AuditLog(jdbi, time),
                () -> Thread.startVirtualThread(relay::sendReplies),
                time);
        Redactor redactor = Redactor.load();
        Grouping grouping = new Grouping(jdbi, library, redactor);
        Notices notices = new Notices(
                jdbi,
                new Announcer(jdbi, outbox, tongues),
                attending.takeovers()::isWithAPerson,
                receptions::find,
                time);
        ImportStore imports = new ImportStore(jdbi);
        Intake intake = new Intake(jdbi);
        Sweeper sweeper = new Sweeper(intake, queue, conversing.deadLetters()::add, time);
        ListSource source = new ListSource(jdbi, replica.map(Database::jdbi), time);
        QueueWatch watch = new QueueWatch(jdbi, queue, sweeper::bringBack, metrics, time);
        tickers = List.of(
                Ticker.start("queue-watch", Duration.ofSeconds(1), watch::look),
                Ticker.start("intake", Duration.ofSeconds(10), sweeper::sweep),
                Ticker.start("library", Duration.ofSeconds(2), library::look),
                Ticker.start("replica", Duration.ofSeconds(10), source::look),
                Ticker.start(
                        "facts",
                        Duration.ofMillis(100),
                        new FactDrain(jdbi, queue, numbers, conversing.joining()::linked)::drain),
                Ticker.start("numbers", Duration.ofSeconds(10), numbers::look),
                Ticker.start("relay-replies", Duration.ofSeconds(1), relay::sendReplies),
                Ticker.start("takeovers", Duration.ofMillis(500), attending.takeovers()::look),
                Ticker.start("relay-mails", Duration.ofMillis(500), relay::sendMails),
                Ticker.start("questions", Duration.ofSeconds(5), grouping::groupSome),
                Ticker.start("notices", Duration.ofSeconds(5), notices::tellSome),
                Ticker.start("figures", COUNTING, new Aggregator(jdbi, queue::waiting, time)::count),
                Ticker.start(
                        "retention",
                        Duration.ofMinutes(10),
                        () -> conversing.retention().forgetSome(time.instant())),
                Ticker.start("old-questions", Duration.ofMinutes(10), grouping::tidy),
                Ticker.start("old-notices", Duration.ofMinutes(10), notices::forgetSome),
                Ticker.start("old-imports", Duration.ofMinutes(10), () -> imports.forgetSome(time.instant())));
        DeadLetterAlarm alarm = new DeadLetterAlarm(database.atOnce(), queue);
        alarm.measure(metrics);
        Health health = health(time, database.atOnce(), redis, settings);
        health.check("knowledge", () -> readable(library));
        health.check("model", assistants.health());
        health.check("queue-memory", watch::status);
        health.check("replica", source::status);
        health.check("dead-letters", alarm::status);
        health.check("numbers", numbers::status);
        panel = OrganisersPanel.over(
                settings,
                new OrganisersPanel.Ground(
                        jdbi,
                        source,
                        receptions,
                        library,
                        answering,
                        tongues,
                        redactor,
                        attending,
                        gateway,
                        numbers,
                        time));
        Endpoints endpoints = new Endpoints(
                conversing,
                privacy,
                panel,
                speech(settings, receptions, new HearingBook(calls, metrics, time), metrics),
                metrics,
                time);
        IntakeEndpoint intakes = new IntakeEndpoint(intake, message -> congressOf(message, receptions));
        ProcessServer.Common common = new ProcessServer.Common(settings.apiKey(), health, metrics);
        server = ProcessServer.start(settings.port(), common, routes -> {
            endpoints.addTo(routes);
            intakes.addTo(routes);
        });
    }

    public static void main(String[] arguments) {
        if (Doctor.isCalled(arguments)) {
            BotDoctor.doctor().call();
        } else {
            Launch.run("app", BotSettings::from, BotApi::start);
        }
    }

    public static BotApi start(BotSettings settings) {
        return new BotApi(settings);
    }

    public int port() {
        return server.port();
    }

    /// The organisers' pages with all their parts.
    public Panel panel() {
        return panel;
    }

    @Override
    public void close() {
        server.close();
        tickers.forEach(Ticker::close);
        http.close();
        models.close();
        redis.close();
        replica.ifPresent(Database::close);
        database.close();
    }

    /// One for each call in flight.
    private static int modelConnections(BotSettings settings) {
        return SPEECH_CONNECTIONS
                + settings.llm().map(llm -> llm.patience().concurrency()).orElse(0);
    }

    private static int history(BotSettings settings) {
        return settings.llm().map(llm -> llm.freedom().historyTurns()).orElse(HISTORY);
    }

    private static String congressOf(IncomingMessage message, Receptions receptions) {
        return receptions.of(message.channel(), message.account()).congress().id();
    }

    /// What the organisers published is at hand before the first question, unless the database is not.
    private static void lookAtOnce(Library library) {
        try {
            library.look();
        } catch (IOException | JdbiException e) {
            LOG.atWarn().setCause(e).log("the knowledge cannot be taken over now, trying again until it works");
        }
    }

    /// In dev, mails without a server are logged, masked. In prod they wait until one is configured.
    private static Optional<Mailer> mailer(BotSettings settings, InstantSource time) {
        if (settings.mail().isPresent()) {
            return Optional.of(new SmtpMailer(settings.mail().get(), time));
        }
        return settings.profile() == Profile.DEV ? Optional.of(new LogMailer()) : Optional.empty();
    }

    private SpeechEndpoint speech(
            BotSettings settings, Receptions receptions, HearingBook book, MeterRegistry metrics) {
        Transcriber transcriber = settings.speech()
                .<Transcriber>map(server -> OpenAiTranscriber.over(models, server, metrics))
                .orElseGet(OfflineTranscriber::new);
        return new SpeechEndpoint(
                new Stenographer(transcriber, new Transcripts(redis), book::enter),
                message -> receptions
                        .of(
                                message.map(MessageId::channel).orElse(ChannelName.CHAT),
                                message.map(MessageId::account).orElse(""))
                        .congress(),
                metrics);
    }

    private static Health health(InstantSource time, Jdbi jdbi, UnifiedJedis redis, BotSettings settings) {
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
        health.check("speech", () -> settings.speech().isPresent() ? new Status.Healthy() : new Status.Off());
        return health;
    }

    /// What could be read is answered from; the rest is the organisers' to mend.
    private static Status readable(Library library) {
        return library.problems().isEmpty()
                ? new Status.Healthy()
                : new Status.Degraded(String.join("; ", library.problems()));
    }
}
