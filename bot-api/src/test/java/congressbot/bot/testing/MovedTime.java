package congressbot.bot.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that stands until a test moves it.
public final class MovedTime implements InstantSource {
    private volatile Instant now;

    public MovedTime(Instant start) {
        now = start;
    }

    public void pass(Duration span) {
        now = now.plus(span);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
