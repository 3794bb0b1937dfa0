package congressbot.bot.llm.gate;

import congressbot.bot.text.Spelling;
import java.util.List;
import java.util.function.Predicate;

/// Of payments, secrets, other chats, and of itself an answer speaks only where the organisers' texts do, in words of
/// the same group; and where a thing is so or the opposite, it says what they state.
final class Lures implements Check {
    private final List<List<String>> subjects = Lists.groups("lures.txt");
    private final List<List<String>> poles = Lists.groups("poles.txt");

    @Override
    public boolean isBrokenBy(String answer, Proof proof) {
        String meant = Negations.resolved(Spelling.folded(answer));
        return exceeds(meant, subjects, proof::hasPhrase) || exceeds(meant, poles, proof::states);
    }

    private static boolean exceeds(String answer, List<List<String>> groups, Predicate<String> proved) {
        String words = " " + answer + " ";
        return groups.stream()
                .filter(group -> group.stream().anyMatch(phrase -> words.contains(" " + phrase + " ")))
                .anyMatch(group -> group.stream().noneMatch(proved));
    }
}
