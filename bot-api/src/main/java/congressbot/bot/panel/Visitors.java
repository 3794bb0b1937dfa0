package congressbot.bot.panel;

import congressbot.bot.account.Entrance.Knocked;
import congressbot.bot.account.Session;
import congressbot.bot.account.Sessions;
import congressbot.bot.account.Token;
import io.javalin.http.Context;
import java.util.Optional;

/// Recognises who calls by her cookies, and gives them.
final class Visitors {
    private final Sessions sessions;
    private final BrowserCookie session;
    private final BrowserCookie half;
    private final BrowserCookie browser;

    /// @param secure whether cookies travel by https only
    Visitors(Sessions sessions, boolean secure) {
        this.sessions = sessions;
        this.session = new BrowserCookie("painel", secure, Optional.empty());
        this.half = new BrowserCookie("painel-codigo", secure, Optional.of(Sessions.HALF));
        this.browser = new BrowserCookie("painel-navegador", secure, Optional.of(Sessions.REMEMBERED));
    }

    /// Who is in; what she asks keeps her session alive.
    Optional<Session> session(Context call) {
        return session.read(call).flatMap(sessions::use);
    }

    /// The same for what a page asks by itself.
    Optional<Session> sessionOfPage(Context call) {
        return session.read(call).flatMap(sessions::find);
    }

    Optional<Token> token(Context call) {
        return session.read(call);
    }

    /// Who gave her password in this browser and not yet the code.
    Optional<Token> half(Context call) {
        return half.read(call);
    }

    /// Who knocks in the name of this address.
    Visitor visitor(Context call, String email) {
        return browser.read(call)
                .filter(token -> sessions.knows(token, email))
                .<Visitor>map(token -> new Visitor.Known(token.hash()))
                .orElseGet(() -> Visitor.Stranger.of(call));
    }

    void letIn(Context call, Knocked.In in) {
        half.clear(call);
        session.read(call).ifPresent(sessions::close);
        session.set(call, in.session());
        browser.set(call, in.browser());
    }

    void letHalfIn(Context call, Knocked.Half token) {
        half.set(call, token.token());
    }

    void letOut(Context call) {
        session.clear(call);
    }
}
