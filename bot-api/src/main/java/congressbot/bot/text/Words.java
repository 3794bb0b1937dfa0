package congressbot.bot.text;

import java.util.Locale;

/// The words of one language, by meaning.
public final class Words {
    private Words() {}

    /// Reads the lists that ship with the program.
    public static Words load(Locale locale) {
        throw new UnsupportedOperationException("not written yet: " + locale);
    }
}
