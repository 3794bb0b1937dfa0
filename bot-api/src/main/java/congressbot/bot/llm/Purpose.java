package congressbot.bot.llm;

import java.util.Locale;

/// What a model is called for.
public enum Purpose {
    ANSWER,
    PROPOSE,
    DESCRIBE,
    TRANSCRIBE,
    EMBED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
