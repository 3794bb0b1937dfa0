package congressbot.dev.bench;

import congressbot.dev.bench.wire.Carrier;
import congressbot.dev.bridge.FakeBridge;
import congressbot.dev.bridge.FakeBridge.Written;
import congressbot.dev.people.Person;
import congressbot.dev.stores.Poll;
import congressbot.wire.http.Body;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// People who register, so many at the same time; whoever is done makes room for the next. Each
/// writes her next message when the reply to the last one has arrived.
final class Crowd {
    /// A webhook or a reply that takes longer is missing.
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final int TAKEN = 200;
    private static final int NOT_NOW = 503;

    private final FakeBridge bridge;
    private final URI gateway;
    private final Chats chats;

    Crowd(FakeBridge bridge, URI gateway, Chats chats) {
        this.bridge = bridge;
        this.gateway = gateway;
        this.chats = chats;
    }

    /// One message, from the first departure of its webhook.
    ///
    /// @param answered until the webhook was taken
    /// @param replied until the reply reached the bridge
    /// @param tries of the webhook
    record Timing(Duration answered, Duration replied, int tries) {}

    /// What came of it.
    ///
    /// @param took from the first webhook to the last reply
    record Visit(List<Timing> timings, List<String> problems, Duration took) {
        Visit {
            timings = List.copyOf(timings);
            problems = List.copyOf(problems);
        }
    }

    /// What somebody will say, ready to leave: what it costs to write and sign it is not measured.
    ///
    /// @param webhook packed by [Carrier]
    record Letter(String phone, String id, Body webhook) {}

    /// Somebody who will come.
    record Guest(List<Letter> letters) {
        Guest {
            letters = List.copyOf(letters);
        }
    }

    /// @param first number of the first person
    /// @param count how many people
    List<Guest> invite(int first, int count) {
        List<Guest> guests = new ArrayList<>();
        for (int number = first; number < first + count; number++) {
            guests.add(new Guest(
                    Person.of(number).messages().stream().map(this::letter).toList()));
        }
        return guests;
    }

    private Letter letter(Written message) {
        byte[] packed = Carrier.packed(bridge.entrance(gateway), bridge.webhook(message));
        return new Letter(message.phone(), message.id(), Body.of(packed));
    }

    /// Lets people register, and waits until the last one is done.
    Visit visit(List<Guest> guests, int concurrency) {
        Queue<Timing> timings = new ConcurrentLinkedQueue<>();
        Queue<String> problems = new ConcurrentLinkedQueue<>();
        AtomicInteger next = new AtomicInteger();
        long began = System.nanoTime();
        try (ExecutorService places = Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().name("place").factory())) {
            for (int place = 0; place < concurrency; place++) {
                places.execute(() -> take(guests, next, timings, problems));
            }
        }
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        return new Visit(List.copyOf(timings), List.copyOf(problems), took);
    }

    /// One place among those who come at the same time, with a connection of its own.
    private void take(List<Guest> guests, AtomicInteger next, Queue<Timing> timings, Queue<String> problems) {
        try (Carrier carrier = Carrier.to(gateway, PATIENCE)) {
            for (int number = next.getAndIncrement(); number < guests.size(); number = next.getAndIncrement()) {
                register(guests.get(number), carrier, timings, problems);
            }
        } catch (IOException e) {
            problems.add("a webhook: " + e.getMessage());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            problems.add("interrupted");
        }
    }

    /// Gives up at the first message that is not taken or not answered.
    private void register(Guest guest, Carrier carrier, Queue<Timing> timings, Queue<String> problems)
            throws IOException, InterruptedException {
        for (Letter letter : guest.letters()) {
            Optional<String> problem = say(letter, carrier, timings);
            if (problem.isPresent()) {
                problems.add("message " + letter.id() + ": " + problem.get());
                return;
            }
        }
    }

    private Optional<String> say(Letter letter, Carrier carrier, Queue<Timing> timings)
            throws IOException, InterruptedException {
        long departed = System.nanoTime();
        Optional<Integer> tries = deliver(letter, carrier);
        if (tries.isEmpty()) {
            return Optional.of("not taken by the gateway within " + PATIENCE.toSeconds() + " s");
        }
        long answered = System.nanoTime();
        Optional<Long> replied = chats.next(letter.phone(), PATIENCE);
        if (replied.isEmpty()) {
            return Optional.of("no reply within " + PATIENCE.toSeconds() + " s");
        }
        timings.add(new Timing(
                Duration.ofNanos(answered - departed), Duration.ofNanos(replied.get() - departed), tries.get()));
        return Optional.empty();
    }

    /// Repeats what was not taken, as the real bridge does, but without its pauses: they would hide
    /// what it costs.
    ///
    /// @return after how many tries it was taken; empty when it never was
    private static Optional<Integer> deliver(Letter letter, Carrier carrier) throws IOException {
        AtomicInteger tries = new AtomicInteger();
        return Poll.until(PATIENCE, () -> {
            tries.incrementAndGet();
            return taken(letter, carrier) ? Optional.of(tries.get()) : Optional.empty();
        });
    }

    /// Tries once.
    ///
    /// @throws IOException when the answer is none that the gateway gives to a good webhook
    static boolean taken(Letter letter, Carrier carrier) throws IOException {
        int status = carrier.carry(letter.webhook().bytes());
        if (status != TAKEN && status != NOT_NOW) {
            throw new IOException("answered with " + status);
        }
        return status == TAKEN;
    }
}
