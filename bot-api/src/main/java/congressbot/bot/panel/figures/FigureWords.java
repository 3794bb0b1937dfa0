package congressbot.bot.panel.figures;

import congressbot.bot.figures.Histogram;
import congressbot.bot.figures.Span;
import congressbot.bot.panel.Wording;
import congressbot.wire.resource.ResourceFile;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Properties;

/// The words and number forms of the figures; they are `figures.properties`.
final class FigureWords {
    private static final int MINUTE = 60;
    private static final int HOUR = 60 * MINUTE;
    private static final double MILLIS = 1_000;
    private static final double MICROS = 1_000_000;
    private static final double PERCENT = 100;

    private final Properties words =
            ResourceFile.beside(FigureWords.class, "figures.properties").properties();
    private final Locale locale = Locale.forLanguageTag(said("locale"));
    private final DateTimeFormatter days = DateTimeFormatter.ofPattern(said("day"));

    private final Wording wording;

    FigureWords(Wording wording) {
        this.wording = wording;
    }

    String said(String key) {
        return Objects.requireNonNull(words.getProperty(key), key);
    }

    String said(String key, Map<String, String> values) {
        String text = said(key);
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace("{" + value.getKey() + "}", value.getValue());
        }
        return text;
    }

    /// What a key of a count is called: as the list has it, or as it is.
    String label(String list, String key) {
        return key.isEmpty() ? said("unknown") : words.getProperty(list + "." + key, key);
    }

    /// What a channel of these is called.
    String channel(String channel, Collection<String> all) {
        return channel.isEmpty() ? said("unknown") : wording.channel(channel, all);
    }

    String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    private String decimal(double number, int digits) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(0);
        format.setMaximumFractionDigits(digits);
        return format.format(number);
    }

    /// A part of a whole, in percent.
    String share(long part, long whole) {
        return whole == 0 ? said("none") : said("percent", Map.of("number", decimal(PERCENT * part / whole, 1)));
    }

    /// Money, from millionths.
    String money(long micros) {
        return decimal(micros / MICROS, 4);
    }

    String seconds(long seconds) {
        if (seconds < MINUTE) {
            return said("seconds", Map.of("number", number(seconds)));
        }
        return seconds < HOUR
                ? said("minutes", Map.of("number", decimal((double) seconds / MINUTE, 1)))
                : said("hours", Map.of("number", decimal((double) seconds / HOUR, 1)));
    }

    String millis(long millis) {
        return millis < MILLIS * MINUTE
                ? said("seconds", Map.of("number", decimal(millis / MILLIS, 2)))
                : seconds(Math.round(millis / MILLIS));
    }

    /// A time that is known by the end of its range.
    String atMost(OptionalLong seconds, Histogram histogram) {
        if (seconds.isEmpty()) {
            return said("none");
        }
        boolean beyond = seconds.getAsLong() == Long.MAX_VALUE;
        long end = beyond ? histogram.ends().getLast() : seconds.getAsLong();
        String time = histogram.equals(Histogram.WAITS) ? millis(end) : seconds(end);
        return said(beyond ? "more-than" : "at-most", Map.of("time", time));
    }

    /// One day, or the first and the last one.
    String days(Span span) {
        return span.days() == 1
                ? day(span.first())
                : said("days", Map.of("first", day(span.first()), "last", day(span.last())));
    }

    private String day(LocalDate day) {
        return days.format(day);
    }
}
