package congressbot.dev.faults;

import congressbot.dev.sabotage.Bug;
import congressbot.dev.sabotage.Failpoint;
import congressbot.wire.process.Launch;
import congressbot.wire.process.Variable;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// `planted-bugs [BUG ...]`: breaks the house as `faults` does, first as it is and then with a mistake planted into our
/// processes, and tells whether that was seen. Exit status 1 when a mistake was not, or harm where there was none.
public final class Planted {
    private static final int FAILED = 1;
    private static final int WRONG_USE = 2;
    private static final int MESSAGES = 300;
    private static final int SEED = 1;
    private static final int WORKERS = 2;

    private Planted() {}

    public static void main(String[] arguments) {
        Optional<List<Bug>> bugs = parse(List.of(arguments));
        if (bugs.isEmpty()) {
            System.err.println("planted-bugs: usage: planted-bugs [BUG ...], of " + Arrays.toString(Bug.values()));
            System.exit(WRONG_USE);
        }
        Launch.once(
                "planted-bugs",
                env -> env.path(Variable.DATA_DIR, ".data"),
                dataDir -> System.exit(run(dataDir.resolve("planted-bugs").toAbsolutePath(), bugs.orElseThrow())));
    }

    private static Optional<List<Bug>> parse(List<String> names) {
        try {
            List<Bug> bugs = names.stream()
                    .map(name -> Bug.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_')))
                    .toList();
            return Optional.of(bugs.isEmpty() ? List.of(Bug.values()) : bugs);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static int run(Path folder, List<Bug> bugs) throws IOException, SQLException, InterruptedException {
        Faults faults = new Faults(Path.of("").toAbsolutePath(), folder);
        List<Plan> plans = bugs.stream().map(Planted::hunt).distinct().toList();
        System.out.println(Verdict.HEADER);
        long harmless = faults.tried(plans, WORKERS, Faults::print).stream()
                .filter(verdict -> !verdict.harmful())
                .count();
        System.out.printf("without any of them: %d of %d trials without harm%n", harmless, plans.size());
        int caught = 0;
        for (Bug bug : bugs) {
            Verdict verdict = hunted(faults, bug);
            boolean shows = shows(bug, verdict);
            System.out.printf("%-60s %s%n", bug.text(), shows ? "caught" : "NOT CAUGHT");
            System.out.println("    by " + verdict.plan().fault().number() + ": " + verdict.findings());
            caught += shows ? 1 : 0;
        }
        System.out.printf("planted-bugs %d/%d (%d%%)%n", caught, bugs.size(), 100 * caught / bugs.size());
        return caught == bugs.size() && harmless == plans.size() ? 0 : FAILED;
    }

    private static Verdict hunted(Faults faults, Bug bug) throws IOException, SQLException, InterruptedException {
        Plan plan = hunt(bug);
        return faults.tried(List.of(plan), plan.fault().scene(), List.of(bug.name()), WORKERS, _ -> {})
                .getFirst();
    }

    /// Whether this very mistake shows, and not just anything.
    private static boolean shows(Bug bug, Verdict verdict) {
        return switch (bug) {
            case POP_THEN_DEDUPE, DEDUPE_AT_CLAIM, ACK_BEFORE_COMMIT, STORED_COUNT ->
                verdict.counts().lost() > 0;
            case RENEWAL_WITHOUT_LOCK -> !verdict.missing().isEmpty();
            case EXPIRY_KEEPS_LOCK -> !verdict.violations().isEmpty();
            case SEND_BEFORE_COMMIT -> verdict.counts().undecided() > 0;
        };
    }

    /// What brings the mistake to light. People who wait for an answer that never comes would only take time.
    private static Plan hunt(Bug bug) {
        return switch (bug) {
            case POP_THEN_DEDUPE, DEDUPE_AT_CLAIM -> halting(3, Failpoint.CLAIM_HELD);
            case ACK_BEFORE_COMMIT -> halting(3, Failpoint.TURN_BEFORE_CALL);
            case EXPIRY_KEEPS_LOCK ->
                plan(Fault.WORKER_KILLED).by(Manner.RESIGNED).striking(5);
            case RENEWAL_WITHOUT_LOCK -> plan(Fault.WORKER_PAUSED).striking(2);
            case STORED_COUNT -> plan(Fault.THRICE);
            // Two messages in a hurry are one turn, of which after the halt only the first is tried again.
            case SEND_BEFORE_COMMIT -> halting(8, Failpoint.TURN_DECIDED).by(Manner.THRICE);
        };
    }

    private static Plan halting(int times, Failpoint point) {
        return plan(Fault.HALTED).by(Manner.RESIGNED).striking(Collections.nCopies(times, Strike.at(point)));
    }

    private static Plan plan(Fault fault) {
        return Plan.of(fault, MESSAGES, SEED);
    }
}
