package congressbot.dev.bench;

import congressbot.dev.metrics.Percentiles;
import congressbot.dev.stores.EmbeddedRedis.AppendSync;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// How fast it is and what it costs: with processes that have just started and with warm ones, for
/// few people at a time and for many.
record Speeds(List<Speed> speeds) {
    /// The crowd that the aims speak of.
    static final int MIDDLE = 50;

    static final int FEW = 10;
    static final int MANY = 200;
    private static final List<Integer> CROWDS = List.of(FEW, MIDDLE, MANY);

    Speeds {
        speeds = List.copyOf(speeds);
    }

    /// One line.
    ///
    /// @param fresh the first messages of new processes
    record Speed(AppendSync aof, boolean fresh, int people, Measurement measured) {
        String name() {
            return "%s, %s".formatted(aof.name().toLowerCase(Locale.ROOT), fresh ? "fresh" : "warm");
        }
    }

    /// Measures all crowds in one house, whose processes are renewed in between; at the end they are
    /// warm.
    static List<Speed> in(Stage stage, AppendSync aof, Scale scale)
            throws IOException, SQLException, InterruptedException, BrokenRun {
        List<Speed> speeds = new ArrayList<>();
        speeds.add(new Speed(aof, true, FEW, stage.measure(scale.measured(), FEW)));
        stage.renew();
        speeds.add(new Speed(aof, true, MANY, stage.measure(scale.measured(), MANY)));
        stage.renew();
        speeds.add(1, new Speed(aof, true, MIDDLE, stage.measure(scale.measured(), MIDDLE)));
        stage.warmUp(scale.warm() - scale.measured(), MIDDLE);
        for (int people : CROWDS) {
            speeds.add(new Speed(aof, false, people, stage.measure(scale.measured(), people)));
        }
        return speeds;
    }

    Speeds and(List<Speed> more) {
        return new Speeds(Stream.concat(speeds.stream(), more.stream()).toList());
    }

    Measurement warm(AppendSync aof, int people) {
        return speeds.stream()
                .filter(speed -> speed.aof() == aof && !speed.fresh() && speed.people() == people)
                .findFirst()
                .orElseThrow()
                .measured();
    }

    /// The best rate of warm processes.
    double best(AppendSync aof) {
        return speeds.stream()
                .filter(speed -> speed.aof() == aof && !speed.fresh())
                .mapToDouble(speed -> speed.measured().messagesPerSecond())
                .max()
                .orElseThrow();
    }

    String text() {
        return String.join("\n", speed(), cost(), trips());
    }

    private String speed() {
        Table table = new Table(
                1,
                "Redis, processes",
                "people",
                "messages/s",
                "reply p50 ms",
                "p95",
                "p99",
                "max",
                "webhook p50 ms",
                "p95",
                "p99",
                "max");
        for (Speed speed : speeds) {
            Percentiles reply = speed.measured().untilReply();
            Percentiles answer = speed.measured().untilAnswer();
            table.row(
                    speed.name(),
                    "" + speed.people(),
                    Table.number(speed.measured().messagesPerSecond(), 0),
                    millis(reply.p50()),
                    millis(reply.p95()),
                    millis(reply.p99()),
                    millis(reply.max()),
                    millis(answer.p50()),
                    millis(answer.p95()),
                    millis(answer.p99()),
                    millis(answer.max()));
        }
        return table.text();
    }

    private String cost() {
        Table table = new Table(
                1,
                "CPU-ms a message",
                "people",
                "gateway",
                "worker",
                "bot-api",
                "together",
                "of it compiling",
                "PostgreSQL",
                "Redis",
                "bench",
                "all else",
                "RSS of the three, MiB");
        for (Speed speed : speeds) {
            Measurement measured = speed.measured();
            table.row(
                    speed.name(),
                    "" + speed.people(),
                    cpu(measured, Part.GATEWAY),
                    cpu(measured, Part.WORKER),
                    cpu(measured, Part.BOT_API),
                    Table.number(measured.ourCpuMillis(), 2),
                    Table.number(measured.ourCompilerMillis(), 2),
                    cpu(measured, Part.POSTGRESQL),
                    cpu(measured, Part.REDIS),
                    cpu(measured, Part.BENCH),
                    Table.number(measured.cpuMillisOfOthers(), 2),
                    Table.number(measured.ourResidentMib(), 0));
        }
        return table.text();
    }

    private String trips() {
        Table table = new Table(
                1,
                "a message",
                "people",
                "Redis round trips: gateway",
                "worker",
                "bot-api",
                "together",
                "write commits",
                "all transactions",
                "bytes of WAL");
        for (Speed speed : speeds) {
            Measurement measured = speed.measured();
            DatabaseStat database = measured.spent().database();
            table.row(
                    speed.name(),
                    "" + speed.people(),
                    trips(measured, Part.GATEWAY),
                    trips(measured, Part.WORKER),
                    trips(measured, Part.BOT_API),
                    Table.number(measured.ourRoundTrips(), 2),
                    Table.number(measured.perMessage(database.writes()), 2),
                    Table.number(measured.perMessage(database.commits()), 2),
                    Table.number(measured.perMessage(database.walBytes()), 0));
        }
        return table.text();
    }

    private static String cpu(Measurement measured, Part part) {
        return Table.number(measured.cpuMillis(part), 2);
    }

    private static String trips(Measurement measured, Part part) {
        return Table.number(measured.perMessage(measured.spent().roundTrips().getOrDefault(part, 0L)), 2);
    }

    private static String millis(Duration duration) {
        return Table.number(Measurement.millis(duration), 1);
    }
}
