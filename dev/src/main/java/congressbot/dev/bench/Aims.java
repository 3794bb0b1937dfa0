package congressbot.dev.bench;

import congressbot.dev.stores.EmbeddedRedis.AppendSync;
import java.time.Duration;
import java.util.Optional;

/// What is aimed at, beside what was measured. It is told and not judged.
///
/// @param paced answers of webhooks that come at a fixed pace
/// @param growth empty when it was not measured
record Aims(
        Speeds speeds,
        RoundTrips trips,
        Paced paced,
        Beside beside,
        Optional<Growth> growth,
        Starts starts,
        DemoStart demo) {
    private static final double SECOND = 1_000;

    String text() {
        Table table = new Table(1, "warm, AOF everysec where nothing else is said", "aim", "measured");
        speed(table);
        cost(table, speeds.warm(AppendSync.EVERYSEC, Speeds.MIDDLE));
        constancy(table);
        table.row("slowest start with an archive, s", "≤ 1.5", seconds(starts.slowest()));
        table.row("the demo, again, s", "≤ 6", seconds(demo.again()));
        return table.text() + "\n";
    }

    private void speed(Table table) {
        Measurement few = speeds.warm(AppendSync.EVERYSEC, Speeds.FEW);
        Measurement middle = speeds.warm(AppendSync.EVERYSEC, Speeds.MIDDLE);
        Measurement many = speeds.warm(AppendSync.EVERYSEC, Speeds.MANY);
        table.row("messages/s, 50 people", "≥ 2,000", Table.number(middle.messagesPerSecond(), 0));
        table.row(
                "p99 until the reply, 50 people, ms",
                "≤ 50",
                millis(middle.untilReply().p99()));
        table.row(
                "p50 until the reply, 10 people, ms",
                "≤ 8",
                millis(few.untilReply().p50()));
        table.row(
                "200 people: part of the best rate",
                "≥ 90 %",
                Table.percent(many.messagesPerSecond() / speeds.best(AppendSync.EVERYSEC)));
        String webhook = "webhook p99 at %d/s, AOF always, ms, of the %s %,d";
        table.row(
                webhook.formatted(Scale.PACE, "first", paced.people()),
                "≤ 20",
                millis(paced.first().p99()));
        table.row(
                webhook.formatted(Scale.PACE, "next", paced.people()),
                "≤ 20",
                millis(paced.next().p99()));
    }

    private void cost(Table table, Measurement middle) {
        table.row("CPU-ms a message, our three, 50 people", "≤ 0.45", Table.number(middle.ourCpuMillis(), 2));
        table.row("Redis round trips a message", "≤ 5", Table.number(middle.ourRoundTrips(), 2));
        table.row(
                "write commits a message",
                "≤ 2",
                Table.number(middle.perMessage(middle.spent().database().writes()), 2));
        table.row("PostgreSQL round trips a message", "≤ 4", Table.number(trips.toPostgres(), 2));
        table.row(
                "RSS of our three, at most, MiB",
                "≤ 550",
                Table.number(speeds.mostResidentMib(AppendSync.EVERYSEC), 0));
    }

    /// Rates, as parts of the usual one.
    private void constancy(Table table) {
        table.row(
                "%,d participants and ten times as many messages stored".formatted(Growth.PEOPLE),
                "≥ 80 %",
                growth.map(measured -> Table.percent(measured.part())).orElse("only with --large"));
        table.row(
                "%,d messages of others waiting".formatted(beside.others()),
                "≥ 80 %",
                Table.percent(beside.partWhileWaiting()));
        table.row("2 workers, 2 bot-apis", "≥ 100 %", Table.percent(beside.partWithMore()));
    }

    private static String millis(Duration duration) {
        return Table.number(Measurement.millis(duration), 1);
    }

    private static String seconds(Duration duration) {
        return Table.number(Measurement.millis(duration) / SECOND, 2);
    }
}
