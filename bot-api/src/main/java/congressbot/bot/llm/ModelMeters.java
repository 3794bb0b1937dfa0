package congressbot.bot.llm;

import congressbot.bot.llm.openai.Usage;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.function.IntSupplier;

/// What the operators see of the model.
final class ModelMeters {
    private static final double MICROS = 1_000_000;

    private final MeterRegistry registry;

    ModelMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /// @param breaker 0 closed, 1 half open, 2 open
    void watch(IntSupplier breaker, IntSupplier inFlight) {
        Gauge.builder("congressbot.bot.model.in.flight", inFlight, IntSupplier::getAsInt)
                .description("calls that were begun and not ended")
                .strongReference(true)
                .register(registry);
        Gauge.builder("congressbot.bot.model.breaker", breaker, IntSupplier::getAsInt)
                .description("0 closed, 1 half open, 2 open")
                .strongReference(true)
                .register(registry);
    }

    /// @param outcome a few words at most: the verdict or the reason
    void called(Purpose purpose, String outcome, Usage usage, long costMicros, Duration took) {
        registry.counter("congressbot.bot.model.calls", "purpose", purpose.word(), "outcome", outcome)
                .increment();
        registry.counter("congressbot.bot.model.tokens", "direction", "in").increment(usage.input());
        registry.counter("congressbot.bot.model.tokens", "direction", "out").increment(usage.output());
        registry.counter("congressbot.bot.model.cost", "purpose", purpose.word())
                .increment(costMicros / MICROS);
        Timer.builder("congressbot.bot.model.latency")
                .tag("purpose", purpose.word())
                .publishPercentiles(0.5, 0.95, 0.99)
                .register(registry)
                .record(took);
    }

    void retried() {
        registry.counter("congressbot.bot.model.retries").increment();
    }

    /// A question was answered without the model.
    void fellBack(Advice.Reason reason) {
        registry.counter("congressbot.bot.model.fallbacks", "reason", reason.word())
                .increment();
    }

    /// A question was answered from the cache.
    void remembered() {
        registry.counter("congressbot.bot.model.remembered").increment();
    }
}
