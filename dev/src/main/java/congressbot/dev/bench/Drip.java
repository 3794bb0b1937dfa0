package congressbot.dev.bench;

import congressbot.dev.bench.Crowd.Guest;
import congressbot.dev.bench.Crowd.Letter;
import congressbot.dev.bench.wire.Carrier;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongUnaryOperator;

/// People who write one message each, at a fixed pace, whether or not those before were answered.
final class Drip {
    /// More webhooks than these at a time wait, and that counts.
    private static final int CARRIERS = 64;

    /// Until all of them are connected.
    private static final Duration START = Duration.ofMillis(200);

    private static final long SECOND = 1_000_000_000;

    private final URI gateway;
    private final Chats chats;

    Drip(URI gateway, Chats chats) {
        this.gateway = gateway;
        this.chats = chats;
    }

    /// What came of it.
    ///
    /// @param answers from the moment that a message was due to the answer of its webhook
    record Pour(List<Duration> answers, List<String> problems, Duration took) {
        Pour {
            answers = List.copyOf(answers);
            problems = List.copyOf(problems);
        }
    }

    /// Returns when everything was replied to, or something was not.
    Pour pour(List<Guest> guests, int perSecond) throws InterruptedException {
        Queue<Duration> answers = new ConcurrentLinkedQueue<>();
        Queue<String> problems = new ConcurrentLinkedQueue<>();
        List<Letter> letters =
                guests.stream().map(guest -> guest.letters().getFirst()).toList();
        AtomicInteger next = new AtomicInteger();
        long began = System.nanoTime() + START.toNanos();
        LongUnaryOperator due = number -> began + number * SECOND / perSecond;
        try (ExecutorService threads = Executors.newFixedThreadPool(CARRIERS)) {
            for (int i = 0; i < CARRIERS; i++) {
                threads.execute(() -> carry(letters, next, due, answers, problems));
            }
        }
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        awaitReplies(letters, problems);
        return new Pour(List.copyOf(answers), List.copyOf(problems), took);
    }

    /// With a connection of its own, which is over at the first problem.
    ///
    /// @param due when the letter of a number has to leave
    private void carry(
            List<Letter> letters,
            AtomicInteger next,
            LongUnaryOperator due,
            Queue<Duration> answers,
            Queue<String> problems) {
        try (Carrier carrier = Carrier.to(gateway, Crowd.PATIENCE)) {
            for (int number = next.getAndIncrement(); number < letters.size(); number = next.getAndIncrement()) {
                long moment = due.applyAsLong(number);
                awaitMoment(moment);
                if (!Crowd.taken(letters.get(number), carrier)) {
                    problems.add("not taken at the first try: message "
                            + letters.get(number).id());
                }
                answers.add(Duration.ofNanos(System.nanoTime() - moment));
            }
        } catch (IOException e) {
            problems.add("a webhook: " + e.getMessage());
        }
    }

    private static void awaitMoment(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /// For none of them once something went wrong: the run is broken.
    private void awaitReplies(List<Letter> letters, Queue<String> problems) throws InterruptedException {
        for (Letter letter : letters) {
            if (problems.isEmpty() && chats.next(letter.phone(), Crowd.PATIENCE).isEmpty()) {
                problems.add("no reply to message " + letter.id());
            }
        }
    }
}
