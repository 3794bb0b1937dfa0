package congressbot.dev.bench;

import congressbot.dev.bench.Speeds.Speed;
import congressbot.dev.process.Opened;
import congressbot.dev.stores.EmbeddedRedis.AppendSync;
import java.io.IOException;
import java.sql.SQLException;

/// The usual crowd once more: while messages of others wait, and with twice as many processes.
///
/// @param others whose messages wait; each pauses as if something had failed
record Beside(int others, Speed usual, Measurement waiting, Measurement doubled) {
    private static final int TWICE = 2;

    /// Measures the processes in a house of their own, where each worker and bot-api gets as warm as a single one.
    ///
    /// @param usual without others, and with one process of each kind
    /// @param waiting while others waited, right after that
    static Beside measure(Ground ground, Scale scale, Speed usual, Measurement waiting, Opened opened)
            throws IOException, SQLException, InterruptedException, BrokenRun {
        Load load = new Load(Speeds.MIDDLE, TWICE * usual.before(), scale.measured());
        Measurement doubled = new Bench(ground, opened)
                .measure(load, AppendSync.EVERYSEC, ground.crew(TWICE, TWICE))
                .measured();
        return new Beside(scale.waiting(), usual, waiting, doubled);
    }

    /// Of the rate without others.
    double partWhileWaiting() {
        return part(waiting);
    }

    /// Of the rate with one process of each kind.
    double partWithMore() {
        return part(doubled);
    }

    String text() {
        Table table = new Table(
                1,
                "AOF everysec, 50 people",
                "after",
                "messages/s",
                "of the first",
                "our CPU-ms",
                "of it compiling",
                "RSS MiB");
        row(table, "1 worker, 1 bot-api, empty queue", usual.before(), usual.measured());
        int then = usual.before() + usual.registrations();
        row(table, "%,d messages of others waiting".formatted(others), then, waiting);
        row(table, "2 workers, 2 bot-apis", TWICE * usual.before(), doubled);
        return table.text();
    }

    /// @param after registrations since the processes started
    private void row(Table table, String what, int after, Measurement measured) {
        table.row(
                what,
                Table.number(after, 0),
                Table.number(measured.messagesPerSecond(), 0),
                Table.percent(part(measured)),
                Table.number(measured.ourCpuMillis(), 2),
                Table.number(measured.ourCompilerMillis(), 2),
                Table.number(measured.ourResidentMib(), 0));
    }

    private double part(Measurement measured) {
        return measured.messagesPerSecond() / usual.measured().messagesPerSecond();
    }
}
