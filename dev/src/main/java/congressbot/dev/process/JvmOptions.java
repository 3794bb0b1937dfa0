package congressbot.dev.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// With what our processes run when a person starts them.
public final class JvmOptions {
    /// Those of the launcher on every machine, in its order.
    public static final List<String> EVERYWHERE = List.of(
            "-XX:+UseSerialGC",
            "-Xms24m",
            "-Xmx256m",
            "-Xmn12m",
            "-XX:SurvivorRatio=3",
            "-XX:TargetSurvivorRatio=90",
            "-XX:TrimNativeHeapInterval=2000",
            "-Xlog:trimnative=off",
            "-XX:ReservedCodeCacheSize=64m",
            "-Dfile.encoding=UTF-8");

    /// Only where the kernel gives them: elsewhere the JVM warns of it, or does not know it.
    public static final String HUGE_PAGES = "-XX:+UseTransparentHugePages";

    /// Holds a line like `always [madvise] never`; only Linux has it.
    private static final Path KERNEL = Path.of("/sys/kernel/mm/transparent_hugepage/enabled");

    private JvmOptions() {}

    /// Those of the launcher on this machine, in its order.
    public static List<String> ofTheLauncher() {
        return hasHugePages()
                ? Stream.concat(EVERYWHERE.stream(), Stream.of(HUGE_PAGES)).toList()
                : EVERYWHERE;
    }

    private static boolean hasHugePages() {
        try {
            return Files.isReadable(KERNEL) && !Files.readString(KERNEL).contains("[never]");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
