package congressbot.bot.llm.gate;

import congressbot.bot.llm.redaction.Redactor;
import congressbot.bot.llm.redaction.Word;
import java.util.List;

/// A person who is named stands in the organisers' texts: common names however they are written, others by their
/// capitals.
final class People implements Check {
    private final Redactor redactor;

    People(Redactor redactor) {
        this.redactor = redactor;
    }

    @Override
    public boolean isBrokenBy(String answer, Proof proof) {
        List<Word> words = Word.of(answer);
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            if (!proof.words().contains(word.folded())
                    && (redactor.isCommonName(word.folded()) || (isUnknown(word) && hasCompany(words, i)))) {
                return true;
            }
        }
        return false;
    }

    private boolean isUnknown(Word word) {
        return word.capitalised() && !redactor.isEveryday(word.folded());
    }

    /// Another capital beside it, so that it is no single word written large.
    private static boolean hasCompany(List<Word> words, int i) {
        return (i > 0 && words.get(i).adjoins() && words.get(i - 1).capitalised())
                || (i + 1 < words.size()
                        && words.get(i + 1).adjoins()
                        && words.get(i + 1).capitalised());
    }
}
