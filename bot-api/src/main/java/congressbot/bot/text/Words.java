package congressbot.bot.text;

import java.util.Locale;

/// The words of one language, by meaning.
public final class Words {
    private final Locale locale;

    private Words(Locale locale) {
        this.locale = locale;
    }

    @Override
    public String toString() {
        return locale.toString();
    }

    /// Reads the lists that ship with the program.
    public static Words load(Locale locale) {
        return new Words(locale);
    }
}
