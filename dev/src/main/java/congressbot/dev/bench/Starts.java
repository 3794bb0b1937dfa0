package congressbot.dev.bench;

import congressbot.dev.house.House;
import congressbot.dev.process.ChildProcess;
import congressbot.dev.process.Opened;
import congressbot.dev.process.Pause;
import congressbot.dev.process.Program;
import congressbot.dev.stores.EmbeddedRedis.AppendSync;
import congressbot.dev.stores.Folders;
import congressbot.wire.http.HttpCaller;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// How long a process takes from its start until it says that it is at work, with the archive of its
/// classes and without; and the memory of those that have nothing to do.
record Starts(Map<Program, Times> times) {
    private static final int TIMES = 3;

    /// Between two looks; what a start takes is known that exactly.
    private static final Duration LOOK = Duration.ofMillis(5);

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Duration REST = Duration.ofSeconds(5);

    Starts {
        times = Map.copyOf(times);
    }

    /// Of one program.
    ///
    /// @param restKib memory when it had nothing to do
    record Times(List<Duration> archived, List<Duration> bare, long restKib) {
        Times {
            archived = List.copyOf(archived);
            bare = List.copyOf(bare);
        }
    }

    /// Measures in a house of its own.
    static Starts measure(Ground ground, Opened outer) throws IOException, SQLException, InterruptedException {
        try (Stage stage = Stage.open(ground, ground.crew(1, 1), AppendSync.EVERYSEC, outer);
                HttpCaller http = new HttpCaller(1)) {
            Pause.of(REST);
            Map<Part, Long> rest = stage.memory();
            Path bare = withoutArchives(ground);
            Map<Program, Times> times = new EnumMap<>(Program.class);
            for (Program program : Program.values()) {
                ChildProcess process = stage.house().process(program);
                List<Duration> archived = starts(stage.house(), process, http);
                stage.house().renewFrom(bare, process);
                List<Duration> cold = starts(stage.house(), process, http);
                times.put(program, new Times(archived, cold, Objects.requireNonNull(rest.get(Part.of(program)))));
            }
            return new Starts(times);
        }
    }

    /// The packaged modules once more, without what else lies beside them.
    private static Path withoutArchives(Ground ground) throws IOException {
        Path bare = ground.folder().resolve("bare");
        Folders.delete(bare);
        for (Program program : Program.values()) {
            String module = program.module();
            Path target = Files.createDirectories(bare.resolve(module).resolve("target"));
            Path packaged = ground.project().resolve(module).resolve("target").toAbsolutePath();
            for (String name : List.of(module + ".jar", "lib")) {
                Files.createSymbolicLink(target.resolve(name), packaged.resolve(name));
            }
        }
        return bare;
    }

    private static List<Duration> starts(House house, ChildProcess process, HttpCaller http)
            throws IOException, InterruptedException {
        List<Duration> took = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            process.kill();
            long began = System.nanoTime();
            process.restart();
            while (!process.healthy(http)) {
                if (System.nanoTime() - began > LONGEST.toNanos()) {
                    throw new IOException(process + " does not start");
                }
                Pause.of(LOOK);
            }
            took.add(Duration.ofNanos(System.nanoTime() - began));
            house.awaitWhole();
        }
        return took;
    }

    String text() {
        Table table =
                new Table(1, "from the start to /health 200, s", "with its archive", "without", "RSS at rest, MiB");
        for (Program program : Program.values()) {
            Times of = Objects.requireNonNull(times.get(program));
            table.row(
                    program.module(),
                    seconds(of.archived()),
                    seconds(of.bare()),
                    Table.number(of.restKib() / Measurement.KIB_A_MIB, 0));
        }
        return table.text();
    }

    /// The slowest of those with an archive.
    Duration slowest() {
        return times.values().stream()
                .flatMap(of -> of.archived().stream())
                .max(Duration::compareTo)
                .orElseThrow();
    }

    static String seconds(List<Duration> took) {
        return took.stream()
                .map(duration -> Table.number(Measurement.millis(duration) / 1_000, 2))
                .collect(Collectors.joining(", "));
    }
}
