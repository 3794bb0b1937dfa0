package congressbot.dev.bench;

import congressbot.dev.bench.ceiling.Ceilings;
import congressbot.dev.metrics.Machine;
import congressbot.dev.people.Person;
import congressbot.dev.process.Opened;
import congressbot.dev.stores.EmbeddedRedis.AppendSync;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/// Everything that is measured, one after the other, as one piece of Markdown. Each part has a house
/// or stores of its own, empty at first.
final class Survey {
    private static final long SECOND = 1_000_000_000;

    private final Ground ground;
    private final Scale scale;
    private final PrintStream out;
    private final Opened opened;
    private final long began = System.nanoTime();

    Survey(Ground ground, Scale scale, PrintStream out, Opened opened) {
        this.ground = ground;
        this.scale = scale;
        this.out = out;
        this.opened = opened;
    }

    /// What was measured with one sync of Redis a second.
    ///
    /// @param waiting the same crowd once more, while messages of others wait
    private record Everysec(List<Speeds.Speed> speeds, Measurement waiting) {}

    /// What was measured with one sync of Redis for every write.
    private record Always(List<Speeds.Speed> speeds, Paced paced) {}

    /// Prints each part when it is measured, and at the end the aims.
    void print(boolean large) throws IOException, SQLException, InterruptedException, BrokenRun {
        if (large) {
            Growth.look(ground.folder());
        }
        out.println(head());
        Everysec everysec = everysec();
        Always always = always();
        Speeds speeds = new Speeds(everysec.speeds()).and(always.speeds());
        print("Speed and cost", speeds.text());
        print(
                "Webhooks at %d messages a second, AOF always".formatted(Scale.PACE),
                always.paced().text());
        RoundTrips trips = RoundTrips.count(ground, scale.counted(), opened);
        print("Round trips on the wire", trips.text());
        Ceilings ceilings =
                Ceilings.measure(ground.project(), ground.folder().resolve("ceiling"), scale.ceilings(), opened);
        print("The ceiling", new Share(ceilings, speeds).text());
        Beside beside = Beside.measure(ground, scale, speeds.steady(AppendSync.EVERYSEC), everysec.waiting(), opened);
        print("Beside others, and with others", beside.text());
        Starts starts = Starts.measure(ground, opened);
        DemoStart demo = DemoStart.measure(ground, opened);
        print("Starts", starts.text() + "\n" + demo.text());
        Optional<Growth> growth = large ? Optional.of(grown(speeds)) : Optional.empty();
        print("The aims", new Aims(speeds, trips, always.paced(), beside, growth, starts, demo).text());
    }

    private Growth grown(Speeds speeds) throws IOException, SQLException, InterruptedException, BrokenRun {
        Measurement empty = speeds.warm(AppendSync.EVERYSEC, Speeds.MIDDLE);
        Growth growth = Growth.measure(ground, Growth.PEOPLE, scale.load(Speeds.MIDDLE), empty, opened);
        print("Where many have been before", growth.text());
        return growth;
    }

    private Everysec everysec() throws IOException, SQLException, InterruptedException, BrokenRun {
        try (Stage stage = Stage.open(ground, ground.crew(1, 1), AppendSync.EVERYSEC, opened)) {
            List<Speeds.Speed> speeds = Speeds.in(stage, AppendSync.EVERYSEC, scale);
            Backlog.hold(stage, scale.waiting());
            Measurement waiting = stage.measure(scale.measured(), Speeds.MIDDLE);
            stage.check();
            return new Everysec(speeds, waiting);
        }
    }

    private Always always() throws IOException, SQLException, InterruptedException, BrokenRun {
        try (Stage stage = Stage.open(ground, ground.crew(1, 1), AppendSync.ALWAYS, opened)) {
            List<Speeds.Speed> speeds = Speeds.in(stage, AppendSync.ALWAYS, scale);
            Paced paced = Paced.measure(stage, scale.paced());
            stage.check();
            return new Always(speeds, paced);
        }
    }

    private String head() throws IOException {
        Machine machine = Machine.here();
        return """
                ### Bench, %s

                - %d cores (%s), %s, %s
                - each line: %d registrations of %d messages, after as many as its column says since the processes started
                - each process has an AOT cache, as `./congress-bot rehearse` leaves it
                - 1 gateway, 1 worker, 1 bot-api. PostgreSQL: fsync and synchronous_commit on. SETTLE_WINDOW=PT0S, ENV=dev
                - bridge, people and stores on the same machine; JVM of each process: %s
                """.formatted(
                        LocalDate.now(ZoneOffset.UTC),
                        machine.cores(),
                        machine.processor(),
                        machine.system(),
                        machine.java(),
                        scale.measured(),
                        Person.messageCount(),
                        String.join(" ", ground.jvmOptions()));
    }

    private void print(String title, String part) {
        out.println("#### " + title + "\n\n" + part);
        System.err.println("bench: %s: done after %d s".formatted(title, (System.nanoTime() - began) / SECOND));
    }
}
