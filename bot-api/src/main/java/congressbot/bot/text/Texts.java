package congressbot.bot.text;

import congressbot.wire.message.Option;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The sentences of one language, in WhatsApp's own marks (`*bold*`).
public final class Texts {
    /// Longest reply in characters: the limit of WhatsApp's text messages.
    public static final int MAX_REPLY = 4_096;

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z]+)}");
    private static final Pattern VARIANT = Pattern.compile("\\.[0-9]+$");
    private static final String PARAGRAPH = "\n\n";

    private final Properties sentences;

    private Texts(Properties sentences) {
        this.sentences = sentences;
    }

    /// Reads the sentences that ship with the program.
    public static Texts load(Language language) {
        String file = language.tag() + ".properties";
        Properties sentences = new Properties();
        try (InputStream in = Texts.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("no sentences " + file);
            }
            sentences.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Texts(sentences);
    }

    /// All keys, without the numbers of the variants.
    public Set<String> keys() {
        Set<String> keys = new LinkedHashSet<>();
        sentences
                .stringPropertyNames()
                .forEach(name -> keys.add(VARIANT.matcher(name).replaceFirst("")));
        return keys;
    }

    /// How many variants a key has; 0 when it does not exist.
    public int variants(String key) {
        int count = sentences.containsKey(key) ? 1 : 0;
        while (count > 0 && sentences.containsKey(key + "." + (count + 1))) {
            count++;
        }
        return count;
    }

    /// How many sentences there are, variants counted.
    int size() {
        return sentences.size();
    }

    /// The values that a variant (from 1 on) of a key needs.
    Set<String> placeholders(String key, int variant) {
        return PLACEHOLDER
                .matcher(sentence(key, variant))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private String sentence(String key, int variant) {
        return sentences.getProperty(variant == 1 ? key : key + "." + variant);
    }

    /// The sentence with its values. `attempt` 0 gives `key`, 1 gives `key.2`, 2 gives `key.3`, and after the last
    /// variant it begins again.
    ///
    /// @throws IllegalArgumentException when the key or a value is missing
    public String render(Text text) {
        int variants = variants(text.key());
        if (variants == 0) {
            throw new IllegalArgumentException("no sentence " + text.key());
        }
        String sentence = sentence(text.key(), text.attempt() % variants + 1);
        return PLACEHOLDER.matcher(sentence).replaceAll(found -> Matcher.quoteReplacement(value(text, found.group(1))));
    }

    private static String value(Text text, String name) {
        String value = text.values().get(name);
        if (value == null) {
            throw new IllegalArgumentException("no value {" + name + "} for the sentence " + text.key());
        }
        return value;
    }

    /// One message: what is said, the question, the numbered options. Nothing is repeated; when it would be longer
    /// than [#MAX_REPLY], the oldest of `says` give way. Empty when there is nothing to say.
    public String reply(List<Text> says, Optional<Text> asks, List<Option> options) {
        Set<String> said = new LinkedHashSet<>();
        says.forEach(text -> said.add(render(text)));
        List<String> parts = new ArrayList<>(said);
        asks.map(text -> render(text) + numbered(options)).ifPresent(parts::add);
        while (parts.size() > 1 && String.join(PARAGRAPH, parts).length() > MAX_REPLY) {
            parts.removeFirst();
        }
        return clipped(String.join(PARAGRAPH, parts));
    }

    private static String numbered(List<Option> options) {
        StringBuilder lines = new StringBuilder(options.isEmpty() ? "" : "\n");
        for (int i = 0; i < options.size(); i++) {
            lines.append("\n").append(i + 1).append(". ").append(options.get(i).label());
        }
        return lines.toString();
    }

    private static String clipped(String message) {
        if (message.length() <= MAX_REPLY) {
            return message;
        }
        int end = MAX_REPLY - 1;
        return message.substring(0, Character.isHighSurrogate(message.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
