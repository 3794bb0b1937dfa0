package congressbot.bot.http;

import congressbot.bot.conversation.TurnResult;
import congressbot.wire.bot.DeadMessage;
import congressbot.wire.message.ConversationId;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/// What this process tells of its turns: one INFO line each, and numbers.
final class TurnJournal {
    private static final Logger LOG = LoggerFactory.getLogger(TurnJournal.class);

    private final MeterRegistry registry;

    TurnJournal(MeterRegistry registry) {
        this.registry = registry;
    }

    /// Takes a turn and notes how it ended.
    TurnResult noted(ConversationId conversation, Supplier<TurnResult> turn) {
        Timer.Sample sample = Timer.start(registry);
        String outcome = "failed";
        try {
            TurnResult result = turn.get();
            outcome = outcome(result);
            note(conversation, result);
            return result;
        } finally {
            sample.stop(registry.timer("congressbot.bot.turns", "outcome", outcome));
        }
    }

    void noteDead(DeadMessage dead) {
        registry.counter("congressbot.bot.given.up", "reason", dead.reason()).increment();
        LOG.atWarn()
                .addKeyValue("reason", dead.reason())
                .addKeyValue("attempts", dead.attempts())
                .log("a message was given up and kept as a dead letter");
    }

    private void note(ConversationId conversation, TurnResult result) {
        LoggingEventBuilder line = LOG.atInfo().addKeyValue("conversation", conversation);
        switch (result) {
            case TurnResult.Answered answered -> {
                registry.counter("congressbot.bot.messages").increment(answered.consumed());
                line.addKeyValue("step", answered.step())
                        .addKeyValue("consumed", answered.consumed())
                        .addKeyValue("send", outcome(result))
                        .log("turn");
            }
            case TurnResult.Foreign() -> line.log("a message id of another conversation is refused");
        }
    }

    private static String outcome(TurnResult result) {
        return switch (result) {
            case TurnResult.Answered answered -> answered.send().name().toLowerCase(Locale.ROOT);
            case TurnResult.Foreign() -> "foreign";
        };
    }
}
