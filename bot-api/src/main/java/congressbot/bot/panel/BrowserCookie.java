package congressbot.bot.panel;

import congressbot.bot.account.Token;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.Optional;

/// A cookie that holds a token, for this host and the pages themselves only.
///
/// @param secure whether it travels by https only; then the prefix `__Host-` makes browsers refuse it
///     from anybody else
/// @param kept empty: until the browser is closed
record BrowserCookie(String name, boolean secure, Optional<Duration> kept) {
    private static final String PREFIX = "__Host-";

    /// An empty token is none.
    Optional<Token> read(Context call) {
        return Optional.ofNullable(call.cookie(fullName()))
                .filter(value -> !value.isEmpty())
                .map(Token::new);
    }

    void set(Context call, Token token) {
        write(
                call,
                token.value(),
                kept.map(age -> "; Max-Age=" + age.toSeconds()).orElse(""));
    }

    void clear(Context call) {
        write(call, "", "; Max-Age=0");
    }

    private void write(Context call, String value, String age) {
        call.res()
                .addHeader(
                        "Set-Cookie",
                        fullName() + "=" + value + "; Path=/" + age + (secure ? "; Secure" : "")
                                + "; HttpOnly; SameSite=Lax");
    }

    private String fullName() {
        return secure ? PREFIX + name : name;
    }
}
