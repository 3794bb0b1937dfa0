package congressbot.bot.http;

import congressbot.bot.conversation.TurnResult;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import java.util.function.Supplier;

/// Counts and times what the worker and the chat ask for.
final class TurnMetrics {
    private final MeterRegistry registry;

    TurnMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    TurnResult timed(Supplier<TurnResult> turn) {
        Timer.Sample sample = Timer.start(registry);
        String outcome = "failed";
        try {
            TurnResult result = turn.get();
            outcome = name(result);
            return result;
        } finally {
            sample.stop(registry.timer("congressbot_bot_turns", "outcome", outcome));
        }
    }

    void countDead(String reason) {
        registry.counter("congressbot_bot_dead_letters", "reason", reason).increment();
    }

    private static String name(TurnResult result) {
        return switch (result) {
            case TurnResult.Answered answered -> answered.send().name().toLowerCase(Locale.ROOT);
            case TurnResult.Foreign() -> "foreign";
        };
    }
}
