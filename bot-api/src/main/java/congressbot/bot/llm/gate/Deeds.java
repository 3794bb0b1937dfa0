package congressbot.bot.llm.gate;

import congressbot.bot.text.Spelling;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// The model does nothing, so it must not claim that something was done, or will be. Such words stand in the proof, or
/// they say of the caller's own registration what its state says.
final class Deeds implements Check {
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?\\n]");
    private static final int SHORTEST_WORD = 4;

    private final List<String> claims = Lists.phrases("deeds.txt");
    private final Set<String> empty = Lists.words("empty.txt");

    @Override
    public boolean isBrokenBy(String answer, Proof proof) {
        return SENTENCE_END
                .splitAsStream(answer)
                .map(Spelling::folded)
                .anyMatch(sentence -> claims.stream().anyMatch(claim -> claims(sentence, claim, proof)));
    }

    private boolean claims(String sentence, String claim, Proof proof) {
        return (" " + sentence + " ").contains(" " + claim + " ")
                && !proof.hasPhrase(claim)
                && !isTold(sentence, proof.ownRegistration());
    }

    private boolean isTold(String sentence, Set<String> state) {
        return !state.isEmpty()
                && Arrays.stream(sentence.split(" ", -1))
                        .filter(word -> word.length() >= SHORTEST_WORD && !empty.contains(word))
                        .allMatch(state::contains);
    }
}
