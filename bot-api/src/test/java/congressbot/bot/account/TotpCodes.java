package congressbot.bot.account;

import congressbot.wire.process.Secret;
import java.time.Instant;

/// What an authenticator app shows.
public final class TotpCodes {
    private static final long STEP_SECONDS = 30;

    private TotpCodes() {}

    public static String at(Secret secret, Instant now) {
        return Totp.code(secret, now.getEpochSecond() / STEP_SECONDS);
    }
}
