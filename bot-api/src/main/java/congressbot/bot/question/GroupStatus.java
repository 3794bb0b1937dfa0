package congressbot.bot.question;

import java.util.Locale;

/// What became of a group of questions.
public enum GroupStatus {
    OPEN,
    ANSWERED,
    /// It needs no answer; later questions of the kind are not shown either.
    DISMISSED;

    /// As it is stored.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static GroupStatus of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
