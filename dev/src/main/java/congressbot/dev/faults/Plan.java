package congressbot.dev.faults;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// What happens in one trial.
///
/// @param manner in which people write
/// @param messages that all people write together
/// @param people who write them, each one after the other
/// @param strikes one after the other
/// @param seed of all that is left to chance
record Plan(Fault fault, Manner manner, int messages, int people, List<Strike> strikes, long seed) {
    private static final int EACH = 20;
    private static final int EACH_OF_FEW = 10;
    private static final int FEW = 1_000;
    private static final int MESSAGES_A_STRIKE = 500;
    private static final int LEAST_CYCLES = 3;

    /// Times as many messages as usual.
    private static final int BURST = 10;

    private static final int MESSAGES_A_SECOND = 50;
    private static final int AT_MOST_A_SECOND = 20;
    private static final Duration SHORT_OUTAGE = Duration.ofSeconds(20);
    private static final Duration LONG_OUTAGE = Duration.ofMinutes(10);

    Plan {
        strikes = List.copyOf(strikes);
    }

    /// Twenty messages a person, or ten where there are few; a strike for every five hundred, if that is more than the
    /// fault needs.
    ///
    /// @param usual messages; a burst has more
    static Plan of(Fault fault, int usual, long seed) {
        int messages = fault.manner() == Manner.ALL_AT_ONCE ? BURST * usual : usual;
        int people = Math.max(1, messages / (messages < FEW ? EACH_OF_FEW : EACH));
        int least = fault.strikes();
        int times = least < 2 ? least : Math.max(least, messages / MESSAGES_A_STRIKE);
        return new Plan(fault, fault.manner(), messages, people, List.of(), seed).striking(times);
    }

    /// With so many strikes, and no more.
    Plan striking(int times) {
        Random random = new Random(seed);
        return striking(IntStream.range(0, times)
                .mapToObj(way -> fault == Fault.MIXED ? Strike.any(random) : new Strike(fault, way))
                .toList());
    }

    /// With these strikes.
    Plan striking(List<Strike> others) {
        return new Plan(fault, manner, messages, people, others, seed);
    }

    Plan by(Manner other) {
        return new Plan(fault, other, messages, people, strikes, seed);
    }

    int messagesEach() {
        return messages / people;
    }

    /// How long a person thinks before a message, on average: so that there is still somebody writing at the last
    /// strike.
    Duration thinking() {
        return manner() == Manner.ALL_AT_ONCE ? Duration.ZERO : duration().dividedBy(messagesEach());
    }

    /// From the end of one strike to the next, on average: what the fault needs itself comes off. A crowd does not
    /// write for long enough to wait.
    Duration pause() {
        return manner() == Manner.ALL_AT_ONCE
                ? Duration.ZERO
                : cycle().minus(fault.cycle().multipliedBy(3).dividedBy(4));
    }

    /// How long people write, about: so that a house which is away for half of the time keeps up with them.
    Duration duration() {
        return fault == Fault.SOAK
                ? inSeconds(MESSAGES_A_SECOND)
                : longer(fault.cycle().multipliedBy(cycles()), inSeconds(AT_MOST_A_SECOND));
    }

    private Duration cycle() {
        return duration().dividedBy(cycles());
    }

    private int cycles() {
        return Math.max(LEAST_CYCLES, strikes.size());
    }

    private Duration inSeconds(int aSecond) {
        return Duration.ofSeconds(Math.ceilDiv(messages, aSecond));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /// Of what is away for long.
    Duration outage() {
        return messages < FEW ? SHORT_OUTAGE : LONG_OUTAGE;
    }

    /// In one flood.
    int flood() {
        return Math.max(500, messages / 2);
    }
}
