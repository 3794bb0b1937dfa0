package congressbot.bot.llm.redaction;

import java.util.Collection;

/// Knows what personal data looks like. Loaded once.
public final class Redactor {
    private final Vocabulary vocabulary;

    private Redactor(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    public static Redactor load() {
        return new Redactor(Vocabulary.load());
    }

    /// For one chat.
    ///
    /// @param personal values of this person, redacted word by word wherever they stand
    /// @param published the organisers' texts that go along: what stands there is nobody's secret
    public Redaction redaction(Collection<String> personal, String published) {
        return new Redaction(vocabulary, new PersonalValues(personal, vocabulary.nobodys()), new Published(published));
    }

    /// Whether a word is a common given name or surname, and nothing else.
    public boolean isCommonName(String folded) {
        return vocabulary.names().sure().contains(folded)
                && !vocabulary.common().contains(folded);
    }

    /// Whether a word is known to be no name.
    public boolean isEveryday(String folded) {
        return vocabulary.common().contains(folded);
    }
}
