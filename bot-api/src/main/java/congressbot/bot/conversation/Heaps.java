package congressbot.bot.conversation;

import congressbot.wire.bot.TurnRequest;
import congressbot.wire.message.ConversationId;
import congressbot.wire.message.IncomingMessage;
import congressbot.wire.queue.ConversationQueue;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import redis.clients.jedis.exceptions.JedisException;

/// Judges what the waiting messages of a conversation are. Costs nothing for as many as people write.
final class Heaps {
    /// More waiting messages of one conversation than this are a flood.
    static final int FLOOD = 200;

    /// Nobody who was answered as usual waits so long.
    static final Duration LONG = Duration.ofMinutes(3);

    /// What comes so soon after the answer to a flood was written before it was read.
    private static final Duration EBB = Duration.ofMinutes(5);

    private final ConversationQueue queue;
    private final Transcript transcript;
    private final Events events;
    private final InstantSource time;

    Heaps(ConversationQueue queue, Transcript transcript, Events events, InstantSource time) {
        this.queue = queue;
        this.transcript = transcript;
        this.events = events;
        this.time = time;
    }

    /// What they are.
    ///
    /// @param messages as they were claimed, oldest first; more may wait behind them
    Heap of(Snapshot snapshot, List<IncomingMessage> messages) {
        if (messages.size() <= TurnRequest.BURST) {
            return new Heap.Burst();
        }
        IncomingMessage oldest = messages.getFirst();
        boolean ofTheSame = answered(snapshot)
                .filter(at -> !oldest.receivedAt().isAfter(at.plus(EBB)))
                .isPresent();
        if (ofTheSame || waiting(oldest.conversation()) > FLOOD) {
            return new Heap.Flood(ofTheSame);
        }
        return oldest.receivedAt().plus(LONG).isBefore(time.instant()) ? new Heap.Backlog() : new Heap.Burst();
    }

    /// When a flood was answered, if nothing was said since.
    private Optional<Instant> answered(Snapshot snapshot) {
        if (snapshot.conversation().isEmpty()) {
            return Optional.empty();
        }
        long conversation = snapshot.conversation().getAsLong();
        return transcript
                .last(conversation)
                .filter(last -> events.has(conversation, Events.FLOODED, last.turn()))
                .map(Transcript.Last::at);
    }

    private long waiting(ConversationId conversation) {
        try {
            return queue.waiting(conversation);
        } catch (JedisException _) {
            return 0; // Then they are understood one by one: no harm is done, it takes longer.
        }
    }
}
