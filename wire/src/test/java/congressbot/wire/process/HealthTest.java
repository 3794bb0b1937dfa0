package congressbot.wire.process;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.wire.process.Health.Status;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class HealthTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-20T12:00:00Z"));
    private final Health health = new Health(now::get);

    @Test
    void an_answer_is_kept_for_five_seconds() {
        AtomicInteger asked = new AtomicInteger();
        health.check("redis", () -> asked.incrementAndGet() == 1 ? new Status.Failing("down") : new Status.Healthy());
        health.report();
        now.set(now.get().plusSeconds(4));

        assertThat(health.report()).containsEntry("redis", new Status.Failing("down"));
        now.set(now.get().plusSeconds(1));
        assertThat(health.report()).containsEntry("redis", new Status.Healthy());
    }

    @Test
    void a_check_that_throws_is_failing() {
        health.check("redis", () -> {
            throw new IllegalStateException("redis://user:password@host");
        });

        assertThat(health.report()).containsEntry("redis", new Status.Failing("IllegalStateException"));
    }
}
