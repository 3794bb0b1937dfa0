package congressbot.dev.bench;

import congressbot.dev.metrics.Percentiles;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.stream.Stream;

/// How long webhooks take that come at a fixed pace, each with the first message of somebody new.
///
/// @param people who wrote, each time
/// @param first after registrations, in which one message of nine is a first one
/// @param next of as many people more
record Paced(int people, Percentiles first, Percentiles next) {
    static Paced measure(Stage stage, int people) throws IOException, SQLException, InterruptedException, BrokenRun {
        return new Paced(people, pour(stage, people), pour(stage, people));
    }

    String text() {
        Table table = new Table(1, "ms from the moment that it was due to its answer", "p50", "p95", "p99", "max");
        row(table, "the first %,d".formatted(people), first);
        row(table, "the next %,d".formatted(people), next);
        return table.text();
    }

    private static Percentiles pour(Stage stage, int people)
            throws IOException, SQLException, InterruptedException, BrokenRun {
        return Percentiles.of(stage.pour(people, Scale.PACE).answers());
    }

    private static void row(Table table, String which, Percentiles answers) {
        Stream<Duration> times = Stream.of(answers.p50(), answers.p95(), answers.p99(), answers.max());
        table.row(Stream.concat(Stream.of(which), times.map(time -> Table.number(Measurement.millis(time), 1)))
                .toArray(String[]::new));
    }
}
