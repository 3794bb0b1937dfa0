package congressbot.dev.metrics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where it was measured.
///
/// @param cores that the JVM sees
public record Machine(int cores, String processor, String system, String java) {
    public static Machine here() throws IOException {
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                model(),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"),
                System.getProperty("java.vm.vendor") + " " + Runtime.version());
    }

    private static String model() throws IOException {
        return Files.readString(Path.of("/proc/cpuinfo"))
                .lines()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("unknown processor");
    }
}
