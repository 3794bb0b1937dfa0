package congressbot.dev.seed;

import congressbot.bot.congress.Congress;
import congressbot.bot.congress.Congresses;
import congressbot.bot.figures.Aggregator;
import congressbot.bot.figures.Figures;
import congressbot.dev.metrics.Percentiles;
import congressbot.migrations.Reachable;
import congressbot.wire.process.DatabaseAddress;
import congressbot.wire.process.Env;
import congressbot.wire.process.Launch;
import congressbot.wire.process.Profile;
import congressbot.wire.process.Variable;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;

/// `seed [--participants N] [--events M]`: fills the database at `DATABASE_URL` with invented people, counts what they
/// did, and tells how long the panel's figures take to read. Never in production.
public final class Seed {
    private static final String NAME = "seed";
    private static final int WRONG_USE = 2;
    private static final int REFUSED = 1;
    private static final int READS = 200;
    private static final int QUARTER = 90;
    private static final double MILLIS = 1_000_000;
    private static final double SECOND = 1_000;

    private final Connection connection;
    private final Congress congress;
    private final SeedOptions options;

    Seed(Connection connection, Congress congress, SeedOptions options) {
        this.connection = connection;
        this.congress = congress;
        this.options = options;
    }

    public static void main(String[] arguments) {
        Optional<SeedOptions> options = SeedOptions.parse(List.of(arguments));
        if (options.isEmpty()) {
            System.err.println("seed: usage: " + SeedOptions.USAGE);
            System.exit(WRONG_USE);
        }
        Launch.quietly(NAME, Settings::from, settings -> {
            if (settings.profile() == Profile.PROD) {
                System.err.println("seed: refused, this is production (ENV=prod)");
                System.exit(REFUSED);
            }
            System.exit(run(settings, options.get()));
        });
    }

    private record Settings(Profile profile, DatabaseAddress database, Path congress) {
        static Settings from(Env env) {
            return new Settings(env.profile(), DatabaseAddress.from(env), env.path(Variable.CONGRESS_DIR, "congress"));
        }
    }

    private static int run(Settings settings, SeedOptions options) throws SQLException {
        Congress congress = Congresses.read(settings.congress(), URI.create("http://localhost"))
                .getFirst();
        try (Connection connection = Reachable.connect(settings.database())) {
            Seed seed = new Seed(connection, congress, options);
            if (!options.intoExisting() && seed.holdsRegistrations()) {
                System.err.println("seed: refused, the database holds registrations (--into-existing: all the same)");
                return REFUSED;
            }
            System.out.println(seed.run());
        }
        return 0;
    }

    boolean holdsRegistrations() throws SQLException {
        return !jdbi().withHandle(handle -> handle.createQuery("SELECT 1 FROM participants LIMIT 1")
                        .mapTo(Integer.class)
                        .list())
                .isEmpty();
    }

    private Jdbi jdbi() {
        return Jdbi.create(connection).installPlugin(new PostgresPlugin());
    }

    /// Does all of it.
    ///
    /// @return what was measured, a line each
    String run() throws SQLException {
        long start = System.nanoTime();
        connection.setAutoCommit(false);
        InstantSource time = InstantSource.system();
        Filling.Target target = new Filling.Target(congress.id(), congress.profiles());
        new Filling(connection, target, options, time.instant()).fill();
        connection.setAutoCommit(true);
        analyse();
        long filled = System.nanoTime();
        Aggregator aggregator = new Aggregator(jdbi(), () -> 0, time);
        int runs = 1;
        while (aggregator.count()) {
            runs++;
        }
        long counted = System.nanoTime();
        return String.join(
                "\n",
                String.format(
                        Locale.ROOT,
                        "seed       %,d registrations, %,d events stored, in %.1f s",
                        registrations(),
                        events(),
                        (filled - start) / MILLIS / SECOND),
                String.format(
                        Locale.ROOT,
                        "aggregate  %,d events counted, in %.1f s, %d runs",
                        counted(),
                        (counted - filled) / MILLIS / SECOND,
                        runs),
                read("dashboard, 90 days", figures -> figures.of(congress.id(), QUARTER, today(time))),
                read("dashboard, all days", figures -> figures.ofAll(congress.id(), today(time))));
    }

    private static LocalDate today(InstantSource time) {
        return LocalDate.ofInstant(time.instant(), Aggregator.ZONE);
    }

    private void analyse() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("VACUUM (ANALYZE)");
        }
    }

    /// Reads figures as the page does.
    @FunctionalInterface
    private interface Reading {
        Object read(Figures figures);
    }

    private String read(String what, Reading reading) {
        Figures figures = new Figures(jdbi());
        List<Duration> times = new ArrayList<>();
        for (int i = 0; i < READS; i++) {
            long start = System.nanoTime();
            reading.read(figures);
            times.add(Duration.ofNanos(System.nanoTime() - start));
        }
        Percentiles took = Percentiles.of(times);
        return String.format(
                Locale.ROOT,
                "%s: %d reads, p50 %.1f ms, p99 %.1f ms, most %.1f ms",
                what,
                READS,
                took.p50().toNanos() / MILLIS,
                took.p99().toNanos() / MILLIS,
                took.max().toNanos() / MILLIS);
    }

    private long registrations() {
        return number("SELECT count(*) FROM participants");
    }

    private long events() {
        return number("SELECT count(*) FROM conversation_events");
    }

    private long counted() {
        return number("SELECT coalesce(sum(value), 0) FROM metrics_daily WHERE metric = 'events'");
    }

    private long number(String query) {
        return jdbi().withHandle(
                        handle -> handle.createQuery(query).mapTo(Long.class).one());
    }
}
