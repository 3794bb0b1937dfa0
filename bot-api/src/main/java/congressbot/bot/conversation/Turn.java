package congressbot.bot.conversation;

import congressbot.bot.text.Language;
import congressbot.wire.message.IncomingMessage;
import congressbot.wire.message.MessageId;
import congressbot.wire.message.OutgoingMessage;
import java.util.List;

/// A planned turn, ready to be stored.
///
/// @param heard the messages that belong to it
record Turn(Reception reception, Snapshot before, List<IncomingMessage> heard, Plan plan) {
    Turn {
        heard = List.copyOf(heard);
    }

    String congress() {
        return reception.congress().id();
    }

    String key() {
        return Inbox.turnKey(heard.getFirst().id());
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
