package congressbot.worker;

import congressbot.worker.Outcome.Answered;
import congressbot.worker.Outcome.Dead;
import congressbot.worker.Outcome.Lost;
import congressbot.worker.Outcome.Park;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/// What this process tells of its turns: one INFO line each, and numbers.
final class Journal {
    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);

    /// A larger number of nanoseconds does not fit everywhere.
    private static final Duration LONGEST_LAG = Duration.ofDays(30);

    private final MeterRegistry metrics;
    private final InstantSource time;

    Journal(MeterRegistry metrics, InstantSource time) {
        this.metrics = metrics;
        this.time = time;
    }

    /// A claim came in.
    ///
    /// @return the moment, for [#ended]
    Instant began(Batch batch) {
        Instant now = time.instant();
        batch.messages().stream()
                .findFirst()
                .ifPresent(head -> metrics.timer("congressbot.worker.queue.lag").record(lag(head.receivedAt(), now)));
        return now;
    }

    void ended(Batch batch, Outcome outcome, Instant began) {
        Duration duration = Duration.between(began, time.instant());
        metrics.timer("congressbot.worker.turns", "outcome", word(outcome)).record(duration);
        count(outcome);
        LoggingEventBuilder line = LOG.atInfo()
                .addKeyValue("conversation", batch.conversation())
                .addKeyValue("outcome", word(outcome))
                .addKeyValue("attempt", batch.claim().attempt())
                .addKeyValue("ms", duration.toMillis());
        described(line, outcome).log("turn");
    }

    private void count(Outcome outcome) {
        switch (outcome) {
            case Answered(var finished, var delivery) -> {
                metrics.counter("congressbot.worker.messages").increment(finished.size());
                metrics.counter("congressbot.worker.replies", "delivery", word(delivery))
                        .increment();
            }
            case Park(var cause, String _) ->
                metrics.counter("congressbot.worker.parks", "reason", word(cause))
                        .increment();
            case Dead(String _, var reason) ->
                metrics.counter("congressbot.worker.dead", "reason", reason.word())
                        .increment();
            case Lost() -> {} // counted as a turn
        }
    }

    private static LoggingEventBuilder described(LoggingEventBuilder line, Outcome outcome) {
        return switch (outcome) {
            case Answered(var finished, var delivery) ->
                line.addKeyValue("consumed", finished.size()).addKeyValue("delivery", word(delivery));
            case Park(var cause, String detail) ->
                line.addKeyValue("consumed", 0)
                        .addKeyValue("reason", word(cause))
                        .addKeyValue("detail", detail);
            case Dead(String _, var reason) -> line.addKeyValue("consumed", 1).addKeyValue("reason", reason.word());
            case Lost() -> line.addKeyValue("consumed", 0);
        };
    }

    /// By the clocks of two machines, and out of an envelope that may say anything.
    private static Duration lag(Instant received, Instant now) {
        Duration lag = Duration.between(received, now);
        if (lag.isNegative()) {
            return Duration.ZERO;
        }
        return lag.compareTo(LONGEST_LAG) < 0 ? lag : LONGEST_LAG;
    }

    private static String word(Outcome outcome) {
        return switch (outcome) {
            case Answered _ -> "answered";
            case Park _ -> "parked";
            case Dead _ -> "dead";
            case Lost _ -> "lost";
        };
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
