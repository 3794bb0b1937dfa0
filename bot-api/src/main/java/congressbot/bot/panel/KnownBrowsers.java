package congressbot.bot.panel;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/// Browsers from which somebody came in before. Strangers' guesses do not hold them up; they come in by
/// the password all the same. In memory: after a restart every browser is a stranger until its next
/// login.
///
/// OWASP calls it a device cookie:
/// https://owasp.org/www-community/Slow_Down_Online_Guessing_Attacks_with_Device_Cookies
final class KnownBrowsers {
    static final Duration REMEMBERED = Duration.ofDays(90);

    private static final int MAX_BROWSERS = 1_000;

    private final Cache<String, Instant> browsers;
    private final InstantSource time;

    KnownBrowsers(InstantSource time) {
        this.time = time;
        this.browsers = Caffeine.newBuilder()
                .maximumSize(MAX_BROWSERS)
                .expireAfterWrite(REMEMBERED)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(time.millis()))
                .build();
    }

    Token remember() {
        Token token = Token.fresh();
        browsers.put(token.hash(), time.instant());
        return token;
    }

    boolean knows(Token token) {
        return browsers.getIfPresent(token.hash()) != null;
    }
}
