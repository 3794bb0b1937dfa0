package congressbot.gateway.pairing;

import congressbot.wire.http.CallerNetwork;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Slows guessing of the password: guesses are counted by where they come from, and all of them together, in spans of
/// time that begin with the first one. From where the password was given rightly before, strangers' guesses hold nobody
/// up.
final class Guesses {
    static final int PER_NETWORK = 10;

    /// Of all together.
    static final int IN_ALL = 60;

    static final Duration SPAN = Duration.ofMinutes(15);

    /// Networks counted at once; the ones that guessed longest ago are forgotten above.
    private static final int MAX_COUNTS = 1_000;

    private final Map<CallerNetwork, Count> counts = new LinkedHashMap<>();
    private final Map<CallerNetwork, Instant> welcome = new LinkedHashMap<>();
    private final InstantSource time;
    private Count all = Count.NONE;

    Guesses(InstantSource time) {
        this.time = time;
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
    /// @return how long to wait before the next one, where this one is too many and must not be looked at
    synchronized Optional<Duration> take(CallerNetwork from) {
        Instant now = time.instant();
        Count own = counts.getOrDefault(from, Count.NONE).at(now);
        all = all.at(now);
        if (own.guesses() >= PER_NETWORK) {
            return Optional.of(Duration.between(now, own.end()));
        }
        boolean stranger = !welcome.containsKey(from);
        if (stranger && all.guesses() >= IN_ALL) {
            return Optional.of(Duration.between(now, all.end()));
        }
        keep(counts, from, own.plusOne(now));
        all = stranger ? all.plusOne(now) : all;
        return Optional.empty();
    }

    /// Forgets the guesses that came from there: somebody came in.
    synchronized void forgive(CallerNetwork from) {
        counts.remove(from);
        keep(welcome, from, time.instant());
    }

    private static <V> void keep(Map<CallerNetwork, V> map, CallerNetwork from, V value) {
        map.remove(from);
        map.put(from, value);
        if (map.size() > MAX_COUNTS) {
            map.remove(map.keySet().iterator().next());
        }
    }
}
