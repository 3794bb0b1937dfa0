package congressbot.bot.congress;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The hours of a day, by the clock of Brasília, in which nothing is sent unasked.
///
/// @param from the first moment that is quiet
/// @param until the first that is not any more; before `from` where a night lies between
public record QuietHours(LocalTime from, LocalTime until) {
    private static final Pattern FORM =
            Pattern.compile("([01][0-9]|2[0-3]):([0-5][0-9])-([01][0-9]|2[0-3]):([0-5][0-9])");
    private static final ZoneId BRASILIA = ZoneId.of("America/Sao_Paulo");

    /// Reads `22:00-08:00`; empty for anything else.
    static Optional<QuietHours> parse(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(new QuietHours(time(form.group(1), form.group(2)), time(form.group(3), form.group(4))))
                : Optional.empty();
    }

    private static LocalTime time(String hour, String minute) {
        return LocalTime.of(Integer.parseInt(hour), Integer.parseInt(minute));
    }

    /// The first moment from this one on at which a congress lets us send something unasked.
    public static Instant next(Congress congress, Instant now) {
        return congress.quietHours()
                .flatMap(QuietHours::parse)
                .map(quiet -> quiet.next(now))
                .orElse(now);
    }

    private Instant next(Instant now) {
        ZonedDateTime here = now.atZone(BRASILIA);
        LocalTime time = here.toLocalTime();
        boolean afterStart = !time.isBefore(from);
        boolean beforeEnd = time.isBefore(until);
        boolean overnight = until.isBefore(from);
        boolean quiet = overnight ? afterStart || beforeEnd : afterStart && beforeEnd;
        if (!quiet) {
            return now;
        }
        ZonedDateTime end = here.with(until);
        return (overnight && afterStart ? end.plusDays(1) : end).toInstant();
    }
}
