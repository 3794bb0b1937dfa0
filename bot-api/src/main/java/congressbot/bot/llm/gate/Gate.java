package congressbot.bot.llm.gate;

import congressbot.bot.knowledge.Passage;
import congressbot.bot.llm.redaction.Redactor;
import congressbot.bot.text.Language;
import congressbot.bot.text.Words;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Lets through what may be shown to a person. It holds whatever a model writes, for a model can be talked into
/// anything.
public final class Gate {
    /// Characters of the longest answer.
    private static final int LONGEST = 700;

    private static final int SHORTEST = 2;

    /// Where a text can be cut: after the end of a sentence or of a line.
    private static final Pattern END = Pattern.compile("[.!?](?=\\s)|\\n");

    private static final Pattern BOLD = Pattern.compile("\\*\\*+|__+");
    private static final Pattern BLANK_LINES = Pattern.compile("\\n{3,}");
    private static final Pattern SPACES = Pattern.compile("[ \\t\\u00a0]+");

    private final Map<Rule, Check> checks = new EnumMap<>(Rule.class);

    private Gate(Redactor redactor, List<Words> languages) {
        checks.put(Rule.HIDDEN_CHARACTERS, Letters::hidden);
        checks.put(Rule.MARKUP, Letters::markup);
        checks.put(Rule.FOREIGN_LETTERS, Letters::foreign);
        checks.put(Rule.SCRAMBLED, Letters::scrambled);
        checks.put(Rule.INSTRUCTIONS, Leaks::instructions);
        checks.put(Rule.TOKEN, Leaks::token);
        checks.put(Rule.LINK, new Links(languages));
        checks.put(Rule.ACCOUNT, new Accounts(languages));
        checks.put(Rule.NUMBER, new Figures(languages));
        checks.put(Rule.NAME, new People(redactor));
        checks.put(Rule.DEED, new Deeds());
        checks.put(Rule.LURE, new Lures());
        checks.put(Rule.LANGUAGE, new Speech(languages));
        checks.put(Rule.UNGROUNDED, new Grounding());
    }

    /// Reads what the rules need.
    ///
    /// @param redactor knows names
    public static Gate load(Redactor redactor) {
        return new Gate(
                redactor, Arrays.stream(Language.values()).map(Words::load).toList());
    }

    /// Whether an answer may be shown. Of the caller's own registration our sentence is shown, whatever the model made
    /// of it: a "not" more or less is all that tells one state from another. Beside published sources it proves
    /// nothing.
    ///
    /// @param sources ids of passages, as the model named them
    public Verdict judge(String answer, List<Long> sources, Evidence evidence) {
        List<Long> given = evidence.passages().stream().map(Passage::id).toList();
        if (sources.isEmpty() || !given.containsAll(sources)) {
            return new Verdict.Refused(Rule.UNCITED);
        }
        List<Long> published = sources.stream()
                .distinct()
                .filter(source -> source != Evidence.OWN_REGISTRATION)
                .toList();
        return published.isEmpty()
                ? held(evidence.ownRegistration(), List.of(Evidence.OWN_REGISTRATION), evidence)
                : held(answer, published, evidence);
    }

    private Verdict held(String answer, List<Long> cited, Evidence evidence) {
        Optional<String> cut = cut(tidied(answer, cited));
        if (cut.isEmpty()) {
            return new Verdict.Refused(Rule.LENGTH);
        }
        Proof proof = new Proof(evidence, cited);
        return checks.entrySet().stream()
                .filter(rule -> rule.getValue().isBrokenBy(cut.get(), proof))
                .findFirst()
                .<Verdict>map(rule -> new Verdict.Refused(rule.getKey()))
                .orElseGet(() -> new Verdict.Passed(cut.get(), cited));
    }

    /// As WhatsApp shows it: its own bold, no marks of sources.
    private static String tidied(String answer, List<Long> cited) {
        String text = BOLD.matcher(answer.replace("\r\n", "\n")).replaceAll("*");
        for (Long source : cited) {
            text = text.replace("[" + source + "]", "");
        }
        return BLANK_LINES
                .matcher(SPACES.matcher(text).replaceAll(" "))
                .replaceAll("\n\n")
                .strip();
    }

    /// The text up to the last end of a sentence that fits; empty when nothing is left.
    private static Optional<String> cut(String text) {
        int end = text.length() <= LONGEST
                ? text.length()
                : END.matcher(text)
                        .results()
                        .mapToInt(match -> match.end())
                        .filter(position -> position <= LONGEST)
                        .max()
                        .orElse(0);
        return Optional.of(text.substring(0, end).strip()).filter(left -> left.length() >= SHORTEST);
    }
}
