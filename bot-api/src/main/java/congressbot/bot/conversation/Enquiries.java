package congressbot.bot.conversation;

import congressbot.bot.answering.Answering;
import congressbot.bot.answering.Question;
import congressbot.bot.answering.Reply;
import congressbot.bot.congress.Congress;
import congressbot.bot.figures.ChatFigures;
import congressbot.bot.llm.Inquiry;
import congressbot.bot.llm.Proposal;
import congressbot.bot.registration.Answers;
import congressbot.bot.registration.Dialogue;
import congressbot.bot.registration.Field;
import congressbot.bot.registration.Heard;
import congressbot.bot.registration.Lookup;
import congressbot.bot.registration.Registered;
import congressbot.bot.registration.State;
import congressbot.bot.text.Text;
import congressbot.wire.message.IncomingMessage;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Asks what people ask, on their behalf: with what the chat was about before, and what must not be
/// told to others.
final class Enquiries {
    /// After this long a question no longer leans on the one before.
    private static final Duration TOPIC = Duration.ofHours(1);

    /// What is personal among the values of a registration.
    private static final List<Field> PERSONAL = List.of(Field.NAME, Field.EMAIL, Field.CPF, Field.PHONE, Field.BADGE);

    private final Experts experts;
    private final Questions questions;
    private final int history;
    private final InstantSource time;

    /// @param history how many earlier questions count
    Enquiries(Experts experts, Questions questions, int history, InstantSource time) {
        this.experts = experts;
        this.questions = questions;
        this.history = history;
        this.time = time;
    }

    /// Who is asked.
    ///
    /// @param figures told to organisers
    record Experts(Answering answering, Pictures pictures, ChatFigures figures) {}

    /// Where in a turn a question comes up.
    ///
    /// @param earlier what was asked before in the same turn
    record Moment(
            Speaker speaker, Snapshot snapshot, State state, IncomingMessage message, List<Questions.Asked> earlier) {}

    /// On whose behalf something is asked.
    ///
    /// @param registered the registrations of the chat, whose values are personal, too
    /// @param replies what was answered in this turn before
    record Occasion(Reception reception, Moment moment, List<Registered> registered, Replies replies) {}

    /// An organiser who asks for totals asks a question, whatever else the words could mean. Her
    /// number is looked up only for such words.
    Heard heard(Congress congress, Speaker speaker, IncomingMessage message, Heard heard) {
        return Dialogue.words(message.content())
                .filter(words -> speaker.asks().heard(words).isPresent()
                        && experts.figures().mayKnow(congress.id(), message))
                .<Heard>map(Heard.Question::new)
                .orElse(heard);
    }

    Questions.Asked ask(Occasion occasion, Lookup.AnswerTo lookup) {
        Speaker speaker = occasion.moment().speaker();
        Reply reply = occasion.replies()
                .once(
                        lookup.question(),
                        () -> figures(occasion, lookup)
                                .orElseGet(() -> experts.answering().answer(question(occasion, lookup))));
        String said = reply.text().map(text -> speaker.texts().render(text)).orElse("");
        return new Questions.Asked(
                lookup.question(), reply, said, occasion.moment().message().id().providerId());
    }

    private Optional<Reply> figures(Occasion occasion, Lookup.AnswerTo lookup) {
        Speaker speaker = occasion.moment().speaker();
        String congress = occasion.reception().congress().id();
        return speaker.asks()
                .heard(lookup.question())
                .filter(_ ->
                        experts.figures().mayKnow(congress, occasion.moment().message()))
                .map(ask -> Reply.figures(experts.figures().answer(congress, ask, speaker.texts())));
    }

    private Question question(Occasion occasion, Lookup.AnswerTo lookup) {
        Moment moment = occasion.moment();
        Speaker speaker = moment.speaker();
        State state = moment.state();
        Question.From from = new Question.From(
                occasion.reception().congress(),
                speaker.facts(),
                speaker.language(),
                moment.message().conversation(),
                state.step(),
                personal(occasion),
                speaker.texts().render(Text.of(status(state))));
        return new Question(lookup.question(), lookup.asked(), from, earlier(moment));
    }

    private static String status(State state) {
        return switch (state) {
            case State.Idle _ -> "registration-status.none";
            case State.Collecting _ -> "registration-status.under-way";
            case State.Confirming _ -> "registration-status.unconfirmed";
            case State.Completed _ -> "registration-status.confirmed";
        };
    }

    private List<Inquiry.Earlier> earlier(Moment moment) {
        List<Inquiry.Earlier> stored = moment.snapshot().conversation().isPresent()
                ? questions.latest(
                        moment.snapshot().conversation().getAsLong(),
                        time.instant().minus(TOPIC),
                        history)
                : List.of();
        Stream<Inquiry.Earlier> now =
                moment.earlier().stream().map(asked -> new Inquiry.Earlier(asked.question(), asked.said()));
        List<Inquiry.Earlier> all = Stream.concat(stored.stream(), now).toList();
        return all.subList(Math.max(0, all.size() - history), all.size());
    }

    Optional<String> propose(Occasion occasion, Lookup.Proposal lookup) {
        IncomingMessage message = occasion.moment().message();
        String text = Dialogue.words(message.content()).orElse("");
        Proposal.Field field = lookup.field() == Field.CITY ? Proposal.Field.CITY : Proposal.Field.PROFILE;
        Proposal proposal =
                new Proposal(occasion.reception().congress(), message.conversation(), field, text, personal(occasion));
        return occasion.replies().proposed(text, () -> experts.answering().propose(proposal));
    }

    Optional<String> look(Occasion occasion) {
        IncomingMessage message = occasion.moment().message();
        return occasion.replies()
                .looked(
                        message.id().value(),
                        () -> experts.pictures().describe(occasion.reception().congress(), message));
    }

    /// Also what stood in the form when the turn began: the registration that this very turn makes is
    /// not stored yet.
    private static List<String> personal(Occasion occasion) {
        Moment moment = occasion.moment();
        Stream<Answers> told = Stream.concat(
                Stream.of(moment.state(), moment.snapshot().state()).map(Dialogue::answers),
                occasion.registered().stream().map(one -> one.registration().answers()));
        return Stream.concat(told.flatMap(Enquiries::values), moment.message().senderName().stream())
                .distinct()
                .toList();
    }

    private static Stream<String> values(Answers answers) {
        return PERSONAL.stream()
                .flatMap(field -> answers.of(field).stream())
                .flatMap(answer -> Stream.of(answer.shown(), answer.spelled()));
    }
}
