package congressbot.dev.bench;

import congressbot.dev.metrics.Percentiles;
import congressbot.dev.stores.EmbeddedRedis.AppendSync;

/// What is aimed at, beside what was measured. It is told and not judged.
///
/// @param paced answers of webhooks that come at a fixed pace
record Aims(Speeds speeds, RoundTrips trips, Percentiles paced, Starts starts, DemoStart demo) {
    private static final double SECOND = 1_000;

    String text() {
        Table table = new Table(1, "warm, AOF everysec where nothing else is said", "aim", "measured");
        Measurement middle = speeds.warm(AppendSync.EVERYSEC, Speeds.MIDDLE);
        Measurement few = speeds.warm(AppendSync.EVERYSEC, Speeds.FEW);
        Measurement many = speeds.warm(AppendSync.EVERYSEC, Speeds.MANY);
        table.row("messages/s, 50 people", "≥ 2,000", Table.number(middle.messagesPerSecond(), 0));
        table.row(
                "p99 until the reply, 50 people, ms",
                "≤ 50",
                millis(middle.untilReply().p99().toNanos()));
        table.row(
                "p50 until the reply, 10 people, ms",
                "≤ 8",
                millis(few.untilReply().p50().toNanos()));
        table.row(
                "200 people: part of the best rate",
                "≥ 90 %",
                Table.percent(many.messagesPerSecond() / speeds.best(AppendSync.EVERYSEC)));
        table.row("CPU-ms a message, our three, 50 people", "≤ 0.45", Table.number(middle.ourCpuMillis(), 2));
        table.row("Redis round trips a message", "≤ 5", Table.number(middle.ourRoundTrips(), 2));
        table.row(
                "write commits a message",
                "≤ 2",
                Table.number(middle.perMessage(middle.spent().database().writes()), 2));
        table.row("PostgreSQL round trips a message", "≤ 4", Table.number(trips.toPostgres(), 2));
        table.row("RSS of our three, MiB", "≤ 550", Table.number(middle.ourResidentMib(), 0));
        table.row(
                "webhook p99 at 300/s, AOF always, ms",
                "≤ 20",
                millis(paced.p99().toNanos()));
        table.row(
                "slowest start with an archive, s",
                "≤ 1.5",
                seconds(starts.slowest().toNanos()));
        table.row("the demo, again, s", "≤ 6", seconds(demo.again().toNanos()));
        return table.text() + "\n";
    }

    private static String millis(long nanos) {
        return Table.number(nanos / 1e6, 1);
    }

    private static String seconds(long nanos) {
        return Table.number(nanos / 1e6 / SECOND, 2);
    }
}
