package congressbot.bot.mail;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;

/// Spells a span of days in one language; the patterns are its phrases `day.…`.
final class Days {
    private final Phrases phrases;

    Days(Phrases phrases) {
        this.phrases = phrases;
    }

    /// Says month and year once where they are the same.
    String between(LocalDate first, LocalDate last) {
        if (first.equals(last)) {
            return spelled("day.whole", last);
        }
        return spelled(opening(first, last), first) + spelled("day.last", last);
    }

    private static String opening(LocalDate first, LocalDate last) {
        if (YearMonth.from(first).equals(YearMonth.from(last))) {
            return "day.first.same-month";
        }
        return first.getYear() == last.getYear() ? "day.first.same-year" : "day.whole";
    }

    private String spelled(String pattern, LocalDate day) {
        return DateTimeFormatter.ofPattern(
                        phrases.of(pattern), phrases.language().locale())
                .format(day);
    }
}
