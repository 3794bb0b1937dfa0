package congressbot.bot.llm.gate;

import congressbot.bot.text.Spelling;
import java.util.List;
import java.util.regex.Pattern;

/// The model does nothing, so it must not claim that something was done, or will be, nor how the caller's own
/// registration stands. Such words stand in the proof.
final class Deeds implements Check {
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?\\n]");

    private final List<String> claims = Lists.phrases("deeds.txt");

    @Override
    public boolean isBrokenBy(String answer, Proof proof) {
        return SENTENCE_END
                .splitAsStream(answer)
                .map(Spelling::folded)
                .anyMatch(sentence -> claims.stream().anyMatch(claim -> claims(sentence, claim, proof)));
    }

    private static boolean claims(String sentence, String claim, Proof proof) {
        return (" " + sentence + " ").contains(" " + claim + " ") && !proof.hasPhrase(claim);
    }
}
