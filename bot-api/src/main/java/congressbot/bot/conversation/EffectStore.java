package congressbot.bot.conversation;

import congressbot.bot.congress.Congress;
import congressbot.bot.mail.Confirmation;
import congressbot.bot.mail.Mail;
import congressbot.bot.outbox.Outbox;
import congressbot.bot.participant.Participants;
import congressbot.bot.registration.Effect;
import congressbot.bot.registration.Field;
import congressbot.bot.registration.Registration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Carries out what the dialogue decided, inside the turn's transaction.
final class EffectStore {
    private final Participants participants;
    private final Outbox outbox;
    private final Events events;
    private final InstantSource time;

    EffectStore(Participants participants, Outbox outbox, Events events, InstantSource time) {
        this.participants = participants;
        this.outbox = outbox;
        this.events = events;
        this.time = time;
    }

    /// Carries out one effect.
    ///
    /// @return false when another registration was faster: the caller rolls back
    boolean store(Handle handle, Turn turn, long conversation, Effect effect) {
        return switch (effect) {
            case Effect.Register(var registration, var number) ->
                register(handle, turn, conversation, registration, number);
            case Effect.CancelRegistration(var number) -> {
                participants.cancel(handle, turn.congress(), number);
                yield note(handle, turn, conversation, Events.CANCELLED, Optional.of(Long.toString(number)));
            }
            case Effect.DuplicateHit(var field) ->
                note(handle, turn, conversation, Events.DUPLICATE, Optional.of(lower(field)));
            case Effect.Unanswered(var question) ->
                note(handle, turn, conversation, Events.UNANSWERED, Optional.of(question));
        };
    }

    private boolean register(Handle handle, Turn turn, long conversation, Registration registration, long number) {
        Congress congress = turn.reception().congress();
        String channel = turn.last().channel().value();
        Participants.Origin origin = new Participants.Origin(
                congress.id(), conversation, channel, congress.enrolment().sharedEmail());
        if (!participants.register(handle, number, registration, origin)) {
            return false;
        }
        Mail mail = Confirmation.of("m:" + number + ":confirmation", congress, registration, number);
        outbox.addMail(handle, congress.id(), mail, time.instant());
        return note(handle, turn, conversation, Events.REGISTERED, Optional.of(Long.toString(number)));
    }

    private boolean note(Handle handle, Turn turn, long conversation, String kind, Optional<String> detail) {
        Instant now = time.instant();
        events.add(handle, turn.congress(), conversation, kind, detail, now);
        return true;
    }

    private static String lower(Field field) {
        return field.name().toLowerCase(Locale.ROOT);
    }
}
