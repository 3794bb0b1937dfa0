package congressbot.wire.process;

import ch.qos.logback.classic.Level;
import java.nio.file.Path;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The start and the end of a process, the same for all: configuration, logs, the parts, a clean stop on SIGTERM.
public final class Launch {
    /// Exit status for a configuration that cannot be used.
    private static final int USAGE = 2;

    private static final int FAILURE = 1;

    /// Virtual threads give way only where they wait. With as many carriers as processors, a few requests that compute
    /// for ever would hold all of them, and not even `/health` answered any more; these the system shares out.
    private static final String CARRIERS = "jdk.virtualThreadScheduler.parallelism";

    private static final String CARRIERS_AT_MOST = "16";

    private Launch() {}

    /// Starts the parts of a process; closing the result stops them within their grace time.
    @FunctionalInterface
    public interface Start<S> {
        AutoCloseable start(S settings) throws Exception;
    }

    /// A job that ends by itself.
    @FunctionalInterface
    public interface Job<S> {
        void run(S settings) throws Exception;
    }

    /// Runs until the process is told to stop. With wrong configuration, prints every problem and exits with 2; when
    /// something cannot start, logs it and exits with 1.
    ///
    /// @param logName the log file without its ending
    /// @param settings reads the configuration of this process
    public static <S> void run(String logName, Function<Env, S> settings, Start<S> start) {
        once(logName, settings, read -> stopOnSignal(logName, start.start(read)));
    }

    /// Runs a job, with the same exit statuses.
    public static <S> void once(String logName, Function<Env, S> settings, Job<S> job) {
        once(new Logs(logName, Level.INFO), settings, job);
    }

    /// Runs a job that talks to the person at the terminal: of the log only errors go there.
    public static <S> void quietly(String logName, Function<Env, S> settings, Job<S> job) {
        once(new Logs(logName, Level.ERROR), settings, job);
    }

    private static <S> void once(Logs logs, Function<Env, S> settings, Job<S> job) {
        System.setProperty(CARRIERS, CARRIERS_AT_MOST);
        S read = configured(logs, settings);
        Logger log = LoggerFactory.getLogger(Launch.class);
        try {
            job.run(read);
        } catch (InvalidConfiguration e) {
            refuse(e);
        } catch (Exception e) {
            log.atError().setCause(e).addKeyValue("process", logs.name()).log("cannot start");
            System.exit(FAILURE);
        }
    }

    private static <S> S configured(Logs logs, Function<Env, S> settings) {
        try {
            Env env = new Env(System.getenv());
            Path logDir = env.path(Variable.LOG_DIR, "logs");
            S read = settings.apply(env);
            env.finish();
            logs.start(env.profile(), logDir);
            return read;
        } catch (InvalidConfiguration e) {
            throw refuse(e);
        }
    }

    private static InvalidConfiguration refuse(InvalidConfiguration problem) {
        problem.problems().forEach(System.err::println);
        System.exit(USAGE);
        return problem;
    }

    private static void stopOnSignal(String name, AutoCloseable parts) {
        Logger log = LoggerFactory.getLogger(Launch.class);
        Thread stop = new Thread(
                () -> {
                    log.atInfo().addKeyValue("process", name).log("stopping");
                    try {
                        parts.close();
                        log.atInfo().addKeyValue("process", name).log("stopped");
                    } catch (Exception e) {
                        log.atError().setCause(e).log("not everything stopped cleanly");
                    }
                },
                "stop");
        Runtime.getRuntime().addShutdownHook(stop);
        log.atInfo().addKeyValue("process", name).log("started");
    }
}
