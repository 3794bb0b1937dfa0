package congressbot.bot.answering;

import congressbot.bot.answering.Reply.By;
import congressbot.bot.knowledge.Finding;
import congressbot.bot.knowledge.Knowledge;
import congressbot.bot.knowledge.Passage;
import congressbot.bot.llm.Advice;
import congressbot.bot.llm.Assistant;
import congressbot.bot.llm.Inquiry;
import congressbot.bot.llm.Proposal;
import congressbot.bot.llm.Reranker;
import congressbot.bot.registration.Lookup;
import congressbot.bot.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Answers free questions: facts of the congress in our own sentences, then a model's answer that names its passages,
/// then the best passage itself where it is certain. What none of them holds is not answered.
public final class Answering {
    private final Knowledge knowledge;
    private final Assistant assistant;
    private final Reranker reranker;
    private final Screen screen = Screen.load();

    public Answering(Knowledge knowledge, Assistant assistant, Reranker reranker) {
        this.knowledge = knowledge;
        this.assistant = assistant;
        this.reranker = reranker;
    }

    /// The same, asked of another knowledge.
    public Answering over(Knowledge other) {
        return new Answering(other, assistant, reranker);
    }

    public Reply answer(Question question) {
        Question.From from = question.from();
        Finding found = screen.screened(knowledge.find(from.congress(), question.text(), question.questionsBefore()));
        return fact(question, found)
                .or(() -> question.asked() == Lookup.Asked.PLAINLY ? advised(question, found) : Optional.empty())
                .or(() -> cited(question, found))
                .orElse(Reply.UNKNOWN);
    }

    /// What a model takes a text for in which no value of the asked field was found; for the same recogniser to read.
    public Optional<String> propose(Proposal proposal) {
        return assistant.propose(proposal);
    }

    /// A fact of the congress has sentences in every language; what stands in the documents is Portuguese, and so is
    /// the search. "And when does it close?" is not about the congress.
    private static Optional<Reply> fact(Question question, Finding found) {
        if (isWish(question)) {
            return Optional.empty();
        }
        Question.From from = question.from();
        Optional<Text> searched = found.best()
                .filter(_ -> found.certain())
                .flatMap(Finding.Cited::topic)
                .flatMap(from.facts()::answer);
        Optional<Text> plain =
                found.continues() ? Optional.empty() : from.facts().answer(question.text());
        Optional<Text> fact = switch (from.language()) {
            case PORTUGUESE -> found.certain() ? searched : plain;
            case ENGLISH, SPANISH -> plain.or(() -> searched);
        };
        return fact.map(text -> Reply.of(text, By.FACTS, List.of()));
    }

    private static boolean isWish(Question question) {
        return question.asked() == Lookup.Asked.BESIDE_A_WISH;
    }

    private Optional<Reply> advised(Question question, Finding found) {
        if (found.passages().isEmpty()) {
            return Optional.empty();
        }
        Inquiry inquiry = inquiry(question, found);
        return switch (assistant.advise(inquiry.with(reranker.ranked(inquiry)))) {
            case Advice.Answered(String answer, List<Long> sources) ->
                Optional.of(Reply.of(advice(answer, source(sources, found)), By.MODEL, sources));
            // Where the search is certain, the organisers' own words are at hand.
            case Advice.NotThere _, Advice.None _ -> Optional.empty();
        };
    }

    private Inquiry inquiry(Question question, Finding found) {
        Question.From from = question.from();
        Inquiry.Tools tools = new Inquiry.Tools(
                words -> screen.screened(knowledge.find(from.congress(), words, List.of()))
                        .passages(),
                from::registration);
        return new Inquiry(
                from.congress(),
                from.person(),
                from.language(),
                from.step(),
                question.text(),
                found.passages(),
                question.earlier(),
                from.personal(),
                tools);
    }

    private static Text advice(String answer, Optional<String> source) {
        return source.map(named -> Text.of("answer.advised", Map.of("answer", answer, "source", named)))
                .orElseGet(() -> Text.of("answer.advised-unnamed", Map.of("answer", answer)));
    }

    /// The first one is named; a passage that a tool found is not at hand.
    private static Optional<String> source(List<Long> sources, Finding found) {
        return found.passages().stream()
                .filter(passage -> sources.contains(passage.id()))
                .map(Passage::source)
                .findFirst();
    }

    private static Optional<Reply> cited(Question question, Finding found) {
        Optional<Finding.Cited> certain = found.best()
                .filter(_ -> found.certain())
                .filter(cited -> cited.topic().isEmpty() || !isWish(question));
        return certain.map(cited -> {
            Map<String, String> values =
                    Map.of("excerpt", cited.excerpt(), "source", cited.passage().source());
            return Reply.of(
                    Text.of("answer.cited", values),
                    By.PASSAGE,
                    List.of(cited.passage().id()));
        });
    }
}
