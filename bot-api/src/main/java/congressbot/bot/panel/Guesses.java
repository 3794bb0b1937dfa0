package congressbot.bot.panel;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Slows guessing: wrong passwords are counted, by visitor and of all strangers together, in spans of time that begin
/// with the first one. A known browser is never held up by everybody else's guesses; an unknown one is, while strangers
/// go on guessing.
final class Guesses {
    static final int PER_VISITOR = 10;

    /// Of strangers: 8,640 a day, whatever the number of addresses.
    static final int OF_ALL_STRANGERS = 60;

    static final Duration SPAN = Duration.ofMinutes(10);

    /// Visitors counted at once; more are counted together only.
    private static final int MAX_VISITORS = 10_000;

    private final Cache<Visitor, Count> counts;
    private final InstantSource time;
    private Count strangers = Count.NONE;

    Guesses(InstantSource time) {
        this.time = time;
        this.counts = Caffeine.newBuilder()
                .maximumSize(MAX_VISITORS)
                .expireAfterWrite(SPAN)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(time.millis()))
                .build();
    }

    private record Count(int guesses, Instant end) {
        static final Count NONE = new Count(0, Instant.MIN);

        Count at(Instant now) {
            return now.isBefore(end) ? this : NONE;
        }

        Count plusOne(Instant now) {
            return guesses == 0 ? new Count(1, now.plus(SPAN)) : new Count(guesses + 1, end);
        }

        Count minusOne() {
            return guesses == 0 ? this : new Count(guesses - 1, end);
        }
    }

    /// Counts one guess, before it is looked at: many at once get no more than one after the other.
    ///
    /// @return how long to wait before the next one, where this one is too many and must not be looked at
    synchronized Optional<Duration> take(Visitor visitor) {
        Instant now = time.instant();
        Count own = countOf(visitor).at(now);
        Count all = strangers.at(now);
        if (own.guesses() >= PER_VISITOR) {
            return Optional.of(Duration.between(now, own.end()));
        }
        if (isStranger(visitor)) {
            if (all.guesses() >= OF_ALL_STRANGERS) {
                return Optional.of(Duration.between(now, all.end()));
            }
            strangers = all.plusOne(now);
        }
        counts.put(visitor, own.plusOne(now));
        return Optional.empty();
    }

    /// Takes the last guess of this visitor, and what she guessed before, off the counts: it was right.
    synchronized void forgive(Visitor visitor) {
        counts.invalidate(visitor);
        if (isStranger(visitor)) {
            strangers = strangers.minusOne();
        }
    }

    private Count countOf(Visitor visitor) {
        Count count = counts.getIfPresent(visitor);
        return count == null ? Count.NONE : count;
    }

    private static boolean isStranger(Visitor visitor) {
        return switch (visitor) {
            case Visitor.Known _ -> false;
            case Visitor.Stranger _ -> true;
        };
    }
}
