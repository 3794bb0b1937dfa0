package congressbot.wire.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TickerTest {
    private final AtomicInteger runs = new AtomicInteger();

    @Test
    void a_task_that_throws_is_run_again() {
        try (Ticker _ = Ticker.start("test", Duration.ofMillis(1), () -> {
            runs.incrementAndGet();
            throw new IllegalStateException("always");
        })) {
            await().untilAsserted(() -> assertThat(runs.get()).isGreaterThan(3));
        }
    }

    @Test
    void while_there_is_more_it_does_not_pause() {
        try (Ticker _ = Ticker.start("test", Duration.ofMillis(1), () -> runs.incrementAndGet() % 1_000 != 0)) {
            await().untilAsserted(() -> assertThat(runs.get()).isGreaterThan(1_000));
        }
    }

    @Test
    void nothing_runs_after_it_is_closed() {
        Ticker ticker = Ticker.start("test", Duration.ofMillis(1), () -> runs.incrementAndGet() < 0);
        await().until(() -> runs.get() > 0);

        ticker.close();
        int then = runs.get();

        await().during(Duration.ofMillis(50)).until(() -> runs.get() == then);
    }
}
