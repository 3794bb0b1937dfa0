package congressbot.bot.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Subject and text part of a mail: the first line is the subject, and `{name}` stands for a value. A value is not
/// searched for placeholders again.
record TextTemplate(String subject, String text) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z]+)}");

    /// Reads `{name}.txt` beside this class.
    static TextTemplate load(String name) {
        try (InputStream resource = TextTemplate.class.getResourceAsStream(name + ".txt")) {
            if (resource == null) {
                throw new IllegalStateException("no text for the mail " + name);
            }
            String source = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
            int end = source.indexOf('\n');
            return new TextTemplate(
                    source.substring(0, end), source.substring(end).strip() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The values it needs.
    Set<String> names() {
        return PLACEHOLDER
                .matcher(subject + text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    String subject(Map<String, String> values) {
        return filled(subject, values);
    }

    String text(Map<String, String> values) {
        return filled(text, values);
    }

    private static String filled(String source, Map<String, String> values) {
        return PLACEHOLDER.matcher(source).replaceAll(found -> Matcher.quoteReplacement(value(found, values)));
    }

    private static String value(MatchResult found, Map<String, String> values) {
        return values.getOrDefault(found.group(1), "");
    }
}
