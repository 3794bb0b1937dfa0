package congressbot.dev.bench;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.dev.stores.EmbeddedRedis.AppendSync;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenchOptionsTest {
    @Test
    void without_arguments_fifty_people_and_every_write_on_the_disk() {
        assertThat(BenchOptions.parse(List.of()))
                .contains(new BenchOptions.One(50, AppendSync.ALWAYS, 1, Optional.empty()));
    }

    @Test
    void the_options_come_in_any_order() {
        BenchOptions expected = new BenchOptions.One(7, AppendSync.EVERYSEC, 4, Optional.of(3));

        assertThat(parsed("--concurrency 7 --aof everysec --workers 4 --bots 3"))
                .contains(expected);
        assertThat(parsed("--bots 3 --workers 4 --aof everysec --concurrency 7"))
                .contains(expected);
    }

    @Test
    void a_bot_api_for_every_two_workers_where_nothing_else_is_said() {
        assertThat(parsed("--workers 3"))
                .hasValueSatisfying(options -> assertThat(options)
                        .isInstanceOfSatisfying(
                                BenchOptions.One.class,
                                one -> assertThat(one.bots()).isEqualTo(2)));
    }

    @Test
    void everything_can_be_asked_for_at_once() {
        assertThat(parsed("--all")).contains(new BenchOptions.All(false));
        assertThat(parsed("--all --large")).contains(new BenchOptions.All(true));
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
                "--bots 0",
                "--bots 2",
                "--workers 2 --bots 3",
                "--fast",
                "--large",
                "--all --concurrency 5",
                "--concurrency 5 --all",
                "50",
                "--concurrency 5 --aof"
            })
    void what_is_not_understood_is_refused(String arguments) {
        assertThat(parsed(arguments)).isEmpty();
    }

    private static Optional<BenchOptions> parsed(String arguments) {
        return BenchOptions.parse(List.of(arguments.split(" ")));
    }
}
