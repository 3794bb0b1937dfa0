package congressbot.bot.conversation;

import congressbot.bot.attention.AttentionRows;
import congressbot.bot.intake.Intake;
import congressbot.bot.outbox.Outbox;
import congressbot.bot.participant.Participants;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Forgets a chat on the person's wish: everything that names or reaches her. What stays counts: that there was a
/// chat, which message ids it had, what kinds of things happened in it, and what models cost.
final class Erasure {
    private final Participants participants;
    private final Outbox outbox;
    private final Conversations conversations;
    private final Events events;
    private final Talk talk;

    Erasure(Participants participants, Outbox outbox, Conversations conversations, Events events, Talk talk) {
        this.participants = participants;
        this.outbox = outbox;
        this.conversations = conversations;
        this.events = events;
        this.talk = talk;
    }

    void erase(Handle handle, long conversation) {
        List<Long> registrations = participants.numbers(handle, conversation);
        // Mails first, as the relay that ends one: each changes its registration after the mail.
        outbox.erase(handle, conversation, registrations);
        participants.erase(handle, conversation);
        talk.transcript().erase(handle, conversation);
        events.eraseDetails(handle, conversation);
        talk.questions().erase(handle, conversation);
        AttentionRows.erase(handle, conversation);
        talk.calls().erase(handle, AttentionRows.addresses(handle, conversation));
        talk.deadLetters().erase(handle, conversation); // by the addresses, too, which go last
        Intake.erase(handle, conversation);
        conversations.eraseAddresses(handle, conversation);
    }
}
