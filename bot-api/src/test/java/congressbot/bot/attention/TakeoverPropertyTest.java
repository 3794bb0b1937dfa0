package congressbot.bot.attention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Messages, turns, workers, relays, takeovers and returns in any order: from the moment that a chat counts as taken
/// until it is given back, nothing of the bot reaches the person.
class TakeoverPropertyTest {
    private static final int SEQUENCES = 1_000;
    private static final int STEPS = 30;

    private static final Street STREET = new Street();

    @AfterAll
    static void close() {
        STREET.close();
    }

    @Test
    void a_taken_conversation_never_gets_a_message_of_the_bot() {
        long seed = Long.getLong("takeover.seed", new Random().nextLong());
        System.out.println("takeover.seed=" + seed);
        Random random = new Random(seed);
        int takenChecks = 0;
        for (int sequence = 0; sequence < SEQUENCES; sequence++) {
            Walk walk = new Walk(STREET, sequence, new Random(random.nextLong()));
            for (int step = 0; step < STEPS; step++) {
                walk.step();
            }
            walk.comeToRest();
            assertThat(walk.violations())
                    .as("seed %d, sequence %d: %s", seed, sequence, walk.story())
                    .isEmpty();
            assertThat(walk.lost())
                    .as("seed %d, sequence %d: %s", seed, sequence, walk.story())
                    .isEmpty();
            takenChecks += walk.messagesWhileTaken();
        }
        assertThat(takenChecks).as("messages that came while a chat was taken").isGreaterThan(SEQUENCES);
    }
}
