package congressbot.bot.conversation;

import congressbot.bot.text.Language;
import congressbot.wire.message.IncomingMessage;
import congressbot.wire.message.MessageId;
import congressbot.wire.message.OutgoingMessage;
import java.util.List;

/// A planned turn, ready to be stored.
///
/// @param heard the messages that belong to it
/// @param key names the turn, and its reply in the outbox
record Turn(Reception reception, Snapshot before, List<IncomingMessage> heard, Plan plan, String key) {
    Turn {
        heard = List.copyOf(heard);
    }

    /// A turn is named by its first message.
    static Turn of(Reception reception, Snapshot before, List<IncomingMessage> heard, Plan plan) {
        return new Turn(
                reception, before, heard, plan, Inbox.turnKey(heard.getFirst().id()));
    }

    /// The turn of a message that was given up before.
    static Turn replaying(Reception reception, Snapshot before, IncomingMessage message, Plan plan) {
        return new Turn(reception, before, List.of(message), plan, Inbox.replayKey(message.id()));
    }

    String congress() {
        return reception.congress().id();
    }

    Language language() {
        return plan.language();
    }

    IncomingMessage last() {
        return heard.getLast();
    }

    List<MessageId> ids() {
        return heard.stream().map(IncomingMessage::id).toList();
    }

    /// The reply as the gateway sends it: to the chat that was last heard.
    OutgoingMessage outgoing() {
        return last().reply(plan.reply(), plan.options());
    }
}
