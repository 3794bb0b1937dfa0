package congressbot.dev.process;

import java.util.List;

/// With what our processes run when a person starts them.
public final class JvmOptions {
    /// Those of the launcher, in its order.
    public static final List<String> OF_THE_LAUNCHER = List.of(
            "-XX:+UseSerialGC",
            "-Xms24m",
            "-Xmx256m",
            "-Xmn12m",
            "-XX:SurvivorRatio=3",
            "-XX:TargetSurvivorRatio=90",
            "-XX:TrimNativeHeapInterval=2000",
            "-Xlog:trimnative=off",
            "-Dfile.encoding=UTF-8");

    private JvmOptions() {}
}
