package congressbot.bot.text;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.Arrays;
import java.util.Locale;

/// A language that the bot speaks. Stored by its BCP 47 tag.
@JsonDeserialize(using = StoredLanguage.class)
public enum Language {
    PORTUGUESE("pt-BR"),
    ENGLISH("en"),
    SPANISH("es");

    private final Locale locale;

    Language(String tag) {
        locale = Locale.forLanguageTag(tag);
    }

    public Locale locale() {
        return locale;
    }

    /// The BCP 47 tag; resources are named by it.
    @JsonValue
    public String tag() {
        return locale.toLanguageTag();
    }

    /// The language with this tag.
    ///
    /// @throws IllegalArgumentException when the bot does not speak it
    public static Language of(String tag) {
        return Arrays.stream(values())
                .filter(language -> language.tag().equals(tag))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no language " + tag));
    }
}
