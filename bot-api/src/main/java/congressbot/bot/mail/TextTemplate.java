package congressbot.bot.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The text part of a mail, the same in every language: the resource `{name}.txt` beside this class. `[key]` stands for
/// a phrase of the mail, `{name}` for a value, and a line `- name` for a value with its label. A line `- name?` is left
/// out when there is no such value.
record TextTemplate(String source) {
    private static final Pattern BLANK = Pattern.compile("\\[([a-z-]+)]|\\{([a-zA-Z]+)}");
    private static final Pattern FACT = Pattern.compile("- ([a-zA-Z]+)(\\??)");

    static TextTemplate load(String name) {
        try (InputStream resource = TextTemplate.class.getResourceAsStream(name + ".txt")) {
            if (resource == null) {
                throw new IllegalStateException("no text for the mail " + name);
            }
            return new TextTemplate(new String(resource.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The values that must not be missing.
    Set<String> names() {
        Stream<String> facts = source.lines()
                .map(FACT::matcher)
                .filter(fact -> fact.matches() && fact.group(2).isEmpty())
                .map(fact -> fact.group(1));
        return Stream.concat(facts, Blanks.in(source).stream()).collect(Collectors.toSet());
    }

    String filled(Page page) {
        return source.lines().flatMap(line -> line(page, line).lines()).collect(Collectors.joining("\n", "", "\n"));
    }

    /// The line with its end; empty when it is left out.
    private static String line(Page page, String line) {
        Matcher fact = FACT.matcher(line);
        if (!fact.matches()) {
            return phrases(page, line) + "\n";
        }
        String name = fact.group(1);
        return page.has(name) ? page.label(name) + ": " + page.value(name) + "\n" : "";
    }

    private static String phrases(Page page, String line) {
        return BLANK.matcher(line)
                .replaceAll(blank -> Matcher.quoteReplacement(
                        blank.group(1) == null ? page.value(blank.group(2)) : page.says(blank.group(1))));
    }
}
