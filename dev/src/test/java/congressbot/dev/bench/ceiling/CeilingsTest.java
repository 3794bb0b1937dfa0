package congressbot.dev.bench.ceiling;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.dev.process.Opened;
import congressbot.dev.stores.EmbeddedRedis.AppendSync;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The ceilings as the command measures them, only short.
class CeilingsTest {
    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

    private final Opened opened = new Opened();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        opened.close();
    }

    @Test
    void recorded_turns_are_repeated_messages_pass_the_queue_and_calls_are_answered() throws Exception {
        Ceilings ceilings = Ceilings.measure(PROJECT, folder, new Ceilings.Effort(3, 80, 20, 2), opened);

        assertThat(ceilings.turns().count()).isEqualTo(3 * 8);
        assertThat(ceilings.queue()).containsOnlyKeys(AppendSync.values());
        assertThat(ceilings.queue().values()).allMatch(rate -> rate.count() == 80);
        assertThat(ceilings.hops().count()).isEqualTo(20);
        assertThat(ceilings.together(AppendSync.ALWAYS))
                .isLessThan(ceilings.turns().perSecond());
    }
}
