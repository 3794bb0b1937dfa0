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
        Ground ground = Ground.of(PROJECT, folder);

        Measurement measured = new Bench(ground, opened)
                .measure(new Load(2, 1, 4), AppendSync.EVERYSEC, ground.crew(2, 1))
                .measured();

        assertThat(measured.timings()).hasSize(4 * Person.messageCount());
        assertThat(measured.spent().cpu()).containsOnlyKeys(Part.values());
        assertThat(measured.spent().roundTrips().values()).allMatch(count -> count > 0);
        assertThat(measured.spent().database().writes())
                .isGreaterThanOrEqualTo(measured.timings().size());
        assertThat(measured.spent().database().walBytes()).isPositive();
        assertThat(measured.residentKib()).containsOnlyKeys(Part.values());
    }

    @Test
    void others_wait_a_pace_is_kept_and_many_were_there_before() throws Exception {
        Ground ground = Ground.of(PROJECT, folder);
        try (Stage stage = Stage.open(ground, ground.crew(1, 1), AppendSync.ALWAYS, opened)) {
            new Multitude(stage.database(), "a-congress").store(300);
            stage.beginHere();
            Backlog.hold(stage, 20);

            Drip.Pour pour = stage.pour(10, 50);
            Measurement measured = stage.measure(2, 2);

            stage.check();
            assertThat(pour.answers()).hasSize(10);
            assertThat(measured.timings()).hasSize(2 * Person.messageCount());
        }
    }
}
