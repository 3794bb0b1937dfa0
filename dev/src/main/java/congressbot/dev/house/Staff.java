package congressbot.dev.house;

import congressbot.dev.house.Surroundings.Told;
import congressbot.dev.process.ChildProcess;
import congressbot.dev.process.Opened;
import congressbot.dev.process.Program;
import congressbot.dev.process.Setting;
import congressbot.wire.http.HttpCaller;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// The processes of a house.
final class Staff {
    private final Map<Program, List<ChildProcess>> processes = new EnumMap<>(Program.class);
    private final Site site;
    private final Opened opened;

    private Staff(Site site, Opened opened) {
        this.site = site;
        this.opened = opened;
    }

    /// Starts all; ready when this returns.
    static Staff start(Site site, Surroundings surroundings, Opened opened, HttpCaller http)
            throws IOException, InterruptedException {
        Crew crew = site.crew();
        Staff staff = new Staff(site, opened);
        staff.start(surroundings, crew.bots(), crew.workers());
        staff.awaitReady(http);
        return staff;
    }

    List<ChildProcess> of(Program program) {
        return Objects.requireNonNull(processes.get(program));
    }

    List<ChildProcess> all() {
        return processes.values().stream().flatMap(List::stream).toList();
    }

    private void start(Surroundings surroundings, int bots, int workers) throws IOException {
        start(Program.GATEWAY, surroundings.gateway());
        for (int i = 0; i < bots; i++) {
            start(Program.BOT_API, surroundings.bot(i));
        }
        for (int i = 0; i < workers; i++) {
            start(Program.WORKER, surroundings.worker(i));
        }
    }

    private void awaitReady(HttpCaller http) throws IOException, InterruptedException {
        for (ChildProcess process : all()) {
            process.awaitReady(http);
        }
    }

    /// Each has a folder of its own for what it says.
    private void start(Program program, Told told) throws IOException {
        List<ChildProcess> same = processes.computeIfAbsent(program, _ -> new ArrayList<>());
        Path logs = Files.createDirectories(site.logs().resolve(program.module() + "-" + (same.size() + 1)));
        Map<String, String> environment = new HashMap<>(told.environment());
        environment.put("LOG_DIR", logs.toString());
        Crew crew = site.crew();
        List<String> jvmOptions = Stream.concat(crew.jvmOptions().stream(), crew.agents().stream())
                .toList();
        Setting setting = new Setting(site.project(), jvmOptions, crew.rehearsing(), environment, logs);
        same.add(opened.with(ChildProcess.start(program, told.port(), setting)));
    }
}
