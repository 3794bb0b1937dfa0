package congressbot.bot.text;

import java.util.Map;

/// A sentence of ours, not yet rendered: a key of the texts, the values of its placeholders, and how often it was
/// needed before (the variant is chosen by that number, never at random).
///
/// @param attempt 0 the first time; see [Texts#render]
public record Text(String key, Map<String, String> values, int attempt) {
    public Text {
        values = Map.copyOf(values);
        if (key.isBlank() || attempt < 0) {
            throw new IllegalArgumentException("a text has a key and an attempt from 0 on");
        }
    }

    public static Text of(String key) {
        return new Text(key, Map.of(), 0);
    }

    public static Text of(String key, Map<String, String> values) {
        return new Text(key, values, 0);
    }

    /// The same sentence in its variant for this attempt.
    public Text at(int number) {
        return new Text(key, values, number);
    }

    /// Without the values, which are personal.
    @Override
    public String toString() {
        return "Text[" + key + ", attempt=" + attempt + "]";
    }
}
