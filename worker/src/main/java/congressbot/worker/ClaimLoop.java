package congressbot.worker;

import congressbot.wire.http.RequestId;
import congressbot.wire.queue.Claim;
import congressbot.wire.queue.Claimed;
import congressbot.worker.Outcome.Answered;
import congressbot.worker.Outcome.Cause;
import congressbot.worker.Outcome.Dead;
import congressbot.worker.Outcome.DeadReason;
import congressbot.worker.Outcome.Delivery;
import congressbot.worker.Outcome.Lost;
import congressbot.worker.Outcome.Park;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Claims conversations while there is room, and runs their turns, each claim on a virtual thread. One thread waits
/// for work, because an arrival wakes everybody who waits; a thread that finished a claim takes the next one in the
/// same round trip.
final class ClaimLoop {
    private static final Logger LOG = LoggerFactory.getLogger(ClaimLoop.class);

    /// How long to wait for room before looking again whether to stop.
    private static final Duration ROOM = Duration.ofSeconds(1);

    private static final int FRAMES = 10;

    private final PatientQueue queue;
    private final Slots slots;
    private final Leases leases;
    private final Journal journal;
    private final Function<Batch, Outcome> turn;
    private final Patience patience;

    ClaimLoop(
            PatientQueue queue,
            Slots slots,
            Leases leases,
            Journal journal,
            Function<Batch, Outcome> turn,
            Patience patience) {
        this.queue = queue;
        this.slots = slots;
        this.leases = leases;
        this.journal = journal;
        this.turn = turn;
        this.patience = patience;
    }

    void start() {
        Thread.ofPlatform().name("claims").daemon().start(this::run);
    }

    /// Claims nothing more, lets the turns in hand end within the grace time, and releases the others.
    void stop() {
        slots.close();
        if (!slots.awaitEmpty(patience.grace())) {
            List<Claim> unfinished = leases.abandon();
            LOG.atWarn().addKeyValue("claims", unfinished.size()).log("turns unfinished, releasing their claims");
            unfinished.forEach(queue::release);
        }
        queue.giveUp();
    }

    private void run() {
        while (!slots.closed()) {
            try {
                claimOne();
            } catch (RuntimeException | Error e) {
                LOG.atError().addKeyValue("failure", trace(e)).log("claiming failed, going on");
                queue.pause();
            }
        }
    }

    private void claimOne() {
        if (!slots.take(ROOM)) {
            return;
        }
        Optional<Duration> idle = Optional.of(Duration.ZERO);
        try {
            idle = begun(queue.claim(() -> !slots.closed()));
        } finally {
            if (idle.isPresent()) {
                slots.giveBack();
            }
        }
        idle.ifPresent(queue::awaitWork);
    }

    /// @return how long to wait, or empty when a conversation has the place now
    private Optional<Duration> begun(Claimed claimed) {
        return switch (claimed) {
            case Claim claim -> {
                Thread.ofVirtual().name("turns").start(() -> work(claim));
                yield Optional.empty();
            }
            case Claimed.Idle(Duration atMost) -> Optional.of(atMost);
        };
    }

    private void work(Claim first) {
        try {
            Optional<Claim> claim = Optional.of(first);
            while (claim.isPresent()) {
                claim = process(claim.get());
            }
        } catch (RuntimeException | Error e) {
            LOG.atError()
                    .addKeyValue("failure", trace(e))
                    .log("giving back failed, claim left to the end of its lease");
        } finally {
            slots.giveBack();
        }
    }

    /// @return the next claim
    private Optional<Claim> process(Claim claim) {
        leases.hold(claim);
        try {
            Batch batch = Batch.of(claim);
            try (RequestId.Scope _ = RequestId.enter(batch.requestId())) {
                Instant began = journal.began(batch);
                Outcome reached = tried(batch);
                Outcome outcome = leases.release(claim) ? reached : new Lost();
                journal.ended(batch, outcome, began);
                return carryOut(claim, outcome);
            }
        } finally {
            leases.release(claim);
        }
    }

    /// Whatever a turn throws is decided here: it is the message's fault, and the other conversations go on.
    private Outcome tried(Batch batch) {
        boolean suspect = RetryPolicy.suspect(batch.claim().attempt());
        if (!slots.begin(suspect, patience.longestTurn())) {
            return new Park(slots.closed() ? Cause.STOPPING : Cause.TURNED_AWAY, "");
        }
        try {
            return turn.apply(batch);
        } catch (RuntimeException | Error e) {
            LOG.atError().addKeyValue("failure", trace(e)).log("turn failed, the message is tried again later");
            return new Park(Cause.FAILURE, e.getClass().getSimpleName());
        } finally {
            slots.end(suspect);
        }
    }

    private Optional<Claim> carryOut(Claim claim, Outcome outcome) {
        return switch (outcome) {
            case Answered(List<String> finished, Delivery _) -> queue.complete(claim, finished, slots.mayGoOn());
            case Dead(String id, DeadReason _) -> queue.complete(claim, List.of(id), slots.mayGoOn());
            case Park(Cause cause, String detail) -> {
                stopClaimingWhile(cause, detail);
                queue.park(claim, cause);
                yield Optional.empty();
            }
            case Lost() -> Optional.empty();
        };
    }

    private void stopClaimingWhile(Cause cause, String detail) {
        if (cause == Cause.BOT_DOWN && slots.healthy(false)) {
            LOG.atWarn().addKeyValue("detail", detail).log("bot-api is down, claiming nothing until it is back");
        }
    }

    /// What failed and where, without the message of the exception: that may hold what a person wrote.
    private static String trace(Throwable failure) {
        return Stream.concat(
                        Stream.of(failure.getClass().getName()),
                        Stream.of(failure.getStackTrace()).limit(FRAMES))
                .map(String::valueOf)
                .collect(Collectors.joining(" < "));
    }
}
