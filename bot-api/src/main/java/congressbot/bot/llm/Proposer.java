package congressbot.bot.llm;

import congressbot.bot.llm.openai.Message;
import congressbot.bot.llm.openai.Question;
import congressbot.bot.llm.openai.Usage;
import congressbot.bot.llm.openai.Written;
import congressbot.bot.llm.redaction.Redactor;
import congressbot.bot.llm.redaction.Token;
import congressbot.bot.text.Spelling;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Asks the model what a person meant when our own recogniser does not know. A person waits for the next question of
/// the form meanwhile, so it is not waited for long.
final class Proposer {
    private static final Duration DEADLINE = Duration.ofSeconds(4);
    private static final int VALUE_TOKENS = 80;

    /// A place or a profile in plain letters.
    private static final Pattern PLAIN = Pattern.compile("\\p{IsLatin}[\\p{IsLatin} '\u2019./()-]{1,59}");

    private final Desk desk;
    private final Redactor redactor;

    Proposer(Desk desk, Redactor redactor) {
        this.desk = desk;
        this.redactor = redactor;
    }

    Optional<String> propose(Proposal proposal) {
        Books.Client client = new Books.Client(proposal.congress().id(), proposal.person());
        String text = redactor.redaction(proposal.personal(), PublicFacts.of(proposal.congress()))
                .redacted(proposal.text());
        if (saysNothing(text) || desk.books().limit(client).isPresent()) {
            return Optional.empty();
        }
        Question question = new Question(
                desk.model(),
                List.of(
                        new Message.Instructions(desk.prompts()
                                .proposal(proposal.field(), proposal.congress().profiles())),
                        new Message.Data(desk.prompts().answered(text))),
                desk.prompts().value(),
                List.of(),
                VALUE_TOKENS);
        Desk.Timed<Written> called = desk.ask(question, Deadline.in(DEADLINE));
        return switch (called.outcome()) {
            case Outcome.Untried<Written> _ -> Optional.empty();
            case Outcome.Failed<Written>(Advice.Reason reason, int tries) ->
                booked(client, question, called.took(), reason.word(), desk.wasted(question, tries), Optional.empty());
            case Outcome.Got<Written>(Written written, Usage usage) -> {
                Optional<String> value = value(written).flatMap(said -> checked(said, proposal));
                String verdict = value.isPresent() ? "passed" : "no-value";
                yield booked(client, question, called.took(), verdict, usage, value);
            }
        };
    }

    private Optional<String> booked(
            Books.Client client,
            Question question,
            Duration took,
            String verdict,
            Usage usage,
            Optional<String> value) {
        desk.book(client, Purpose.PROPOSE, question, new Desk.Result(verdict, List.of(), usage, took));
        return value;
    }

    /// Nothing is left of it but tokens.
    private static boolean saysNothing(String text) {
        return text.replaceAll("\\[[A-Z]+\\]", "").codePoints().noneMatch(Character::isLetter);
    }

    private static Optional<String> value(Written written) {
        return written instanceof Written.Text(String json) ? ModelJson.text(json, "value") : Optional.empty();
    }

    private static Optional<String> checked(String value, Proposal proposal) {
        String plain = Spelling.cleaned(value);
        if (Token.isIn(value) || !plain.equals(value) || !PLAIN.matcher(plain).matches()) {
            return Optional.empty();
        }
        return switch (proposal.field()) {
            case CITY -> Optional.of(plain);
            case PROFILE ->
                proposal.congress().profiles().stream()
                        .filter(label -> Spelling.folded(label).equals(Spelling.folded(plain)))
                        .findFirst();
        };
    }
}
