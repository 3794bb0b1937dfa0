package congressbot.bot.conversation;

import congressbot.bot.text.Language;
import congressbot.wire.message.IncomingMessage;
import congressbot.wire.message.MessageId;
import congressbot.wire.message.OutgoingMessage;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A planned turn, ready to be stored.
///
/// @param key names the turn, and its reply in the outbox
record Turn(Reception reception, Snapshot before, Plan plan, String key) {
    /// A turn is named by its first message.
    static Turn of(Reception reception, Snapshot before, Plan plan) {
        return new Turn(
                reception,
                before,
                plan,
                Inbox.turnKey(plan.heard().getFirst().message().id()));
    }

    /// The turn of a message that was given up before.
    static Turn replaying(Reception reception, Snapshot before, IncomingMessage message, Plan plan) {
        return new Turn(reception, before, plan, Inbox.replayKey(message.id()));
    }

    String congress() {
        return reception.congress().id();
    }

    Language language() {
        return plan.language();
    }

    /// Everything that takes effect, edits and deletions included.
    List<IncomingMessage> messages() {
        return plan.heard().stream()
                .flatMap(uttered -> Stream.concat(Stream.of(uttered.message()), uttered.changes().stream()))
                .toList();
    }

    IncomingMessage first() {
        return plan.heard().getFirst().message();
    }

    IncomingMessage last() {
        return plan.heard().getLast().message();
    }

    /// When the newest was received.
    Instant seen() {
        return messages().stream()
                .map(IncomingMessage::receivedAt)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    List<MessageId> ids() {
        return plan.heard().stream().flatMap(Uttered::ids).toList();
    }

    /// Those whose change or deletion is known to have come before them: the provider's ids.
    List<String> forestalled() {
        return plan.heard().stream()
                .filter(uttered -> uttered.fate() instanceof Fate.Deleted || uttered.fate() instanceof Fate.Overtaken)
                .map(uttered -> uttered.message().id().providerId())
                .toList();
    }

    /// The reply as the gateway sends it: to the chat that was last heard.
    OutgoingMessage outgoing() {
        return last().reply(plan.reply(), plan.options());
    }
}
