package congressbot.bot.llm.gate;

import congressbot.bot.llm.redaction.Token;
import congressbot.bot.text.Spelling;
import java.util.List;
import java.util.Locale;

/// Rules about what only our prompt holds.
final class Leaks {
    /// So many words in a row are no coincidence.
    private static final int TELLING_RUN = 8;

    private Leaks() {}

    static boolean instructions(String answer, Proof proof) {
        return squeezed(answer).contains(squeezed(proof.evidence().canary())) || recited(answer, proof);
    }

    /// Whatever was put between the letters.
    private static String squeezed(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private static boolean recited(String answer, Proof proof) {
        String instructions = " " + Spelling.folded(proof.evidence().instructions()) + " ";
        List<String> words = List.of(Spelling.folded(answer).split(" "));
        for (int from = 0; from + TELLING_RUN <= words.size(); from++) {
            String run = String.join(" ", words.subList(from, from + TELLING_RUN));
            if (instructions.contains(" " + run + " ") && !proof.hasPhrase(run)) {
                return true;
            }
        }
        return false;
    }

    static boolean token(String answer, Proof proof) {
        return Token.isIn(answer.toUpperCase(Locale.ROOT));
    }
}
