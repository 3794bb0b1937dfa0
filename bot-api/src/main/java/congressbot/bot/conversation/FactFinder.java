package congressbot.bot.conversation;

import congressbot.bot.congress.Congress;
import congressbot.bot.participant.Participants;
import congressbot.bot.registration.Facts;
import congressbot.bot.registration.Field;
import congressbot.bot.registration.Lookup;
import congressbot.bot.registration.Notice;
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
    private static final int MAX_DUPLICATE_HITS = 3;

    private static final Duration HITS_COUNTED = Duration.ofDays(1);

    private final Participants participants;
    private final Events events;
    private final InstantSource time;

    FactFinder(Participants participants, Events events, InstantSource time) {
        this.participants = participants;
        this.events = events;
        this.time = time;
    }

    Facts find(Reception reception, Snapshot snapshot, IncomingMessage message, List<Lookup> lookups, Set<Field> lost) {
        Congress congress = reception.congress();
        Set<Field> taken = EnumSet.noneOf(Field.class);
        taken.addAll(lost);
        boolean probing = false;
        Optional<Text> answer = Optional.empty();
        OptionalLong number = OptionalLong.empty();
        for (Lookup lookup : lookups) {
            switch (lookup) {
                case Lookup.CpfTaken(var cpf) -> {
                    probing = probing || isProbing(snapshot);
                    addIf(participants.isTaken(congress.id(), cpf), Field.CPF, taken);
                }
                case Lookup.EmailTaken(var email) -> {
                    probing = probing || isProbing(snapshot);
                    addIf(
                            !congress.enrolment().sharedEmail() && participants.isTaken(congress.id(), email),
                            Field.EMAIL,
                            taken);
                }
                case Lookup.AnswerTo(var question) -> answer = reception.facts().answer(question);
                case Lookup.NextNumber() -> number = OptionalLong.of(participants.nextNumber());
            }
        }
        Notice notice = new Notice(congress.privacyVersion(), time.instant());
        return new Facts(taken, probing, answer, message.phone(), number, notice);
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
