package congressbot.dev.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The faults that are likeliest, each for some seconds; all of them, and longer, are a command of their own.
class FaultsTest {
    private static final int MESSAGES = 300;
    private static final int SEED = 7;
    private static final int WORKERS = 2;

    @TempDir
    static Path folder;

    @Test
    void nothing_is_lost_and_nothing_twice_while_the_house_breaks() throws Exception {
        List<Plan> plans = List.of(
                plan(Fault.WORKER_KILLED),
                plan(Fault.BOT_API_KILLED),
                plan(Fault.REDIS_KILLED),
                plan(Fault.POSTGRES_KILLED));

        List<Verdict> verdicts =
                new Faults(Path.of("..").toAbsolutePath().normalize(), folder).tried(plans, WORKERS, _ -> {});

        assertThat(verdicts)
                .hasSameSizeAs(plans)
                .allSatisfy(verdict -> assertThat(verdict.passes())
                        .as(verdict.text() + ": " + verdict.findings())
                        .isTrue());
    }

    private static Plan plan(Fault fault) {
        return Plan.of(fault, MESSAGES, SEED);
    }
}
