package congressbot.bot.conversation;

import congressbot.bot.outbox.Outbox;
import congressbot.bot.participant.Participants;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Forgets a chat on the person's wish: everything that names or reaches her. What stays counts: that there was a chat,
/// which message ids it had, and what kinds of things happened in it.
final class Erasure {
    private final Participants participants;
    private final Outbox outbox;
    private final Conversations conversations;
    private final Transcript transcript;
    private final Events events;
    private final Questions questions;

    Erasure(
            Participants participants,
            Outbox outbox,
            Conversations conversations,
            Transcript transcript,
            Events events,
            Questions questions) {
        this.participants = participants;
        this.outbox = outbox;
        this.conversations = conversations;
        this.transcript = transcript;
        this.events = events;
        this.questions = questions;
    }

    void erase(Handle handle, long conversation) {
        List<Long> registrations = participants.erase(handle, conversation);
        outbox.erase(handle, conversation, registrations);
        transcript.erase(handle, conversation);
        events.eraseDetails(handle, conversation);
        questions.erase(handle, conversation);
        DeadLetters.erase(handle, conversation); // by the addresses, which go last
        conversations.eraseAddresses(handle, conversation);
    }
}
