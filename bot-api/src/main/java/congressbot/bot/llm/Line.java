package congressbot.bot.llm;

import congressbot.bot.llm.openai.Reply;
import dev.failsafe.Bulkhead;
import dev.failsafe.BulkheadFullException;
import dev.failsafe.CircuitBreaker;
import dev.failsafe.CircuitBreakerOpenException;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The way to the model's server, for all calls together: so many at once and no more, tries that are repeated with
/// growing pauses as long as there is time, and none at all for a while after it failed again and again.
final class Line {
    private static final Logger LOG = LoggerFactory.getLogger(Line.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final int MOST_DOUBLINGS = 3;

    /// A try with less time than this is not worth it.
    private static final Duration SHORTEST_TRY = Duration.ofMillis(1500);

    private static final int SUCCESSES_TO_CLOSE = 2;

    private final LlmSettings.Patience patience;
    private final ModelMeters meters;
    private final Bulkhead<Object> permits;
    private final CircuitBreaker<Object> breaker;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicBoolean complained = new AtomicBoolean();

    /// When calls stop for a while.
    ///
    /// @param failures in a row
    /// @param pause until one call tries again
    record Breaking(int failures, Duration pause) {
        static Breaking usual() {
            return new Breaking(5, Duration.ofSeconds(30));
        }
    }

    Line(LlmSettings.Patience patience, Breaking breaking, ModelMeters meters) {
        this.patience = patience;
        this.meters = meters;
        permits = Bulkhead.of(patience.concurrency());
        breaker = CircuitBreaker.<Object>builder()
                .handleResultIf(Line::isServersFault)
                .withFailureThreshold(breaking.failures())
                .withDelay(breaking.pause())
                .withSuccessThreshold(SUCCESSES_TO_CLOSE)
                .onOpen(_ -> LOG.atWarn()
                        .addKeyValue("pause", breaking.pause())
                        .log("the model's server fails again and again: answering without it for a while"))
                .onClose(_ -> LOG.info("the model's server works again"))
                .build();
        meters.watch(this::breakerState, inFlight::get);
    }

    /// Those of one call, which is made by one thread.
    private static final class Tries {
        private int made;
        private int paid;

        void begin() {
            made++;
        }

        void pay() {
            paid++;
        }

        boolean made() {
            return made > 0;
        }

        int paid() {
            return paid;
        }

        <T> Outcome<T> failed(Advice.Reason reason) {
            return made() ? new Outcome.Failed<>(reason, paid) : new Outcome.Untried<>(reason);
        }
    }

    /// Calls until an answer comes that no further try would mend.
    ///
    /// @param oneTry gets the time that it may take
    <T> Outcome<T> call(Deadline deadline, Function<Duration, Reply<T>> oneTry) {
        Tries tries = new Tries();
        inFlight.incrementAndGet();
        try {
            Reply<T> reply = Failsafe.with(permits)
                    .compose(retries(deadline))
                    .compose(breaker)
                    .get(() -> tried(deadline, oneTry, tries));
            return tries.made() ? outcome(reply, tries.paid()) : new Outcome.Untried<>(Advice.Reason.TIMEOUT);
        } catch (BulkheadFullException _) {
            return new Outcome.Untried<>(Advice.Reason.BUSY);
        } catch (CircuitBreakerOpenException _) {
            return tries.failed(Advice.Reason.BROKEN);
        } catch (FailsafeException e) {
            if (e.getCause() instanceof InterruptedException) {
                Thread.currentThread().interrupt();
                return tries.failed(Advice.Reason.FAILED);
            }
            throw e;
        } finally {
            inFlight.decrementAndGet();
        }
    }

    /// Whether calls stop for a while.
    boolean isBroken() {
        return breaker.isOpen();
    }

    private <T> Reply<T> tried(Deadline deadline, Function<Duration, Reply<T>> oneTry, Tries tries) {
        Duration left = deadline.left();
        if (left.isNegative()) {
            return new Reply.Late<>();
        }
        tries.begin();
        Reply<T> reply = oneTry.apply(left.compareTo(patience.oneTry()) < 0 ? left : patience.oneTry());
        if (mayBePaid(reply)) {
            tries.pay();
        }
        return reply;
    }

    private static boolean mayBePaid(Reply<?> reply) {
        return switch (reply) {
            case Reply.Got<?> _, Reply.Refused<?> _ -> false;
            case Reply.Unreadable<?> _, Reply.Late<?> _ -> true;
            case Reply.Unanswered<?>(boolean left) -> left;
        };
    }

    private RetryPolicy<Object> retries(Deadline deadline) {
        return RetryPolicy.<Object>builder()
                .handleResultIf(result -> result instanceof Reply<?> reply && mayMend(reply, deadline))
                .abortOn(CircuitBreakerOpenException.class)
                .withMaxRetries(patience.retries())
                .withDelayFn(context -> pause(context.getLastResult(), context.getAttemptCount()))
                .onRetry(_ -> meters.retried())
                .build();
    }

    /// As long as the server asks for and a little more, else twice as long each time; never all at the same moment.
    private static Duration pause(Object reply, int tries) {
        long most = FIRST_PAUSE.toMillis() << Math.min(tries - 1, MOST_DOUBLINGS);
        long some = ThreadLocalRandom.current().nextLong(most / 2, most + 1);
        return asked(reply).map(wait -> wait.plusMillis(some)).orElse(Duration.ofMillis(some));
    }

    private static boolean mayMend(Reply<?> reply, Deadline deadline) {
        Duration pause = asked(reply).orElse(FIRST_PAUSE);
        boolean passing = switch (reply) {
            case Reply.Got<?> _, Reply.Unreadable<?> _ -> false;
            case Reply.Refused<?> refused -> refused.passing();
            case Reply.Late<?> _, Reply.Unanswered<?> _ -> true;
        };
        return passing && deadline.allows(pause.plus(SHORTEST_TRY));
    }

    /// The pause that the server asks for.
    private static Optional<Duration> asked(Object reply) {
        return reply instanceof Reply.Refused<?> refused ? refused.retryAfter() : Optional.empty();
    }

    /// Its answers are its own fault unless the request itself was bad.
    private static boolean isServersFault(Object result) {
        return result instanceof Reply<?> reply
                && switch (reply) {
                    case Reply.Got<?> _, Reply.Unreadable<?> _ -> false;
                    case Reply.Refused<?> refused ->
                        refused.passing() || refused.exhausted() || isDoor(refused.status());
                    case Reply.Late<?> _, Reply.Unanswered<?> _ -> true;
                };
    }

    /// The key or the model is wrong: every call will be refused.
    private static boolean isDoor(int status) {
        return switch (status) {
            case 401, 403, 404 -> true;
            default -> false;
        };
    }

    private <T> Outcome<T> outcome(Reply<T> reply, int paid) {
        return switch (reply) {
            case Reply.Got<T>(T value, var usage) -> {
                complained.set(false);
                yield new Outcome.Got<>(value, usage);
            }
            case Reply.Unreadable<T> _ -> new Outcome.Failed<>(Advice.Reason.MALFORMED, paid);
            case Reply.Late<T> _ -> new Outcome.Failed<>(Advice.Reason.TIMEOUT, paid);
            case Reply.Unanswered<T> _ -> new Outcome.Failed<>(Advice.Reason.FAILED, paid);
            case Reply.Refused<T> refused -> {
                complain(refused);
                yield new Outcome.Failed<>(Advice.Reason.FAILED, paid);
            }
        };
    }

    /// Once, until a call works: what a person must mend would else fill the log.
    private void complain(Reply.Refused<?> refused) {
        if (!refused.passing() && complained.compareAndSet(false, true)) {
            LOG.atWarn()
                    .addKeyValue("status", refused.status())
                    .addKeyValue("exhausted", refused.exhausted())
                    .log(
                            "the model's server refuses our calls: check its key, model and account; answering without it");
        }
    }

    /// 0 closed, 1 half open, 2 open.
    private int breakerState() {
        return switch (breaker.getState()) {
            case CLOSED -> 0;
            case HALF_OPEN -> 1;
            case OPEN -> 2;
        };
    }
}
