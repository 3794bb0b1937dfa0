package congressbot.bot.panel;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import congressbot.wire.process.Secret;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Who is in, by the hash of the token. In memory: a restart sends everybody back to the door.
final class Sessions {
    /// A session ends when nothing was asked for this long…
    static final Duration IDLE = Duration.ofMinutes(30);

    /// …and at this age in any case.
    static final Duration LONGEST = Duration.ofHours(12);

    /// Above, the least used end early.
    private static final int MAX_SESSIONS = 1_000;

    private final Cache<String, Session> sessions;
    private final InstantSource time;

    Sessions(InstantSource time) {
        this.time = time;
        this.sessions = Caffeine.newBuilder()
                .maximumSize(MAX_SESSIONS)
                .expireAfter(Expiry.<String, Session>accessing((_, session) -> left(session)))
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(time.millis()))
                .build();
    }

    /// The token of a new session.
    Token open() {
        Token token = Token.fresh();
        sessions.put(token.hash(), new Session(new Secret(Token.fresh().value()), time.instant()));
        return token;
    }

    Optional<Session> find(Token token) {
        return Optional.ofNullable(sessions.getIfPresent(token.hash()));
    }

    void close(Token token) {
        sessions.invalidate(token.hash());
    }

    private Duration left(Session session) {
        Duration untilTooOld = Duration.between(time.instant(), session.opened().plus(LONGEST));
        return Collections.min(List.of(IDLE, untilTooOld));
    }
}
