package congressbot.dev.simulator;

import congressbot.dev.bridge.Dialect;
import congressbot.dev.bridge.Media;
import congressbot.dev.stores.Ports;
import congressbot.wire.http.HttpCaller;
import congressbot.wire.http.Problem;
import congressbot.wire.process.DatabaseAddress;
import congressbot.wire.process.Ticker;
import io.javalin.Javalin;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The page with the phones, the bridge behind them, and the mailbox. Serves this machine only.
public final class Simulator implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Simulator.class);
    private static final int WEBHOOKS_AT_ONCE = 16;
    private static final String DATABASE_WAIT_S = "5";
    private static final Duration TYPING_SHOWN = Duration.ofSeconds(20);
    private static final Duration LOOK_AT_ROWS = Duration.ofMillis(400);
    private static final Duration LOOK_AT_TYPING = Duration.ofSeconds(1);

    private final SimulatorTexts texts = new SimulatorTexts();
    private final MagicWords words = new MagicWords(texts);
    private final Feed feed = new Feed();
    private final WhatsAppLink link = new WhatsAppLink(feed);
    private final HttpCaller http = new HttpCaller(WEBHOOKS_AT_ONCE);
    private final Settings settings;
    private final Chats chats;
    private final Media media;
    private final Bridge bridge;
    private final Mailbox mailbox;
    private final SmtpSink mail;
    private final ParticipantRows rows;
    private final Javalin server;
    private Optional<Connection> database = Optional.empty();
    private List<Ticker> tickers = List.of();

    /// How it is set up.
    ///
    /// @param folder what is kept between runs
    /// @param gateway where it listens
    /// @param dialect the bridge that is played
    public record Settings(
            int port, Path folder, URI gateway, Dialect dialect, Account account, Supplier<Links> links) {}

    /// Whom people write to, as it stands on their phones.
    public record Account(String name) {}

    /// @param channel the bridge that is played
    private record Played(String channel) {}

    /// Where the page leads to.
    ///
    /// @param pairing where the number is linked
    /// @param pairingPassword what is asked there
    public record Links(URI panel, URI privacy, URI pairing, String pairingPassword) {}

    private Simulator(Settings settings, Pace pace) throws IOException, MessagingException {
        this.settings = settings;
        chats = Chats.open(new ChatJournal(settings.folder().resolve("chats.jsonl")), feed);
        media = new Media(settings.folder().resolve("media"));
        World world = new World(chats, media, link, pace);
        Webhooks webhooks = new Webhooks(settings.gateway(), settings.dialect(), http, pace);
        bridge = new Bridge(world, new Handover(world, webhooks), words);
        mailbox = Mailbox.open(settings.folder().resolve("mails"), feed);
        mail = new SmtpSink(mailbox);
        rows = new ParticipantRows(feed);
        server = serve();
        tickers = List.of(Ticker.start("typing", LOOK_AT_TYPING, () -> {
            chats.forgetTypingSince(pace.now().minus(TYPING_SHOWN));
            return false;
        }));
    }

    public static Simulator start(Settings settings) throws IOException, MessagingException {
        return start(settings, BridgeTimes.normal(settings.dialect().patience()));
    }

    static Simulator start(Settings settings, BridgeTimes times) throws IOException, MessagingException {
        return new Simulator(settings, new Pace(InstantSource.system(), times));
    }

    public int port() {
        return server.port();
    }

    /// Where mails are taken, for everybody.
    public int smtpPort() {
        return mail.port();
    }

    /// Begins to carry messages, those first that an earlier run left on the way, and to show the
    /// participants. The gateway is there, and the database has its tables.
    public void connect(DatabaseAddress address) throws SQLException {
        Properties options = new Properties();
        options.put("user", address.user());
        options.put("password", address.password().reveal());
        options.put("connectTimeout", DATABASE_WAIT_S);
        options.put("socketTimeout", DATABASE_WAIT_S);
        Connection connection = DriverManager.getConnection(address.jdbcUrl(), options);
        database = Optional.of(connection);
        tickers = Stream.concat(
                        tickers.stream(),
                        Stream.of(Ticker.start("participants", LOOK_AT_ROWS, () -> rows.look(connection))))
                .toList();
        resume();
    }

    /// Carries on what an earlier run left on the way.
    void resume() {
        bridge.resume();
    }

    @Override
    public void close() {
        tickers.forEach(Ticker::close);
        bridge.close();
        feed.end();
        server.stop();
        mail.close();
        http.close();
        database.ifPresent(Simulator::close);
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.atDebug().setCause(e).log("the connection was gone already");
        }
    }

    /// What a page begins with.
    private record State(
            List<Chat> phones,
            List<Mail> mails,
            List<ParticipantRows.Row> participants,
            WhatsAppLink.Shown bridge,
            Played played,
            List<MagicWords.Shown> magicWords,
            Account account,
            Links links) {}

    private State state() {
        return new State(
                chats.all(),
                mailbox.newestFirst(),
                rows.rows(),
                link.shown(),
                new Played(settings.dialect().channel()),
                words.all(),
                settings.account(),
                settings.links().get());
    }

    private Javalin serve() {
        PhoneCalls calls = new PhoneCalls(chats, texts);
        PhoneEndpoints phones = new PhoneEndpoints(bridge, chats, calls, texts);
        phones.furnish();
        Javalin javalin = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.concurrency.useVirtualThreads = true;
            guard(config.routes);
            phones.addTo(config.routes);
            new PostEndpoints(bridge, media, calls).addTo(config.routes);
            new MessageEndpoints(bridge, calls).addTo(config.routes);
            new PageFiles().addTo(config.routes);
            new MailEndpoints(mailbox, texts).addTo(config.routes);
            media.addTo(config.routes);
            settings.dialect().addTo(config.routes, bridge);
            config.routes.get("/api/events", new EventsEndpoint(feed, this::state)::answer);
        });
        return javalin.start(Ports.LOOPBACK, settings.port());
    }

    /// The page has no login: what other pages or other names of this machine ask for is refused.
    private void guard(RoutesConfig routes) {
        routes.before(call -> {
            call.header("X-Content-Type-Options", "nosniff");
            call.header("Referrer-Policy", "no-referrer");
            if (!ours(call)) {
                Problem.answer(call, HttpStatus.FORBIDDEN.getCode(), texts.of("problem.foreign"));
                call.skipRemainingHandlers();
            }
        });
    }

    private static boolean ours(Context call) {
        String host = Optional.ofNullable(call.host()).orElse("").replaceFirst(":\\d+$", "");
        String site = Optional.ofNullable(call.header("Sec-Fetch-Site")).orElse("none");
        String origin = Optional.ofNullable(call.header("Origin")).orElse("http://" + call.host());
        boolean navigation = call.path().equals("/");
        return List.of("localhost", Ports.LOOPBACK).contains(host)
                && origin.equals("http://" + call.host())
                && (navigation || List.of("same-origin", "none").contains(site));
    }
}
