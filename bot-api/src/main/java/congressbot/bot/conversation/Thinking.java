package congressbot.bot.conversation;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// The time that a turn takes for hearing, deciding and wording, without what it waits for. For one thread.
final class Thinking {
    private static final double HALF = 0.5;
    private static final double NEARLY_ALL = 0.99;

    /// Significant digits of the percentiles.
    private static final int PRECISION = 2;

    private long since = System.nanoTime();

    private Thinking() {}

    /// Where it is counted, in `/metrics`: `congressbot_bot_thinking_seconds`.
    static Timer timer(MeterRegistry metrics) {
        return Timer.builder("congressbot.bot.thinking")
                .description("what a turn takes for hearing, deciding and wording, without its look-ups")
                .publishPercentiles(HALF, NEARLY_ALL)
                .percentilePrecision(PRECISION)
                .register(metrics);
    }

    static Thinking begin() {
        return new Thinking();
    }

    /// Does something whose time does not count.
    <T> T without(Supplier<T> work) {
        long start = System.nanoTime();
        try {
            return work.get();
        } finally {
            since += System.nanoTime() - start;
        }
    }

    void end(Timer timer) {
        timer.record(System.nanoTime() - since, TimeUnit.NANOSECONDS);
    }
}
