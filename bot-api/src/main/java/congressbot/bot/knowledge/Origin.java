package congressbot.bot.knowledge;

import java.util.Locale;

/// Where a version of a document was written.
public enum Origin {
    /// A file of the congress's folder.
    FOLDER,
    PANEL;

    /// As it is stored.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Origin of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
