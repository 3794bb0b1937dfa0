package congressbot.dev.bench;

import congressbot.dev.house.House;
import congressbot.dev.house.Link;
import congressbot.dev.process.Opened;
import congressbot.dev.process.Pause;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/// How often the parts speak to each other and wait, counted on the wire by proxies in between.
///
/// @param during a crowd, for one message
/// @param silent in a second in which nobody writes
/// @param without those of the silence, for one message
record RoundTrips(Map<Link, Double> during, Map<Link, Double> silent, Map<Link, Double> without) {
    private static final Duration SILENCE = Duration.ofSeconds(5);
    private static final double SECOND = 1e9;

    RoundTrips {
        during = Map.copyOf(during);
        silent = Map.copyOf(silent);
        without = Map.copyOf(without);
    }

    /// Counts in a house of its own.
    ///
    /// @param load few people at a time, so that nothing is counted for two messages at once
    static RoundTrips count(Ground ground, Load load, Opened opened)
            throws IOException, SQLException, InterruptedException, BrokenRun {
        try (Stage stage = Stage.counting(ground, ground.crew(1, 1), opened)) {
            stage.warmUp(load.warmUp(), load.concurrency());
            stage.settle();
            Map<Link, Long> first = now(stage.house());
            Pause.of(SILENCE);
            Map<Link, Long> before = now(stage.house());
            long began = System.nanoTime();
            Measurement measured = stage.measure(load.registrations(), load.concurrency());
            double seconds = (System.nanoTime() - began) / SECOND;
            Map<Link, Long> after = now(stage.house());
            stage.check();
            return of(first, before, after, seconds, measured.timings().size());
        }
    }

    private static Map<Link, Long> now(House house) {
        Map<Link, Long> counts = new EnumMap<>(Link.class);
        for (Link link : Link.values()) {
            counts.put(link, house.wires().roundTrips(link));
        }
        return counts;
    }

    private static RoundTrips of(
            Map<Link, Long> first, Map<Link, Long> before, Map<Link, Long> after, double seconds, int messages) {
        Map<Link, Double> during = new EnumMap<>(Link.class);
        Map<Link, Double> silent = new EnumMap<>(Link.class);
        Map<Link, Double> without = new EnumMap<>(Link.class);
        for (Link link : Link.values()) {
            double aSecond = (double) (of(before, link) - of(first, link)) / SILENCE.toSeconds();
            double all = of(after, link) - of(before, link);
            silent.put(link, aSecond);
            during.put(link, all / messages);
            without.put(link, (all - aSecond * seconds) / messages);
        }
        return new RoundTrips(during, silent, without);
    }

    double toPostgres() {
        return of(without, Link.BOT_TO_POSTGRES);
    }

    String text() {
        Table table = new Table(
                1, "round trips", "a message", "a second of silence", "a message, without those of the silence");
        for (Link link : Link.values()) {
            table.row(
                    link.text(),
                    Table.number(of(during, link), 2),
                    Table.number(of(silent, link), 1),
                    Table.number(of(without, link), 2));
        }
        return table.text();
    }

    /// Every link was counted.
    private static <T> T of(Map<Link, T> counts, Link link) {
        return Objects.requireNonNull(counts.get(link));
    }
}
