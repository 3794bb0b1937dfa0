package congressbot.dev.bench;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.dev.people.Person;
import congressbot.dev.process.Opened;
import congressbot.dev.stores.EmbeddedRedis.AppendSync;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A run as the command does it, only short.
class BenchTest {
    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

    private final Opened opened = new Opened();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        opened.close();
    }

    @Test
    void everybody_who_comes_is_registered_and_everything_is_measured() throws Exception {
        Bench bench = new Bench(PROJECT, folder, AppendSync.EVERYSEC, 2, opened);

        Bench.Result result = bench.measure(new Load(2, 1, 4));

        assertThat(result).isInstanceOfSatisfying(Bench.Result.Complete.class, complete -> {
            Measurement measured = complete.report().measured();
            assertThat(measured.timings()).hasSize(4 * Person.messageCount());
            assertThat(measured.spent().cpu()).containsOnlyKeys(Part.values());
            assertThat(measured.spent().roundTrips().values()).allMatch(count -> count > 0);
            assertThat(measured.spent().database().writes())
                    .isGreaterThanOrEqualTo(measured.timings().size());
            assertThat(measured.spent().database().walBytes()).isPositive();
            assertThat(measured.residentKib()).containsOnlyKeys(Part.values());
        });
    }
}
