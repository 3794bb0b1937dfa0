package congressbot.gateway;

import congressbot.gateway.bridge.Search;
import congressbot.gateway.bridge.SendResult;
import congressbot.gateway.bridge.SendResult.ReachLimited;
import congressbot.gateway.bridge.SendResult.Refused;
import congressbot.gateway.bridge.SendResult.Sent;
import congressbot.gateway.bridge.SendResult.TryLater;
import congressbot.gateway.bridge.SendResult.Unknown;
import congressbot.wire.Json;
import congressbot.wire.UniqueId;
import congressbot.wire.gateway.GatewayFact;
import congressbot.wire.message.OutgoingMessage;
import congressbot.wire.queue.Reservation;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends a message at most once for each key. Two guards stand before the bridge: the keys that this
/// process has in flight, and a reservation in Redis that holds for all processes. It is renewed
/// while the bridge works, becomes the mark "sent" when it is done, is given back when nothing was
/// sent, and runs out by itself when nobody knows: then a mark stays, and the next request looks first
/// whether the message is there.
final class KeyedSender {
    private static final Logger LOG = LoggerFactory.getLogger(KeyedSender.class);
    private static final TryLater NO_QUEUE = new TryLater("the queue does not answer", Duration.ofSeconds(2));

    /// Until a bridge is asked again for an earlier try.
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    private static final CompletableFuture<?> NOTHING_LEFT = CompletableFuture.completedFuture(true);

    /// Keys in flight, each with what still has to end before it is free again.
    private final Map<String, CompletableFuture<?>> inFlight = new ConcurrentHashMap<>();

    /// Reservations whose send is at the bridge: key → nonce.
    private final Map<String, String> reserved = new ConcurrentHashMap<>();

    private final PatientQueue queue;
    private final HandOver handOver;
    private final GatewayTimes times;
    private final InstantSource time;
    private final LongSupplier nanos;

    /// @param nanos a clock that only goes forward, in nanoseconds
    KeyedSender(PatientQueue queue, HandOver handOver, GatewayTimes times, InstantSource time, LongSupplier nanos) {
        this.queue = queue;
        this.handOver = handOver;
        this.times = times;
        this.time = time;
        this.nanos = nanos;
    }

    /// One request; the nonce tells its reservation from those of others.
    private record Attempt(String key, String nonce, OutgoingMessage message) {}

    Sending send(String key, OutgoingMessage message) {
        if (inFlight.putIfAbsent(key, NOTHING_LEFT) != null) {
            return new Sending.InFlight();
        }
        try {
            return reserve(new Attempt(key, UniqueId.next(), message));
        } finally {
            var _ = inFlight.getOrDefault(key, NOTHING_LEFT).whenComplete((_, _) -> inFlight.remove(key));
        }
    }

    /// Renews the reservations of the sends that are at the bridge.
    ///
    /// @return that there is nothing more to do at once
    boolean renew() {
        reserved.forEach((key, nonce) -> queue.ask(times.redis(), q -> q.reserve(key, nonce, times.reservation())));
        return false;
    }

    private Sending reserve(Attempt attempt) {
        long asked = nanos.getAsLong();
        Optional<Reservation> reservation = ask(attempt);
        if (reservation.isEmpty()) {
            return new Sending.Answered(NO_QUEUE);
        }
        return switch (reservation.get()) {
            case Reservation.Go(Optional<Instant> triedAt) when triedAt.isPresent() -> look(attempt, triedAt.get());
            case Reservation.Go _ -> go(attempt, asked);
            case Reservation.InFlight() -> new Sending.InFlight();
            case Reservation.AlreadySent(String messageId) -> new Sending.Answered(new Sent(messageId));
        };
    }

    private Optional<Reservation> ask(Attempt attempt) {
        return queue.ask(times.redis(), q -> q.reserve(attempt.key(), attempt.nonce(), times.reservation()));
    }

    /// An earlier try may have reached the person, and whoever made it may be dead. What can never be
    /// found is sent: a person without an answer is stuck. What can be found later only is looked for
    /// again: the mark of the earlier try stays.
    private Sending look(Attempt attempt, Instant triedAt) {
        Search search = whileReserved(attempt, () -> handOver.search(attempt.key(), attempt.message(), triedAt));
        LOG.atInfo()
                .addKeyValue("found", search.getClass().getSimpleName())
                .log("looked for an earlier try before sending again");
        return switch (search) {
            case Search.Found(Sent sent) -> new Sending.Answered(record(attempt, sent));
            case Search.NotYet(String why) -> {
                release(attempt);
                yield new Sending.Answered(new TryLater(why, LOOK_AGAIN));
            }
            case Search.Absent(), Search.Unknowable() -> goOn(attempt);
        };
    }

    /// The look took its time: the reservation has to be ours still.
    private Sending goOn(Attempt attempt) {
        long asked = nanos.getAsLong();
        Optional<Reservation> reservation = ask(attempt);
        if (reservation.isEmpty()) {
            return new Sending.Answered(NO_QUEUE);
        }
        return switch (reservation.get()) {
            case Reservation.Go _ -> go(attempt, asked);
            case Reservation.InFlight() -> new Sending.InFlight();
            case Reservation.AlreadySent(String messageId) -> new Sending.Answered(new Sent(messageId));
        };
    }

    /// A process that was paused here may have lost the reservation to another one without knowing.
    private Sending go(Attempt attempt, long asked) {
        if (nanos.getAsLong() - asked > times.stale().toNanos()) {
            release(attempt);
            return new Sending.InFlight();
        }
        SendResult result =
                whileReserved(attempt, () -> handOver.send(attempt.key(), attempt.message(), times.bridge()));
        return new Sending.Answered(
                switch (result) {
                    case Sent sent -> record(attempt, sent);
                    case TryLater later -> {
                        release(attempt);
                        yield later;
                    }
                    case ReachLimited limited -> {
                        release(attempt);
                        yield limited;
                    }
                    case Refused refused -> {
                        fail(attempt, refused);
                        yield refused;
                    }
                    case Unknown unknown -> unknown;
                });
    }

    private <T> T whileReserved(Attempt attempt, Supplier<T> call) {
        reserved.put(attempt.key(), attempt.nonce());
        try {
            return call.get();
        } finally {
            reserved.remove(attempt.key());
        }
    }

    /// Until Redis has taken the mark the key stays in flight here, however long the caller waited.
    private SendResult record(Attempt attempt, Sent sent) {
        String fact = Json.write(new GatewayFact.Sent(attempt.key(), sent.messageId(), time.instant()));
        CompletableFuture<Boolean> recorded = queue.insist(q -> q.sent(attempt.key(), sent.messageId(), fact));
        inFlight.put(attempt.key(), recorded);
        try {
            recorded.get(times.recording().toMillis(), TimeUnit.MILLISECONDS);
            return sent;
        } catch (TimeoutException | ExecutionException _) {
            LOG.atError().log("a message was sent and Redis does not record it; trying on");
            return new Unknown("sent, and not yet recorded");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Unknown("sent, and stopped before it was recorded");
        }
    }

    private void fail(Attempt attempt, Refused refused) {
        String fact = Json.write(new GatewayFact.Failed(attempt.key(), refused.reason(), time.instant()));
        if (!queue.ask(times.redis(), q -> q.report(fact)).orElse(false)) {
            LOG.atWarn().log("a refusal is told to the caller only");
        }
        release(attempt);
    }

    /// When it fails, the next request waits until the reservation has run out.
    private void release(Attempt attempt) {
        queue.ask(times.redis(), q -> q.release(attempt.key(), attempt.nonce()));
    }
}
