package congressbot.bot.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Properties;

/// Spells a span of days in the language of the people; the patterns are `days.properties`.
final class Days {
    private final Properties patterns;

    private Days(Properties patterns) {
        this.patterns = patterns;
    }

    static Days load() {
        Properties patterns = new Properties();
        try (InputStream resource = Days.class.getResourceAsStream("days.properties")) {
            if (resource == null) {
                throw new IllegalStateException("no patterns for days");
            }
            patterns.load(new InputStreamReader(resource, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Days(patterns);
    }

    /// Says month and year once where they are the same.
    String between(LocalDate first, LocalDate last) {
        if (first.equals(last)) {
            return spelled("day", last);
        }
        return spelled(opening(first, last), first) + spelled("last", last);
    }

    private static String opening(LocalDate first, LocalDate last) {
        if (YearMonth.from(first).equals(YearMonth.from(last))) {
            return "first.same-month";
        }
        return first.getYear() == last.getYear() ? "first.same-year" : "day";
    }

    private String spelled(String pattern, LocalDate day) {
        Locale locale = Locale.forLanguageTag(patterns.getProperty("locale"));
        return DateTimeFormatter.ofPattern(patterns.getProperty(pattern), locale)
                .format(day);
    }
}
