package congressbot.bot.panel;

import congressbot.wire.http.CallerNetwork;
import io.javalin.http.Context;

/// Who knocks, as far as guesses are counted.
sealed interface Visitor {
    /// A browser that came in before.
    ///
    /// @param browser the hash of its token
    record Known(String browser) implements Visitor {}

    /// Anybody else. Who can claim any address meets the limit for all strangers.
    record Stranger(CallerNetwork from) implements Visitor {
        static Stranger of(Context call) {
            return new Stranger(CallerNetwork.of(call));
        }
    }
}
