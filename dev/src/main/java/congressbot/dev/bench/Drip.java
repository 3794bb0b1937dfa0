package congressbot.dev.bench;

import congressbot.dev.bench.Crowd.Guest;
import congressbot.dev.bench.Crowd.Letter;
import congressbot.dev.bench.wire.Carrier;
import congressbot.dev.process.Opened;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/// People who write one message each, at a fixed pace, whether or not those before were answered.
final class Drip {
    /// More webhooks than these at a time wait, and that counts.
    private static final int CARRIERS = 64;

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

    /// Returns when everything was replied to.
    Pour pour(List<Guest> guests, int perSecond) throws IOException, InterruptedException {
        Queue<Duration> answers = new ConcurrentLinkedQueue<>();
        Queue<String> problems = new ConcurrentLinkedQueue<>();
        List<Letter> letters =
                guests.stream().map(guest -> guest.letters().getFirst()).toList();
        long began = System.nanoTime();
        try (Opened opened = new Opened()) {
            BlockingQueue<Carrier> carriers = carriers(opened);
            try (ExecutorService threads = Executors.newFixedThreadPool(CARRIERS)) {
                for (int i = 0; i < letters.size(); i++) {
                    Letter letter = letters.get(i);
                    long due = began + i * SECOND / perSecond;
                    awaitMoment(due);
                    threads.execute(() -> carry(letter, due, carriers, answers, problems));
                }
            }
        }
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        for (Letter letter : letters) {
            if (chats.next(letter.phone(), Crowd.PATIENCE).isEmpty()) {
                problems.add("no reply to message " + letter.id());
            }
        }
        return new Pour(List.copyOf(answers), List.copyOf(problems), took);
    }

    private BlockingQueue<Carrier> carriers(Opened opened) throws IOException {
        BlockingQueue<Carrier> carriers = new ArrayBlockingQueue<>(CARRIERS);
        for (int i = 0; i < CARRIERS; i++) {
            carriers.add(opened.with(Carrier.to(gateway, Crowd.PATIENCE)));
        }
        return carriers;
    }

    private static void awaitMoment(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static void carry(
            Letter letter, long due, BlockingQueue<Carrier> carriers, Queue<Duration> answers, Queue<String> problems) {
        try {
            Carrier carrier = carriers.take();
            if (!Crowd.taken(letter, carrier)) {
                problems.add("not taken at the first try: message " + letter.id());
            }
            answers.add(Duration.ofNanos(System.nanoTime() - due));
            carriers.add(carrier);
        } catch (IOException e) {
            problems.add("a webhook: " + e.getMessage());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            problems.add("interrupted");
        }
    }
}
