package congressbot.wire.process;

import java.nio.file.Path;
import java.util.function.Function;
import org.slf4j.LoggerFactory;

/// The start and the end of a process, the same for all: configuration, logs, the parts, a clean stop on SIGTERM.
public final class Launch {
    /// Exit status for a configuration that cannot be used.
    private static final int USAGE = 2;

    private Launch() {}

    /// Starts the parts of a process; closing the result stops them within their grace time.
    @FunctionalInterface
    public interface Start<S> {
        AutoCloseable start(S settings) throws Exception;
    }

    /// Runs until the process is told to stop. With wrong configuration, prints every problem and exits with 2.
    ///
    /// @param logName the log file without its ending
    /// @param settings reads the configuration of this process
    public static <S> void run(String logName, Function<Env, S> settings, Start<S> start) throws Exception {
        try {
            Env env = new Env(System.getenv());
            Path logDir = env.path(Variable.LOG_DIR, "logs");
            S read = settings.apply(env);
            env.finish();
            Logs.start(logName, env.profile(), logDir);
            stopOnSignal(logName, start.start(read));
        } catch (InvalidConfiguration e) {
            e.problems().forEach(System.err::println);
            System.exit(USAGE);
        }
    }

    private static void stopOnSignal(String name, AutoCloseable parts) {
        var log = LoggerFactory.getLogger(Launch.class);
        Thread stop = new Thread(
                () -> {
                    log.atInfo().addKeyValue("process", name).log("stopping");
                    try {
                        parts.close();
                    } catch (Exception e) {
                        log.atError().setCause(e).log("not everything stopped cleanly");
                    }
                },
                "stop");
        Runtime.getRuntime().addShutdownHook(stop);
        log.atInfo().addKeyValue("process", name).log("started");
    }
}
