package congressbot.dev.bench;

import congressbot.dev.people.Person;
import congressbot.dev.process.Opened;
import congressbot.dev.process.Program;
import congressbot.dev.process.Signal;
import congressbot.wire.Json;
import congressbot.wire.bot.TurnRequest;
import congressbot.wire.queue.Blame;
import congressbot.wire.queue.Claim;
import congressbot.wire.queue.ClaimId;
import congressbot.wire.queue.Claimed;
import congressbot.wire.queue.ConversationQueue;
import congressbot.wire.queue.Enqueued;
import congressbot.wire.queue.QueueLimits;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import redis.clients.jedis.UnifiedJedis;

/// Messages that wait in the queue while others are processed: of as many people, each of whom pauses
/// as if something had failed.
final class Backlog {
    /// Longer than anything that is measured.
    private static final Duration PAUSE = Duration.ofHours(1);

    private static final QueueLimits LIMITS =
            new QueueLimits(20_000, Duration.ofSeconds(30), TurnRequest.MAX_MESSAGES, Duration.ZERO);
    private static final int AT_ONCE = 500;

    /// Nobody else has such a number.
    private static final int FIRST_PERSON = 5_000_000;

    private Backlog() {}

    /// Puts them there.
    static void hold(Stage stage, int messages) throws IOException, InterruptedException, BrokenRun {
        stage.settle();
        long worker = stage.house().process(Program.WORKER).pid();
        Signal.STOP.send(worker); // it holds nothing, and would take them
        try (Opened opened = new Opened()) {
            UnifiedJedis redis = opened.with(stage.house().openRedis(1));
            ConversationQueue queue = new ConversationQueue(redis, LIMITS);
            for (int first = 0; first < messages; first += AT_ONCE) {
                accept(queue, FIRST_PERSON + first, Math.min(AT_ONCE, messages - first));
            }
            park(queue, messages);
        } finally {
            Signal.CONT.send(worker);
        }
    }

    private static void accept(ConversationQueue queue, int first, int count) throws IOException {
        List<String> envelopes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            envelopes.add(Json.write(Envelope.all(Person.of(first + i)).getFirst()));
        }
        if (queue.enqueue(envelopes) != Enqueued.ACCEPTED) {
            throw new IOException("the queue does not take messages");
        }
    }

    private static void park(ConversationQueue queue, int messages) throws IOException {
        for (int parked = 0; parked < messages; parked++) {
            Claimed claimed = queue.claim(ClaimId.fresh(), false);
            if (!(claimed instanceof Claim claim) || !queue.park(claim, PAUSE, Blame.NEIGHBOUR)) {
                throw new IOException("a message that waits cannot be put aside");
            }
        }
    }
}
