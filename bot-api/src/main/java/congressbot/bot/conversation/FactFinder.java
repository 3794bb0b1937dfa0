package congressbot.bot.conversation;

import congressbot.bot.congress.Congress;
import congressbot.bot.congress.CongressFacts;
import congressbot.bot.participant.Participants;
import congressbot.bot.registration.Facts;
import congressbot.bot.registration.Field;
import congressbot.bot.registration.Lookup;
import congressbot.bot.registration.Notice;
import congressbot.bot.registration.Registered;
import congressbot.bot.text.Text;
import congressbot.wire.message.IncomingMessage;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// Looks up what the dialogue wants to know.
final class FactFinder {
    /// Typed values of other people's registrations, in one chat, after which no more is told that day.
    static final int MAX_DUPLICATE_HITS = 3;

    static final Duration HITS_COUNTED = Duration.ofDays(1);

    private final Participants participants;
    private final Events events;
    private final Duration session;
    private final InstantSource time;

    /// @param session after a longer silence a person returns
    FactFinder(Participants participants, Events events, Duration session, InstantSource time) {
        this.participants = participants;
        this.events = events;
        this.session = session;
        this.time = time;
    }

    /// What is to be looked up.
    ///
    /// @param answers whoever knows the congress, in the language of the chat
    /// @param lost what another registration took meanwhile
    record Asked(List<Lookup> lookups, CongressFacts answers, Set<Field> lost) {}

    Facts find(Congress congress, Snapshot snapshot, IncomingMessage message, Asked asked) {
        Set<Field> taken = EnumSet.noneOf(Field.class);
        taken.addAll(asked.lost());
        boolean probing = false;
        Optional<Text> answer = Optional.empty();
        OptionalLong number = OptionalLong.empty();
        List<Registered> registrations = List.of();
        for (Lookup lookup : asked.lookups()) {
            switch (lookup) {
                case Lookup.DocumentTaken(var document, var own) -> {
                    probing = probing || isProbing(snapshot);
                    addIf(participants.isTaken(congress.id(), document, own), Field.CPF, taken);
                }
                case Lookup.EmailTaken(var email, var own) -> {
                    probing = probing || isProbing(snapshot);
                    addIf(
                            !congress.enrolment().sharedEmail() && participants.isTaken(congress.id(), email, own),
                            Field.EMAIL,
                            taken);
                }
                case Lookup.AnswerTo(var question) -> answer = asked.answers().answer(question);
                case Lookup.Registrations() -> registrations = registrations(snapshot);
                case Lookup.NextNumber() -> number = OptionalLong.of(participants.nextNumber());
            }
        }
        Notice notice = new Notice(congress.privacyVersion(), time.instant());
        boolean returning = isReturning(snapshot, message);
        return new Facts(taken, probing, answer, message.phone(), number, notice, registrations, returning);
    }

    private List<Registered> registrations(Snapshot snapshot) {
        OptionalLong conversation = snapshot.conversation();
        return conversation.isPresent() ? participants.of(conversation.getAsLong()) : List.of();
    }

    private boolean isReturning(Snapshot snapshot, IncomingMessage message) {
        return snapshot.lastSeen()
                .filter(seen -> message.receivedAt().isAfter(seen.plus(session)))
                .isPresent();
    }

    private static void addIf(boolean isTaken, Field field, Set<Field> taken) {
        if (isTaken) {
            taken.add(field);
        }
    }

    private boolean isProbing(Snapshot snapshot) {
        return snapshot.conversation().isPresent()
                && events.count(
                                snapshot.conversation().getAsLong(),
                                Events.DUPLICATE,
                                time.instant().minus(HITS_COUNTED))
                        >= MAX_DUPLICATE_HITS;
    }
}
