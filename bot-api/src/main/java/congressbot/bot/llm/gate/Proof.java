package congressbot.bot.llm.gate;

import congressbot.bot.knowledge.Passage;
import congressbot.bot.text.Language;
import congressbot.bot.text.Spelling;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The text that an answer cites, with the facts, ready to be looked things up in.
final class Proof {
    /// What it asks is not said.
    private static final Pattern QUESTION = Pattern.compile("[^.!?\\n]*\\?");

    private final Evidence evidence;
    private final List<Passage> passages;
    private final String text;
    private final String lower;
    private final String folded;
    private final Set<String> words;
    private final String stated;

    Proof(Evidence evidence, List<Long> cited) {
        this.evidence = evidence;
        passages = evidence.passages().stream()
                .filter(passage -> cited.contains(passage.id()))
                .toList();
        text = passages.stream()
                .map(passage -> "\n" + passage.text())
                .collect(Collectors.joining("", evidence.facts(), ""));
        lower = text.toLowerCase(Locale.ROOT);
        folded = " " + Spelling.folded(text) + " ";
        words = Arrays.stream(folded.strip().split(" ")).collect(Collectors.toUnmodifiableSet());
        stated = " "
                + Negations.resolved(Spelling.folded(
                        QUESTION.matcher(text.replace("R$", " reais ")).replaceAll(" "))) + " ";
    }

    Evidence evidence() {
        return evidence;
    }

    Language language() {
        return evidence.language();
    }

    String text() {
        return text;
    }

    /// Those that are cited.
    List<Passage> passages() {
        return passages;
    }

    /// Whether these characters stand there, in whatever case.
    boolean holds(String literal) {
        return lower.contains(literal.toLowerCase(Locale.ROOT));
    }

    /// Folded, each once.
    Set<String> words() {
        return words;
    }

    /// Whether these folded words stand there in a row.
    boolean hasPhrase(String phrase) {
        return folded.contains(" " + phrase + " ");
    }

    /// Whether these folded words stand there in a row, outside of questions and of negations.
    boolean states(String phrase) {
        return stated.contains(" " + phrase + " ");
    }

    /// The words without negations: what they mean instead.
    Set<String> meant() {
        return Set.copyOf(Arrays.asList(Negations.resolved(folded).split(" ")));
    }
}
