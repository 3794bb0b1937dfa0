package congressbot.bot.conversation;

import congressbot.bot.congress.Congress;
import congressbot.bot.participant.Participants;
import congressbot.bot.registration.Facts;
import congressbot.bot.registration.Field;
import congressbot.bot.registration.Heard;
import congressbot.bot.registration.Lookup;
import congressbot.bot.registration.Notice;
import congressbot.bot.registration.Registered;
import congressbot.bot.registration.State;
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
    record Wanted(List<Lookup> lookups, Enquiries.Moment moment, Set<Field> lost, Replies replies) {
        /// The dialogue wants at most one of each kind.
        private <T extends Lookup> Optional<T> first(Class<T> kind) {
            return lookups.stream().filter(kind::isInstance).map(kind::cast).findFirst();
        }
    }

    /// What was found.
    ///
    /// @param asked the question that was asked, if any, with its answer
    record Found(Facts facts, Optional<Questions.Asked> asked) {}

    /// What a message means to whom it comes from.
    Heard heard(Reception reception, Speaker speaker, IncomingMessage message, Heard heard) {
        return enquiries.heard(reception.congress(), speaker, message, heard);
    }

    Found find(Reception reception, Wanted wanted) {
        Enquiries.Moment moment = wanted.moment();
        List<Registered> registered = registered(wanted);
        Enquiries.Occasion occasion = new Enquiries.Occasion(reception, moment, registered, wanted.replies());
        Optional<Questions.Asked> asked =
                wanted.first(Lookup.AnswerTo.class).flatMap(question -> asked(occasion, question));
        Facts facts = new Facts(
                taken(reception.congress(), wanted),
                isProbing(wanted),
                asked.flatMap(one -> one.reply().text()),
                wanted.first(Lookup.Proposal.class).flatMap(field -> enquiries.propose(occasion, field)),
                wanted.first(Lookup.Picture.class).flatMap(_ -> enquiries.look(occasion)),
                moment.message().phone(),
                wanted.first(Lookup.NextNumber.class).isPresent()
                        ? OptionalLong.of(participants.nextNumber())
                        : OptionalLong.empty(),
                new Notice(reception.congress().privacyVersion(), time.instant()),
                wanted.first(Lookup.Registrations.class).isPresent() ? registered : List.of(),
                isReturning(moment.snapshot(), moment.message()));
        return new Found(facts, asked);
    }

    /// What was only tried is no question unless it has an answer.
    private Optional<Questions.Asked> asked(Enquiries.Occasion occasion, Lookup.AnswerTo question) {
        return Optional.of(enquiries.ask(occasion, question))
                .filter(one -> question.asked() == Lookup.Asked.PLAINLY
                        || one.reply().text().isPresent());
    }

    private Set<Field> taken(Congress congress, Wanted wanted) {
        Set<Field> taken = EnumSet.noneOf(Field.class);
        taken.addAll(wanted.lost());
        wanted.lookups().forEach(lookup -> taken(congress, lookup).ifPresent(taken::add));
        return taken;
    }

    private Optional<Field> taken(Congress congress, Lookup lookup) {
        return switch (lookup) {
            case Lookup.DocumentTaken(var document, var own) ->
                participants.isTaken(congress.id(), document, own) ? Optional.of(Field.CPF) : Optional.empty();
            case Lookup.EmailTaken(var email, var own) ->
                !congress.enrolment().sharedEmail() && participants.isTaken(congress.id(), email, own)
                        ? Optional.of(Field.EMAIL)
                        : Optional.empty();
            case Lookup.AnswerTo _, Lookup.Proposal _, Lookup.Picture _, Lookup.Registrations _, Lookup.NextNumber _ ->
                Optional.empty();
        };
    }

    /// Those of the chat, where it may have any: they are the dialogue's to know, and no model's.
    private List<Registered> registered(Wanted wanted) {
        boolean may = wanted.first(Lookup.Registrations.class).isPresent()
                || switch (wanted.moment().state()) {
                    case State.Idle _ -> false;
                    case State.Collecting form -> form.followup().isPresent();
                    case State.Confirming form -> form.followup().isPresent();
                    case State.Completed _ -> true;
                };
        return may ? registrations(wanted.moment().snapshot()) : List.of();
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

    private boolean isProbing(Wanted wanted) {
        boolean typed = wanted.first(Lookup.DocumentTaken.class).isPresent()
                || wanted.first(Lookup.EmailTaken.class).isPresent();
        return typed && isProbing(wanted.moment().snapshot());
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
