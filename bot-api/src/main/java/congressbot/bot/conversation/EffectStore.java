package congressbot.bot.conversation;

import congressbot.bot.attention.Alert;
import congressbot.bot.attention.Alerts;
import congressbot.bot.congress.Congress;
import congressbot.bot.participant.Participants;
import congressbot.bot.registration.Effect;
import congressbot.bot.registration.Field;
import congressbot.bot.registration.Registered;
import congressbot.bot.registration.Registration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Carries out what the dialogue decided, inside the turn's transaction.
final class EffectStore {
    private final Participants participants;
    private final Events events;
    private final TurnMails mails;
    private final Erasure erasure;
    private final Alerts alerts;
    private final InstantSource time;

    EffectStore(
            Participants participants,
            Events events,
            TurnMails mails,
            Erasure erasure,
            Alerts alerts,
            InstantSource time) {
        this.participants = participants;
        this.events = events;
        this.mails = mails;
        this.erasure = erasure;
        this.alerts = alerts;
        this.time = time;
    }

    /// Carries out one effect.
    ///
    /// @return false when another registration was faster: the caller rolls back
    boolean store(Handle handle, Turn turn, long conversation, Effect effect) {
        return switch (effect) {
            case Effect.Register(var registration, var number) ->
                register(handle, turn, conversation, new Registered(number, registration));
            case Effect.Amend amendment -> amend(handle, turn, conversation, amendment);
            case Effect.CancelRegistration(var number) -> {
                participants.cancel(handle, turn.congress(), number);
                yield note(handle, turn, conversation, Events.CANCELLED, Optional.of(Long.toString(number)));
            }
            case Effect.ResendConfirmation(var number) -> {
                mails.confirmAgain(handle, turn, number);
                yield true;
            }
            case Effect.SendData(var number) -> {
                mails.sendData(handle, turn, number);
                yield true;
            }
            case Effect.RemindRegistered(var typed) -> {
                mails.remind(handle, turn, typed);
                yield true;
            }
            case Effect.Erase() -> {
                erasure.erase(handle, conversation);
                yield note(handle, turn, conversation, Events.ERASED, Optional.empty());
            }
            case Effect.DuplicateHit(var field) -> hit(handle, turn, conversation, field);
            case Effect.FloodAnswered() -> note(handle, turn, conversation, Events.FLOODED, Optional.of(turn.key()));
            case Effect.PersonWanted(var why) -> want(handle, turn, conversation, why);
        };
    }

    private boolean register(Handle handle, Turn turn, long conversation, Registered registered) {
        Congress congress = turn.reception().congress();
        String channel = turn.last().channel().value();
        Participants.Origin origin = new Participants.Origin(
                congress.id(), conversation, channel, congress.enrolment().sharedEmail());
        if (!participants.register(handle, registered.number(), registered.registration(), origin)) {
            return false;
        }
        mails.confirm(handle, turn, registered);
        return note(handle, turn, conversation, Events.REGISTERED, number(registered));
    }

    /// Only what the person changed: an organiser may have changed something else since she began.
    private boolean amend(Handle handle, Turn turn, long conversation, Effect.Amend amendment) {
        Congress congress = turn.reception().congress();
        long number = amendment.number();
        Optional<Registration> standing =
                participants.lock(handle, congress.id(), number).map(Registered::registration);
        if (standing.isEmpty()) {
            return false;
        }
        Registration now = standing.get();
        Registration amended = amendment
                .before()
                .map(before -> amendment.registration().onTopOf(now, before))
                .orElse(amendment.registration());
        boolean sharedEmail = congress.enrolment().sharedEmail();
        if (!participants.amend(handle, congress.id(), number, amended, sharedEmail)) {
            return false;
        }
        if (!now.email().equals(amended.email())) {
            mails.confirmAgain(handle, turn, number);
        }
        return note(handle, turn, conversation, Events.AMENDED, Optional.of(Long.toString(number)));
    }

    /// The hit that is one too many brings in a person.
    private boolean hit(Handle handle, Turn turn, long conversation, Field field) {
        Instant since = time.instant().minus(FactFinder.HITS_COUNTED);
        int before = events.count(handle, conversation, Events.DUPLICATE, since);
        note(handle, turn, conversation, Events.DUPLICATE, Optional.of(lower(field)));
        return before + 1 < FactFinder.MAX_DUPLICATE_HITS || want(handle, turn, conversation, Effect.Why.PROBING);
    }

    private boolean want(Handle handle, Turn turn, long conversation, Effect.Why why) {
        alerts.raise(handle, turn.reception().congress(), conversation, Alert.Kind.of(why));
        return note(handle, turn, conversation, Events.PERSON_WANTED, Optional.of(lower(why)));
    }

    private boolean note(Handle handle, Turn turn, long conversation, String kind, Optional<String> detail) {
        events.add(handle, turn.congress(), conversation, kind, detail, time.instant());
        return true;
    }

    private static Optional<String> number(Registered registered) {
        return Optional.of(Long.toString(registered.number()));
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
