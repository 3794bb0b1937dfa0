package congressbot.wire.doctor;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import congressbot.wire.process.Env;
import congressbot.wire.process.Problem;
import congressbot.wire.process.Variable;
import congressbot.wire.resource.ResourceFile;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.LoggerFactory;

/// Looks after one process: its configuration first, and if that is whole, all that it needs.
///
/// @param process as the report calls it
/// @param own sentences of this process
/// @param settings reads its configuration
public record Doctor<S>(String process, List<ResourceFile> own, Function<Env, S> settings, Examination<S> examination) {
    private static final String CHECK = "--check";
    private static final int ILL = 1;

    public Doctor {
        own = List.copyOf(own);
    }

    /// What a process looks at.
    @FunctionalInterface
    public interface Examination<S> {
        void examine(S settings, Report report) throws Exception;
    }

    /// Whether a process was called to be looked after, and not to run.
    public static boolean isCalled(String... arguments) {
        return Arrays.equals(arguments, new String[] {CHECK});
    }

    /// Tells the terminal, and ends this process: with 1 when there is a problem.
    public void call() {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.OFF);
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.exit(examine(out, System.getenv()) ? 0 : ILL);
    }

    /// Looks after a process with these variables.
    ///
    /// @return whether there is no problem
    public boolean examine(PrintStream out, Map<String, String> environment) {
        Report report = Report.begin(out, process, own.toArray(ResourceFile[]::new));
        Env env = new Env(environment);
        env.path(Variable.LOG_DIR, "logs"); // read at the start of every process
        S read = settings.apply(env);
        if (configured(env.problems(), report)) {
            examine(read, report);
        }
        return report.isGood();
    }

    private static boolean configured(List<Problem> problems, Report report) {
        problems.forEach(problem -> tell(problem, report));
        if (problems.isEmpty()) {
            report.ok("configured");
        } else {
            report.off("unexamined");
        }
        return problems.isEmpty();
    }

    /// What is expected stands in the words, for each variable.
    private static void tell(Problem problem, Report report) {
        String name = problem.variable();
        report.problem("variable." + problem.kind(), name, report.said("expected." + plain(name)));
    }

    /// Without the suffix of an instance.
    private static String plain(String name) {
        return Arrays.stream(Variable.values())
                .map(Variable::name)
                .filter(name::startsWith)
                .max(Comparator.comparingInt(String::length))
                .orElse("unknown");
    }

    /// A mistake of ours in looking is told, too.
    private void examine(S read, Report report) {
        try {
            examination.examine(read, report);
        } catch (Exception e) {
            report.problem("broken", e.getClass().getSimpleName());
        }
    }
}
