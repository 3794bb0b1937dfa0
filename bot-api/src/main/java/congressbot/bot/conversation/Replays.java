package congressbot.bot.conversation;

import congressbot.bot.conversation.Inbox.Known;
import congressbot.bot.outbox.Outbox;
import congressbot.wire.bot.SendState;
import congressbot.wire.bot.Step;
import congressbot.wire.message.ChannelName;
import congressbot.wire.message.IncomingMessage;
import congressbot.wire.message.MessageId;
import congressbot.wire.message.OutgoingMessage;
import congressbot.wire.queue.ConversationQueue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import redis.clients.jedis.exceptions.JedisException;

/// Answers a message that took effect before with the reply of that time.
final class Replays {
    private final Inbox inbox;
    private final Transcript transcript;
    private final Outbox outbox;
    private final ConversationQueue queue;

    Replays(Inbox inbox, Transcript transcript, Outbox outbox, ConversationQueue queue) {
        this.inbox = inbox;
        this.transcript = transcript;
        this.outbox = outbox;
        this.queue = queue;
    }

    /// What the inbox says of a batch.
    sealed interface Finding {
        /// The first message took effect before, or is somebody else's.
        record Before(TurnResult result) implements Finding {}

        /// The leading messages that never took effect; at least one.
        record Fresh(List<IncomingMessage> messages) implements Finding {}
    }

    Finding find(Snapshot snapshot, List<IncomingMessage> batch) {
        Map<MessageId, Known> known = inbox.find(batch);
        Known first = known.get(batch.getFirst().id());
        if (first == null) {
            return new Finding.Fresh(batch.stream()
                    .takeWhile(message -> !known.containsKey(message.id()))
                    .toList());
        }
        return new Finding.Before(
                first.isForeignTo(snapshot)
                        ? new TurnResult.Foreign()
                        : replay(first, consumed(first, known, batch), snapshot, batch.getFirst()));
    }

    /// The messages of a conversation that took effect.
    List<MessageId> messagesOf(long conversation) {
        return inbox.of(conversation);
    }

    /// Whether the gateway has sent them all. When Redis cannot tell, they count as unsent.
    boolean allSent(List<String> keys) {
        try {
            return queue.wereSent(keys);
        } catch (JedisException _) {
            return false; // The relay sends in order whatever this answers.
        }
    }

    /// How many of the leading messages of *this* batch belong to the turn: it may be another batch than the one that
    /// the turn was stored with.
    private static int consumed(Known first, Map<MessageId, Known> known, List<IncomingMessage> batch) {
        return (int) batch.stream()
                .map(message -> Optional.ofNullable(known.get(message.id())))
                .takeWhile(other ->
                        other.filter(found -> found.turn().equals(first.turn())).isPresent())
                .count();
    }

    private TurnResult replay(Known first, int consumed, Snapshot snapshot, IncomingMessage message) {
        Optional<Transcript.Said> said = said(first);
        if (first.dead() || said.isEmpty()) {
            Step step = snapshot.state().step();
            return new TurnResult.Answered(
                    consumed, Optional.empty(), step, List.of(), first.turn(), SendState.NONE, Optional.empty());
        }
        Transcript.Said reply = said.get();
        SendState send = sendState(first, message);
        OutgoingMessage outgoing = message.reply(reply.text(), reply.options());
        return new TurnResult.Answered(
                consumed,
                Optional.of(reply.text()),
                reply.step(),
                reply.options(),
                first.turn(),
                send,
                send == SendState.NOW ? Optional.of(outgoing) : Optional.empty());
    }

    private Optional<Transcript.Said> said(Known first) {
        OptionalLong conversation = first.conversation();
        return conversation.isPresent() ? transcript.said(conversation.getAsLong(), first.turn()) : Optional.empty();
    }

    private SendState sendState(Known first, IncomingMessage message) {
        if (message.channel().equals(ChannelName.CHAT)) {
            return SendState.DONE;
        }
        boolean pending = outbox.status(first.turn())
                .filter(Outbox.Status.PENDING::equals)
                .isPresent();
        if (!pending) {
            return SendState.DONE;
        }
        long conversation = first.conversation().orElseThrow();
        return allSent(outbox.olderPending(conversation, first.turn())) ? SendState.NOW : SendState.LATER;
    }
}
