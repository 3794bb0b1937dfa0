package congressbot.bot.conversation;

import congressbot.bot.answering.Answering;
import congressbot.bot.answering.Question;
import congressbot.bot.answering.Reply;
import congressbot.bot.llm.Inquiry;
import congressbot.bot.llm.Proposal;
import congressbot.bot.registration.Answers;
import congressbot.bot.registration.Dialogue;
import congressbot.bot.registration.Field;
import congressbot.bot.registration.Lookup;
import congressbot.bot.registration.State;
import congressbot.bot.text.Text;
import congressbot.wire.message.IncomingMessage;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Asks what people ask, on their behalf: with what the chat was about before, and what must not be told to others.
final class Enquiries {
    /// After this long a question no longer leans on the one before.
    private static final Duration TOPIC = Duration.ofHours(1);

    /// What is personal among the values of a registration.
    private static final List<Field> PERSONAL = List.of(Field.NAME, Field.EMAIL, Field.CPF, Field.PHONE, Field.BADGE);

    private final Answering answering;
    private final Pictures pictures;
    private final Questions questions;
    private final int history;
    private final InstantSource time;

    /// @param history how many earlier questions count
    Enquiries(Answering answering, Pictures pictures, Questions questions, int history, InstantSource time) {
        this.answering = answering;
        this.pictures = pictures;
        this.questions = questions;
        this.history = history;
        this.time = time;
    }

    /// Where in a turn a question comes up.
    ///
    /// @param earlier what was asked before in the same turn
    record Moment(
            Speaker speaker, Snapshot snapshot, State state, IncomingMessage message, List<Questions.Asked> earlier) {}

    Questions.Asked ask(Reception reception, Moment moment, Lookup.AnswerTo lookup, Replies replies) {
        Speaker speaker = moment.speaker();
        Reply reply = replies.once(lookup.question(), () -> answering.answer(question(reception, moment, lookup)));
        String said = reply.text().map(text -> speaker.texts().render(text)).orElse("");
        return new Questions.Asked(lookup.question(), reply, said);
    }

    private Question question(Reception reception, Moment moment, Lookup.AnswerTo lookup) {
        Speaker speaker = moment.speaker();
        State state = moment.state();
        Question.From from = new Question.From(
                reception.congress(),
                speaker.facts(),
                speaker.language(),
                moment.message().conversation(),
                state.step(),
                personal(moment),
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

    Optional<String> propose(Reception reception, Moment moment, Lookup.Proposal lookup, Replies replies) {
        String text = Dialogue.words(moment.message().content()).orElse("");
        Proposal.Field field = lookup.field() == Field.CITY ? Proposal.Field.CITY : Proposal.Field.PROFILE;
        Proposal proposal =
                new Proposal(reception.congress(), moment.message().conversation(), field, text, personal(moment));
        return replies.proposed(text, () -> answering.propose(proposal));
    }

    Optional<String> look(Reception reception, Moment moment, Replies replies) {
        IncomingMessage message = moment.message();
        return replies.looked(message.id().value(), () -> pictures.describe(reception.congress(), message));
    }

    private static List<String> personal(Moment moment) {
        Answers answers = Dialogue.answers(moment.state());
        Stream<String> told = PERSONAL.stream()
                .flatMap(field -> answers.of(field).stream())
                .flatMap(answer -> Stream.of(answer.shown(), answer.spelled()))
                .distinct();
        return Stream.concat(told, moment.message().senderName().stream()).toList();
    }
}
