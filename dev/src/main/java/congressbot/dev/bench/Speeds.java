package congressbot.dev.bench;

import congressbot.dev.people.Person;
import congressbot.dev.stores.EmbeddedRedis.AppendSync;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/// How fast it is and what it costs: with processes that have just started and with warm ones, for
/// few people at a time and for many.
record Speeds(List<Speed> speeds) {
    /// The crowd that the aims speak of.
    static final int MIDDLE = 50;

    static final int FEW = 10;
    static final int MANY = 200;
    private static final List<Integer> CROWDS = List.of(MIDDLE, FEW, MANY, MIDDLE);

    Speeds {
        speeds = List.copyOf(speeds);
    }

    /// One line.
    ///
    /// @param before registrations since the processes started
    record Speed(AppendSync aof, int before, int people, Measurement measured) {
        int registrations() {
            return measured.timings().size() / Person.messageCount();
        }

        boolean fresh() {
            return before == 0;
        }

        private Stream<String> names() {
            return Stream.of(aof.name().toLowerCase(Locale.ROOT), Table.number(before, 0), Table.number(people, 0));
        }
    }

    /// Measures all crowds in one house, whose processes are renewed in between; at the end they are
    /// warm.
    static List<Speed> in(Stage stage, AppendSync aof, Scale scale)
            throws IOException, SQLException, InterruptedException, BrokenRun {
        List<Speed> speeds = new ArrayList<>();
        speeds.add(new Speed(aof, 0, FEW, stage.measure(scale.measured(), FEW)));
        stage.renew();
        speeds.add(new Speed(aof, 0, MANY, stage.measure(scale.measured(), MANY)));
        stage.renew();
        speeds.add(1, new Speed(aof, 0, MIDDLE, stage.measure(scale.measured(), MIDDLE)));
        stage.warmUp(scale.warm() - scale.measured(), MIDDLE);
        int before = scale.warm();
        for (int people : CROWDS) {
            speeds.add(new Speed(aof, before, people, stage.measure(scale.measured(), people)));
            before += scale.measured();
        }
        return speeds;
    }

    Speeds and(List<Speed> more) {
        return new Speeds(Stream.concat(speeds.stream(), more.stream()).toList());
    }

    /// As soon as its processes count as warm.
    Measurement warm(AppendSync aof, int people) {
        return warm(aof)
                .filter(speed -> speed.people() == people)
                .findFirst()
                .orElseThrow()
                .measured();
    }

    /// The middle crowd once more, after all others.
    Speed steady(AppendSync aof) {
        return warm(aof).filter(speed -> speed.people() == MIDDLE).toList().getLast();
    }

    /// The most memory that our processes took together while warm, in MiB.
    double mostResidentMib(AppendSync aof) {
        return warm(aof)
                .mapToDouble(speed -> speed.measured().ourResidentMib())
                .max()
                .orElseThrow();
    }

    private Stream<Speed> warm(AppendSync aof) {
        return speeds.stream().filter(speed -> speed.aof() == aof && !speed.fresh());
    }

    /// The best rate of warm processes.
    double best(AppendSync aof) {
        return warm(aof)
                .mapToDouble(speed -> speed.measured().messagesPerSecond())
                .max()
                .orElseThrow();
    }

    String text() {
        return String.join("\n", speed(), cost(), trips());
    }

    private String speed() {
        return table(
                "messages/s, reply p50 ms, p95, p99, max, webhook p50 ms, p95, p99, max",
                measured -> Stream.concat(
                        Stream.of(Table.number(measured.messagesPerSecond(), 0)),
                        Stream.of(measured.untilReply(), measured.untilAnswer())
                                .flatMap(times -> Stream.of(times.p50(), times.p95(), times.p99(), times.max()))
                                .map(Speeds::millis)));
    }

    private String cost() {
        return table(
                "gateway CPU-ms, worker, bot-api, together, of it compiling, PostgreSQL, Redis, bench, all else, RSS MiB",
                measured -> Stream.of(
                        cpu(measured, Part.GATEWAY),
                        cpu(measured, Part.WORKER),
                        cpu(measured, Part.BOT_API),
                        Table.number(measured.ourCpuMillis(), 2),
                        Table.number(measured.ourCompilerMillis(), 2),
                        cpu(measured, Part.POSTGRESQL),
                        cpu(measured, Part.REDIS),
                        cpu(measured, Part.BENCH),
                        Table.number(measured.cpuMillisOfOthers(), 2),
                        Table.number(measured.ourResidentMib(), 0)));
    }

    private String trips() {
        return table(
                "gateway to Redis, worker, bot-api, together, write commits, all transactions, bytes of WAL",
                measured -> Stream.of(
                        trips(measured, Part.GATEWAY),
                        trips(measured, Part.WORKER),
                        trips(measured, Part.BOT_API),
                        Table.number(measured.ourRoundTrips(), 2),
                        perMessage(measured, DatabaseStat::writes, 2),
                        perMessage(measured, DatabaseStat::commits, 2),
                        perMessage(measured, DatabaseStat::walBytes, 0)));
    }

    /// @param columns their heads, with commas in between
    private String table(String columns, Function<Measurement, Stream<String>> figures) {
        String[] heads = ("Redis, after, people, " + columns).split(", ", -1);
        Table table = new Table(1, heads);
        for (Speed speed : speeds) {
            table.row(Stream.concat(speed.names(), figures.apply(speed.measured()))
                    .toArray(String[]::new));
        }
        return table.text();
    }

    private static String perMessage(Measurement measured, ToLongFunction<DatabaseStat> what, int decimals) {
        return Table.number(
                measured.perMessage(what.applyAsLong(measured.spent().database())), decimals);
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
