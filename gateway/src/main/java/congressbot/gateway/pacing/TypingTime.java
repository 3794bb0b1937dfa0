package congressbot.gateway.pacing;

import java.time.Duration;

/// How long somebody types at a text. "typing…" stands in the chat since the person's message came, so only what is
/// left of that time is waited.
///
/// @param fastest for one character
/// @param slowest for one character
/// @param least for any text
/// @param most for any text
/// @param longestWait what a send waits at most: its caller waits with it
public record TypingTime(Duration fastest, Duration slowest, Duration least, Duration most, Duration longestWait) {
    /// Nobody types.
    public static final TypingTime NONE =
            new TypingTime(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO);

    public static TypingTime normal() {
        return new TypingTime(
                Duration.ofMillis(30),
                Duration.ofMillis(50),
                Duration.ofSeconds(1),
                Duration.ofSeconds(6),
                Duration.ofSeconds(3));
    }

    /// How long a reply waits yet.
    ///
    /// @param luck from 0 to 1: nobody types evenly
    /// @param shown how long "typing…" has stood there
    public Duration left(String text, double luck, Duration shown) {
        long perCharacter = Math.round(fastest.toNanos() + luck * (slowest.toNanos() - fastest.toNanos()));
        long whole = Math.clamp(text.length() * perCharacter, least.toNanos(), most.toNanos());
        return Duration.ofNanos(Math.clamp(whole - shown.toNanos(), 0, longestWait.toNanos()));
    }
}
