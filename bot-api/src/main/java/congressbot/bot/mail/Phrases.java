package congressbot.bot.mail;

import congressbot.bot.text.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/// The words of the mails in one language: the resource `{tag}.properties` beside this class. `{name}` stands for a
/// value.
final class Phrases {
    private final Language language;
    private final Properties words;

    private Phrases(Language language, Properties words) {
        this.language = language;
        this.words = words;
    }

    static Phrases load(Language language) {
        Properties words = new Properties();
        String file = language.tag() + ".properties";
        try (InputStream resource = Phrases.class.getResourceAsStream(file)) {
            if (resource == null) {
                throw new IllegalStateException("no words for mails, " + file);
            }
            words.load(new InputStreamReader(resource, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Phrases(language, words);
    }

    Language language() {
        return language;
    }

    Set<String> keys() {
        return words.stringPropertyNames();
    }

    /// The phrase as it stands in the resource.
    ///
    /// @throws IllegalArgumentException when there is none
    String of(String key) {
        String phrase = words.getProperty(key);
        if (phrase == null) {
            throw new IllegalArgumentException("no phrase " + key + " in " + language.tag());
        }
        return phrase;
    }

    /// The values that the phrases of one template need.
    Set<String> placeholders(String template) {
        return keys().stream()
                .filter(key -> key.startsWith(template + "."))
                .flatMap(key -> Blanks.in(of(key)).stream())
                .collect(Collectors.toSet());
    }
}
