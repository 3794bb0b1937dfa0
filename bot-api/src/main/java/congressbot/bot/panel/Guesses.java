package congressbot.bot.panel;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Slows guessing without locking anybody out: wrong passwords and codes are counted by visitor and,
/// of strangers, by the account that they try, in spans of time that begin with the first one. A
/// browser in which the account came in before is never held up by strangers' guesses.
final class Guesses {
    static final int PER_VISITOR = 20;

    /// Of all strangers together.
    static final int PER_ACCOUNT = 5;

    static final Duration SPAN = Duration.ofMinutes(15);

    /// Of what an account is counted by, in characters.
    private static final int LONGEST = 300;

    /// Visitors and accounts counted at once; the least used are forgotten above.
    private static final int MAX_COUNTS = 20_000;

    private final Cache<Counted, Count> counts;
    private final InstantSource time;

    Guesses(InstantSource time) {
        this.time = time;
        this.counts = Caffeine.newBuilder()
                .maximumSize(MAX_COUNTS)
                .expireAfterWrite(SPAN)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(time.millis()))
                .build();
    }

    private sealed interface Counted {
        record By(Visitor visitor) implements Counted {}

        record At(String email) implements Counted {}
    }

    private record Count(int guesses, Instant end) {
        static final Count NONE = new Count(0, Instant.MIN);

        Count at(Instant now) {
            return now.isBefore(end) ? this : NONE;
        }

        Count plusOne(Instant now) {
            return guesses == 0 ? new Count(1, now.plus(SPAN)) : new Count(guesses + 1, end);
        }
    }

    /// Counts one guess, before it is looked at: many at once get no more than one after the other.
    ///
    /// @return how long to wait before the next one, where this one is too many and must not be
    ///     looked at
    synchronized Optional<Duration> take(Visitor visitor, String email) {
        Instant now = time.instant();
        Counted by = new Counted.By(visitor);
        Counted at = at(email);
        boolean stranger = isStranger(visitor);
        Count own = countOf(by).at(now);
        Count all = countOf(at).at(now);
        if (own.guesses() >= PER_VISITOR) {
            return Optional.of(Duration.between(now, own.end()));
        }
        if (stranger && all.guesses() >= PER_ACCOUNT) {
            return Optional.of(Duration.between(now, all.end()));
        }
        counts.put(by, own.plusOne(now));
        if (stranger) {
            counts.put(at, all.plusOne(now));
        }
        return Optional.empty();
    }

    /// Forgets the guesses of this visitor, and those at the account: she came in.
    synchronized void forgive(Visitor visitor, String email) {
        counts.invalidate(new Counted.By(visitor));
        if (isStranger(visitor)) {
            counts.invalidate(at(email));
        }
    }

    /// Of what is too long for an address only the beginning is held.
    private static Counted at(String email) {
        String address = email.strip().toLowerCase(Locale.ROOT);
        return new Counted.At(address.substring(0, Math.min(address.length(), LONGEST)));
    }

    private Count countOf(Counted counted) {
        Count count = counts.getIfPresent(counted);
        return count == null ? Count.NONE : count;
    }

    private static boolean isStranger(Visitor visitor) {
        return switch (visitor) {
            case Visitor.Known _ -> false;
            case Visitor.Stranger _ -> true;
        };
    }
}
