package congressbot.bot.conversation;

import congressbot.bot.congress.Congress;
import congressbot.bot.participant.Participants;
import congressbot.bot.registration.Facts;
import congressbot.bot.registration.Field;
import congressbot.bot.registration.Lookup;
import congressbot.bot.registration.Notice;
import congressbot.bot.registration.Registered;
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
    private final Enquiries enquiries;
    private final Duration session;
    private final InstantSource time;

    /// @param session after a longer silence a person returns
    FactFinder(Participants participants, Events events, Enquiries enquiries, Duration session, InstantSource time) {
        this.participants = participants;
        this.events = events;
        this.enquiries = enquiries;
        this.session = session;
        this.time = time;
    }

    /// What is to be looked up.
    ///
    /// @param lost what another registration took meanwhile
    /// @param replies what was answered in this turn before
    record Wanted(List<Lookup> lookups, Enquiries.Moment moment, Set<Field> lost, Replies replies) {}

    /// What was found.
    ///
    /// @param asked the question that was asked, if any, with its answer
    record Found(Facts facts, Optional<Questions.Asked> asked) {}

    Found find(Reception reception, Wanted wanted) {
        Congress congress = reception.congress();
        Snapshot snapshot = wanted.moment().snapshot();
        IncomingMessage message = wanted.moment().message();
        Set<Field> taken = EnumSet.noneOf(Field.class);
        taken.addAll(wanted.lost());
        boolean probing = false;
        Optional<Questions.Asked> asked = Optional.empty();
        Optional<String> proposal = Optional.empty();
        Optional<String> picture = Optional.empty();
        OptionalLong number = OptionalLong.empty();
        List<Registered> registrations = List.of();
        for (Lookup lookup : wanted.lookups()) {
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
                case Lookup.AnswerTo answer ->
                    asked = Optional.of(enquiries.ask(reception, wanted.moment(), answer, wanted.replies()))
                            .filter(one -> answer.asked() == Lookup.Asked.PLAINLY
                                    || one.reply().text().isPresent());
                case Lookup.Proposal field ->
                    proposal = enquiries.propose(reception, wanted.moment(), field, wanted.replies());
                case Lookup.Picture() -> picture = enquiries.look(reception, wanted.moment(), wanted.replies());
                case Lookup.Registrations() -> registrations = registrations(snapshot);
                case Lookup.NextNumber() -> number = OptionalLong.of(participants.nextNumber());
            }
        }
        Facts facts = new Facts(
                taken,
                probing,
                asked.flatMap(one -> one.reply().text()),
                proposal,
                picture,
                message.phone(),
                number,
                new Notice(congress.privacyVersion(), time.instant()),
                registrations,
                isReturning(snapshot, message));
        return new Found(facts, asked);
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
