package congressbot.dev.bench;

import congressbot.dev.bridge.FakeBridge;
import congressbot.dev.bridge.FakeBridge.Written;
import congressbot.dev.people.Person;
import congressbot.dev.stores.Poll;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// People who register, so many at the same time; whoever is done makes room for the next. Each writes her next
/// message when the reply to the last one has arrived.
final class Crowd {
    /// A webhook or a reply that takes longer is missing.
    private static final Duration PATIENCE = Duration.ofSeconds(30);

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

    /// Lets people register, and waits until the last one is done.
    ///
    /// @param first number of the first person
    /// @param count how many people
    Visit visit(int first, int count, int concurrency) {
        Queue<Timing> timings = new ConcurrentLinkedQueue<>();
        Queue<String> problems = new ConcurrentLinkedQueue<>();
        AtomicInteger next = new AtomicInteger(first);
        long began = System.nanoTime();
        try (ExecutorService places = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int place = 0; place < concurrency; place++) {
                places.execute(() -> {
                    for (int number = next.getAndIncrement(); number < first + count; number = next.getAndIncrement()) {
                        register(Person.of(number), timings, problems);
                    }
                });
            }
        }
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        return new Visit(List.copyOf(timings), List.copyOf(problems), took);
    }

    /// Gives up at the first message that is not taken or not answered.
    private void register(Person person, Queue<Timing> timings, Queue<String> problems) {
        for (Written message : person.messages()) {
            try {
                Optional<String> problem = say(message, timings);
                if (problem.isPresent()) {
                    problems.add("message " + message.id() + ": " + problem.get());
                    return;
                }
            } catch (IOException | InterruptedException _) {
                Thread.currentThread().interrupt(); // only an interruption ends a wait so
                problems.add("interrupted");
                return;
            }
        }
    }

    private Optional<String> say(Written message, Queue<Timing> timings) throws IOException, InterruptedException {
        long departed = System.nanoTime();
        Optional<Integer> tries = deliver(message);
        if (tries.isEmpty()) {
            return Optional.of("not taken by the gateway within " + PATIENCE.toSeconds() + " s");
        }
        long answered = System.nanoTime();
        Optional<Long> replied = chats.next(message.phone(), PATIENCE);
        if (replied.isEmpty()) {
            return Optional.of("no reply within " + PATIENCE.toSeconds() + " s");
        }
        timings.add(new Timing(
                Duration.ofNanos(answered - departed), Duration.ofNanos(replied.get() - departed), tries.get()));
        return Optional.empty();
    }

    /// Repeats what was not taken, as the real bridge does, but without its pauses: they would hide what it costs.
    ///
    /// @return after how many tries it was taken; empty when it never was
    private Optional<Integer> deliver(Written message) throws IOException {
        AtomicInteger tries = new AtomicInteger();
        return Poll.until(PATIENCE, () -> {
            tries.incrementAndGet();
            return bridge.deliver(gateway, message) ? Optional.of(tries.get()) : Optional.empty();
        });
    }
}
