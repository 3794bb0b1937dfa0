package congressbot.dev.bench;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.dev.stores.EmbeddedRedis.AppendSync;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenchOptionsTest {
    @Test
    void without_arguments_fifty_people_and_every_write_on_the_disk() {
        assertThat(BenchOptions.parse(List.of())).contains(new BenchOptions(50, AppendSync.ALWAYS, 1));
    }

    @Test
    void the_options_come_in_any_order() {
        BenchOptions expected = new BenchOptions(7, AppendSync.EVERYSEC, 4);

        assertThat(BenchOptions.parse(List.of("--concurrency", "7", "--aof", "everysec", "--workers", "4")))
                .contains(expected);
        assertThat(BenchOptions.parse(List.of("--workers", "4", "--aof", "everysec", "--concurrency", "7")))
                .contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--concurrency",
                "--concurrency 0",
                "--concurrency 1001",
                "--concurrency -1",
                "--concurrency many",
                "--aof",
                "--aof no",
                "--aof ALWAYS",
                "--workers 0",
                "--workers 17",
                "--fast",
                "50",
                "--concurrency 5 --aof"
            })
    void what_is_not_understood_is_refused(String arguments) {
        assertThat(BenchOptions.parse(List.of(arguments.split(" ")))).isEmpty();
    }
}
