package congressbot.dev.bench.ceiling;

import com.fasterxml.jackson.core.JsonProcessingException;
import congressbot.dev.bench.Envelope;
import congressbot.dev.people.Person;
import congressbot.wire.Json;
import congressbot.wire.bot.TurnRequest;
import congressbot.wire.gateway.GatewayFact;
import congressbot.wire.message.IncomingMessage;
import congressbot.wire.queue.Claim;
import congressbot.wire.queue.ClaimId;
import congressbot.wire.queue.Claimed;
import congressbot.wire.queue.ConversationQueue;
import congressbot.wire.queue.QueueLimits;
import congressbot.wire.queue.Reservation;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import redis.clients.jedis.UnifiedJedis;

/// The queue's scripts of one message after the other, with no work in between: accepted, claimed,
/// reserved, noted as sent, completed, and the facts read.
final class QueueCeiling {
    static final int CONNECTIONS = 8;
    private static final Duration IN_FLIGHT = Duration.ofSeconds(30);
    private static final int FACTS = 200;
    private static final QueueLimits LIMITS =
            new QueueLimits(20_000, Duration.ofSeconds(30), TurnRequest.MAX_MESSAGES, Duration.ZERO);

    private final ConversationQueue queue;
    private final AtomicLong finished = new AtomicLong();

    QueueCeiling(UnifiedJedis redis) {
        this.queue = new ConversationQueue(redis, LIMITS);
    }

    /// The rate of messages.
    ///
    /// @param messages of each of the connections
    /// @param first number of the first person; nobody's messages may come twice
    Rate measure(int messages, int first) throws IOException, InterruptedException {
        long began = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            List<Future<Boolean>> all = IntStream.range(0, CONNECTIONS)
                    .mapToObj(i -> threads.submit(() -> run(messages, first + i * messages)))
                    .toList();
            for (Future<Boolean> one : all) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IOException("the queue's scripts", e);
        }
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        long expected = (long) messages * CONNECTIONS;
        if (finished.getAndSet(0) != expected || queue.waiting() != 0) {
            throw new IOException("the queue did not finish each message once");
        }
        return new Rate(expected, took);
    }

    private boolean run(int messages, int first) throws JsonProcessingException {
        Optional<Claim> held = Optional.empty();
        for (int i = 0; i < messages; i++) {
            IncomingMessage message = Envelope.all(Person.of(first + i)).getFirst();
            queue.enqueue(List.of(Json.write(message)));
            held = held.or(this::claimed);
            held = held.isPresent() ? finish(held.get()) : held;
            if (i % FACTS == 0) {
                drain();
            }
        }
        while (held.isPresent() || queue.waiting() > 0) { // others may be at the rest
            held = held.isPresent() ? finish(held.get()) : claimed();
        }
        drain();
        return true;
    }

    private Optional<Claim> claimed() {
        Claimed claimed = queue.claim(ClaimId.fresh(), false);
        return claimed instanceof Claim claim ? Optional.of(claim) : Optional.empty();
    }

    private Optional<Claim> finish(Claim claim) throws JsonProcessingException {
        String envelope = claim.envelopes().getFirst();
        String id = Json.read(envelope, IncomingMessage.class).id().value();
        String key = "r:" + id;
        if (!(queue.reserve(key, claim.id().value(), IN_FLIGHT) instanceof Reservation.Go)) {
            throw new IllegalStateException("a reply was reserved before");
        }
        queue.sent(key, id, Json.write(new GatewayFact.Sent(key, id, Instant.now())));
        finished.incrementAndGet();
        return queue.complete(claim, List.of(id), Optional.of(ClaimId.fresh()), false)
                .next();
    }

    private void drain() {
        queue.drained(queue.facts(FACTS));
    }
}
