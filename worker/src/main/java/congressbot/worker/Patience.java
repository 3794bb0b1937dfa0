package congressbot.worker;

import java.time.Duration;

/// How long this process waits for what.
///
/// @param hearing for the text of all the voice notes of a turn; after that it goes on without
/// @param turn for bot-api's answer; longer than bot-api's own worst case
/// @param send for the gateway's answer, which may type and pace before it sends
/// @param grace for the turns in hand when the process is told to stop
public record Patience(Duration hearing, Duration turn, Duration send, Duration grace, RetryPolicy retry) {
    static final Patience NORMAL = new Patience(
            Duration.ofSeconds(60),
            Duration.ofSeconds(45),
            Duration.ofSeconds(20),
            Duration.ofSeconds(25),
            RetryPolicy.NORMAL);

    /// What a whole turn takes at most.
    Duration longestTurn() {
        return hearing.plus(turn).plus(send);
    }
}
