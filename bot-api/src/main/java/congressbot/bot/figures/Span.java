package congressbot.bot.figures;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/// Days in a row, in America/Sao_Paulo.
///
/// @param last belongs to it
public record Span(LocalDate first, LocalDate last) {
    public Span {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("a span ends before it begins");
        }
    }

    /// So many days, of which this is the last.
    public static Span of(int days, LocalDate last) {
        return new Span(last.minusDays(days - 1L), last);
    }

    public int days() {
        return Math.toIntExact(ChronoUnit.DAYS.between(first, last) + 1);
    }

    /// As many days, right before.
    public Span before() {
        return of(days(), first.minusDays(1));
    }
}
