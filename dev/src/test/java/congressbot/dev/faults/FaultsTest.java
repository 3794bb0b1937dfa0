package congressbot.dev.faults;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.dev.sabotage.Failpoint;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The faults that are likeliest, one after the other in one house, while some write what harms it; all of them, and
/// longer, are a command of their own.
class FaultsTest {
    private static final int MESSAGES = 300;
    private static final int SEED = 7;
    private static final int WORKERS = 2;

    /// One in each part of the way: accepted, claimed, stored, sent, finished.
    private static final List<Strike> STRIKES = List.of(
            new Strike(Fault.LINK_BROKEN, 0),
            new Strike(Fault.WORKER_KILLED, 0),
            new Strike(Fault.BOT_API_KILLED, 0),
            new Strike(Fault.REDIS_KILLED, 0),
            new Strike(Fault.POSTGRES_KILLED, 0),
            Strike.at(Failpoint.WEBHOOK_AFTER_ENQUEUE),
            Strike.at(Failpoint.CLAIM_HELD),
            Strike.at(Failpoint.TURN_COMMITTED),
            Strike.at(Failpoint.SEND_AFTER_BRIDGE),
            Strike.at(Failpoint.COMPLETE_BEFORE));

    @TempDir
    static Path folder;

    @Test
    void nothing_is_lost_and_nothing_twice_while_the_house_breaks() throws Exception {
        Plan plan = Plan.of(Fault.MIXED, MESSAGES, SEED).by(Manner.POISONOUS).striking(STRIKES);

        Verdict verdict = new Faults(Path.of("..").toAbsolutePath().normalize(), folder)
                .tried(List.of(plan), Scene.IMPATIENT, Scene.IMPATIENT.planted(), WORKERS, _ -> {})
                .getFirst();

        assertThat(verdict.passes())
                .as(verdict.text() + ": " + verdict.findings())
                .isTrue();
    }
}
