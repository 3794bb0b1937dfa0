package congressbot.dev.bench;

import congressbot.dev.house.Crew;
import congressbot.dev.process.JvmOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where and with what houses are built to be measured.
///
/// @param project the folder of the launcher
/// @param folder each house empties it first
/// @param jvmOptions of each process
record Ground(Path project, Path folder, List<String> jvmOptions) {
    Ground {
        jvmOptions = List.copyOf(jvmOptions);
    }

    /// With the options of the launcher, and those that the person at the terminal adds.
    static Ground of(Path project, Path folder) {
        List<String> options = new ArrayList<>(JvmOptions.ofTheLauncher());
        String more = Optional.ofNullable(System.getenv("JAVA_OPTS")).orElse("").strip();
        if (!more.isEmpty()) {
            options.addAll(List.of(more.split("\\s+", -1)));
        }
        return new Ground(project, folder, options);
    }

    Crew crew(int workers, int bots) {
        return Crew.of(jvmOptions, workers, bots);
    }
}
