package congressbot.bot.llm.gate;

import congressbot.bot.text.Spelling;
import java.util.List;

/// Of payments, secrets, other chats, and of itself an answer speaks only where the organisers' texts do, in words of
/// the same group.
final class Lures implements Check {
    private final List<List<String>> groups = Lists.groups("lures.txt");

    @Override
    public boolean isBrokenBy(String answer, Proof proof) {
        String folded = " " + Spelling.folded(answer) + " ";
        return groups.stream()
                .filter(group -> group.stream().anyMatch(phrase -> folded.contains(" " + phrase + " ")))
                .anyMatch(group -> group.stream().noneMatch(proof::hasPhrase));
    }
}
