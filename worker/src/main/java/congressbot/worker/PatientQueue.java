package congressbot.worker;

import congressbot.wire.queue.Blame;
import congressbot.wire.queue.Claim;
import congressbot.wire.queue.ClaimId;
import congressbot.wire.queue.Claimed;
import congressbot.wire.queue.ConversationQueue;
import congressbot.worker.Outcome.Cause;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.exceptions.JedisException;

/// The queue, asked again with the same arguments until Redis answers: a lost answer must cost no claim.
final class PatientQueue {
    private static final Logger LOG = LoggerFactory.getLogger(PatientQueue.class);
    private static final Duration BACK_OFF = Duration.ofMillis(100);

    private final ConversationQueue queue;
    private final RetryPolicy retry;
    private volatile boolean givenUp;

    PatientQueue(ConversationQueue queue, RetryPolicy retry) {
        this.queue = queue;
        this.retry = retry;
    }

    /// @param wanted is asked before every repetition; when it is not wanted any more, nothing was ready
    Claimed claim(BooleanSupplier wanted) {
        ClaimId id = ClaimId.fresh();
        return repeat(again -> queue.claim(id, again), wanted).orElseGet(() -> new Claimed.Idle(Duration.ZERO));
    }

    /// Gives a claim back with its first messages finished.
    ///
    /// @param goOn whether to take the next claim in the same round trip
    Optional<Claim> complete(Claim claim, List<String> finished, boolean goOn) {
        Optional<ClaimId> next = goOn ? Optional.of(ClaimId.fresh()) : Optional.empty();
        return repeat(again -> queue.complete(claim, finished, next, again), () -> !givenUp)
                .flatMap(completed -> completed.next());
    }

    /// Gives a claim back with nothing finished.
    void park(Claim claim, Cause cause) {
        Duration pause =
                retry.pause(cause, claim.attempt(), ThreadLocalRandom.current().nextDouble());
        repeat(_ -> queue.park(claim, pause, cause.blame()), () -> !givenUp);
    }

    /// Gives a claim back at once, for another process; asked only once.
    void release(Claim claim) {
        try {
            queue.park(claim, Duration.ZERO, Blame.NEIGHBOUR);
        } catch (JedisException e) {
            LOG.atWarn().addKeyValue("failure", e.getClass().getSimpleName()).log("claim left to the end of its lease");
        }
    }

    /// Waits for a message.
    void awaitWork(Duration atMost) {
        try {
            queue.awaitWork(atMost);
        } catch (JedisException _) {
            pause(); // also refused when Redis is full; the next claim tells whether that matters
        }
    }

    /// What fails from now on is not repeated; the claims are left to the end of their leases.
    void giveUp() {
        givenUp = true;
    }

    void pause() {
        LockSupport.parkNanos(BACK_OFF.toNanos());
    }

    /// @return empty when it failed and is not wanted any more
    private <T> Optional<T> repeat(Function<Boolean, T> call, BooleanSupplier wanted) {
        boolean again = false;
        do {
            try {
                return Optional.of(call.apply(again));
            } catch (JedisException e) {
                if (!again) {
                    LOG.atWarn()
                            .addKeyValue("failure", e.getClass().getSimpleName())
                            .log("Redis failed, asking again");
                }
                again = true;
                pause();
            }
        } while (wanted.getAsBoolean());
        return Optional.empty();
    }
}
