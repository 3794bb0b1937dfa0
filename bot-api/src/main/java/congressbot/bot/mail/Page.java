package congressbot.bot.mail;

import congressbot.bot.text.Language;
import java.util.Map;

/// What a template shows: the phrases of one mail in one language, and its values.
public final class Page {
    private final String template;
    private final Phrases phrases;
    private final Map<String, String> values;

    Page(String template, Phrases phrases, Map<String, String> values) {
        this.template = template;
        this.phrases = phrases;
        this.values = Map.copyOf(values);
    }

    public Language language() {
        return phrases.language();
    }

    /// The phrase of this mail with its values.
    public String says(String key) {
        return Blanks.filled(phrases.of(template + "." + key), values);
    }

    /// The name of a value, as all mails call it.
    public String label(String value) {
        return phrases.of("label." + value);
    }

    public boolean has(String value) {
        return !value(value).isEmpty();
    }

    public String value(String name) {
        return values.getOrDefault(name, "");
    }
}
