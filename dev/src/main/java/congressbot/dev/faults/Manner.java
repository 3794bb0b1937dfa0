package congressbot.dev.faults;

import java.time.Duration;

/// How people write.
enum Manner {
    /// Mostly after an answer, sometimes two messages in a hurry.
    USUAL(0.15),
    /// The same, and what is not answered soon is forgotten: the next message is written.
    RESIGNED(0.15),
    /// The bridge tells everything three times, once long after.
    THRICE(0.6),
    /// The same as usual, and one person writes hundreds of messages at once.
    WITH_A_FLOOD(0.15),
    /// Nobody waits for anything.
    ALL_AT_ONCE(1),
    /// Some write what harms a process.
    POISONOUS(0.15);

    private static final Duration LONG = Duration.ofSeconds(90);
    private static final Duration MIDDLING = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofSeconds(10);

    private final double hurry;

    Manner(double hurry) {
        this.hurry = hurry;
    }

    /// How likely it is that the next message follows without an answer to this one.
    double hurry() {
        return hurry;
    }

    /// How long the bridge repeats a message that is not taken: nothing else may be broken for so long.
    Duration perseverance() {
        return this == ALL_AT_ONCE ? Duration.ofHours(1) : LONG;
    }

    /// How long it waits before it does: in a crowd as long as it is told.
    Duration betweenTries() {
        return Duration.ofMillis(this == ALL_AT_ONCE ? 1_000 : 20);
    }

    /// How long they wait for an answer.
    Duration patience() {
        return switch (this) {
            case RESIGNED -> SHORT;
            case THRICE -> MIDDLING; // nobody waits for what is broken for long
            case USUAL, WITH_A_FLOOD, ALL_AT_ONCE, POISONOUS -> LONG;
        };
    }
}
