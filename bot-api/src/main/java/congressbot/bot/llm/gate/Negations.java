package congressbot.bot.llm.gate;

import java.util.LinkedHashMap;
import java.util.Map;

/// Phrases with a negation, said in the one word that they mean: otherwise "is not free" would have the words of "is
/// free".
final class Negations {
    private static final Map<String, String> PHRASES = phrases();

    private Negations() {}

    /// @param folded words
    static String resolved(String folded) {
        String text = " " + folded + " ";
        for (Map.Entry<String, String> phrase : PHRASES.entrySet()) {
            text = text.replace(phrase.getKey(), phrase.getValue());
        }
        return text.strip();
    }

    private static Map<String, String> phrases() {
        Map<String, String> phrases = new LinkedHashMap<>();
        Lists.meanings("negated.txt")
                .forEach((word, said) -> said.forEach(phrase -> phrases.put(" " + phrase + " ", " " + word + " ")));
        return phrases;
    }
}
