package congressbot.bot.llm;

import congressbot.bot.llm.gate.Evidence;
import congressbot.bot.llm.gate.Rule;
import congressbot.bot.llm.gate.Verdict;
import congressbot.bot.llm.openai.Message;
import congressbot.bot.llm.openai.Question;
import congressbot.bot.llm.openai.Tool;
import congressbot.bot.llm.openai.Usage;
import congressbot.bot.llm.openai.Written;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One question with the model, from the first call until there is an answer, however often it looks things up in
/// between.
final class Consultation {
    /// Rounds of looking up; then it must answer.
    private static final int MOST_ROUNDS = 3;

    /// Tokens of the longest answer, in its JSON.
    private static final int ANSWER_TOKENS = 600;

    private final Desk desk;
    private final Inquiry inquiry;
    private final Lookup lookup;
    private final List<Message> messages;

    Consultation(Desk desk, Inquiry inquiry, Lookup lookup, List<Message> messages) {
        this.desk = desk;
        this.inquiry = inquiry;
        this.lookup = lookup;
        this.messages = new ArrayList<>(messages);
    }

    Advice held(Deadline deadline) {
        for (int round = 0; round <= MOST_ROUNDS; round++) {
            Question question = question(desk.freedom().tools() && round < MOST_ROUNDS);
            Desk.Timed<Written> called = desk.ask(question, deadline);
            switch (called.outcome()) {
                case Outcome.Untried<Written>(Advice.Reason reason) -> {
                    return new Advice.None(reason);
                }
                case Outcome.Failed<Written>(Advice.Reason reason, int tries) -> {
                    book(question, reason.word(), List.of(), desk.wasted(question, tries), called.took());
                    return new Advice.None(reason);
                }
                case Outcome.Got<Written>(Written.Text(String json), Usage usage) -> {
                    return judged(json, question, usage, called.took());
                }
                case Outcome.Got<Written>(Written.Wishes(List<Tool.Wish> wishes), Usage usage) -> {
                    book(question, "tools", List.of(), usage, called.took());
                    lookUp(wishes);
                }
            }
        }
        return new Advice.None(Advice.Reason.MALFORMED); // it was told to answer and still wishes to look things up
    }

    private Question question(boolean tools) {
        return new Question(
                desk.model(), messages, desk.prompts().answer(), tools ? lookup.tools() : List.of(), ANSWER_TOKENS);
    }

    private void lookUp(List<Tool.Wish> wishes) {
        messages.add(new Message.Wished(wishes));
        wishes.forEach(wish -> messages.add(new Message.Found(wish, lookup.answer(wish))));
    }

    private Advice judged(String json, Question question, Usage usage, Duration took) {
        Optional<ModelJson.Answer> answer = ModelJson.answer(json);
        if (answer.isEmpty()) {
            return refused(Advice.Reason.MALFORMED, Advice.Reason.MALFORMED.word(), question, usage, took);
        }
        if (!answer.get().answerable()) {
            book(question, "not-there", List.of(), usage, took);
            return new Advice.NotThere();
        }
        return switch (desk.gate().judge(answer.get().text(), answer.get().sources(), evidence())) {
            case Verdict.Passed(String text, List<Long> sources) -> {
                book(question, "passed", sources, usage, took);
                yield new Advice.Answered(text, sources);
            }
            case Verdict.Refused(Rule rule) ->
                refused(
                        rule == Rule.UNCITED ? Advice.Reason.UNCITED : Advice.Reason.OFF_LIMITS,
                        rule.word(),
                        question,
                        usage,
                        took);
        };
    }

    private Advice refused(Advice.Reason reason, String verdict, Question question, Usage usage, Duration took) {
        book(question, verdict, List.of(), usage, took);
        return new Advice.None(reason);
    }

    private Evidence evidence() {
        return new Evidence(
                inquiry.language(),
                lookup.passages(),
                PublicFacts.of(inquiry.congress()),
                desk.freedom().linkHosts(),
                desk.prompts().instructions(inquiry.congress(), inquiry.language()),
                desk.prompts().canary());
    }

    private void book(Question question, String verdict, List<Long> sources, Usage usage, Duration took) {
        desk.book(
                new Books.Client(inquiry.congress().id(), inquiry.person()),
                Purpose.ANSWER,
                question,
                new Desk.Result(verdict, sources, usage, took));
    }
}
