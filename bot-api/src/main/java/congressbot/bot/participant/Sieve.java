package congressbot.bot.participant;

import congressbot.bot.participant.Participant.Status;
import java.time.LocalDate;
import java.util.Optional;

/// Which registrations an organiser wants to see: whom the search finds, of those whom every filter lets through.
///
/// @param city how its name begins, whatever accents and capitals
/// @param from the first day of registration, in Brasília
/// @param to the last day
public record Sieve(
        Search search,
        Optional<String> profile,
        Optional<String> state,
        Optional<String> city,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Optional<String> channel,
        Optional<Status> status,
        Optional<MailState> mail) {
    /// Everybody.
    public static final Sieve ALL = of(Search.ALL);

    /// Whom the search finds, without a filter.
    public static Sieve of(Search search) {
        return new Sieve(
                search,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /// The same filters for another search.
    public Sieve with(Search other) {
        return new Sieve(other, profile, state, city, from, to, channel, status, mail);
    }

    public boolean isForAll() {
        return equals(ALL);
    }

    public boolean filters() {
        return !with(Search.ALL).isForAll();
    }

    /// Without what was typed.
    @Override
    public String toString() {
        return "Sieve[" + search + (filters() ? ", filtered]" : "]");
    }
}
