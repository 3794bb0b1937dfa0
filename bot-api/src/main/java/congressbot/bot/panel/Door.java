package congressbot.bot.panel;

import congressbot.wire.http.Access;
import congressbot.wire.http.Problem;
import congressbot.wire.process.Secret;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The way in, by the password, and the way out: `/painel/entrar` and `/painel/sair`.
final class Door {
    static final String FORM_TOKEN = "csrf";

    private static final Logger LOG = LoggerFactory.getLogger(Door.class);
    private static final String IN = Panel.PATH + "/entrar";
    private static final String OUT = Panel.PATH + "/sair";
    private static final String PASSWORD = "senha";

    private final Secret password;
    private final Pages pages;
    private final Sessions sessions;
    private final KnownBrowsers browsers;
    private final Guesses guesses;
    private final BrowserCookie sessionCookie;
    private final BrowserCookie browserCookie;

    Door(Secret password, boolean secure, Pages pages, InstantSource time) {
        this.password = password;
        this.pages = pages;
        this.sessions = new Sessions(time);
        this.browsers = new KnownBrowsers(time);
        this.guesses = new Guesses(time);
        this.sessionCookie = new BrowserCookie("painel", secure, Optional.empty());
        this.browserCookie = new BrowserCookie("painel-navegador", secure, Optional.of(KnownBrowsers.REMEMBERED));
    }

    /// What only those who are in may ask.
    @FunctionalInterface
    interface Inside {
        void answer(Context call, Session session) throws IOException;
    }

    void addTo(RoutesConfig routes) {
        routes.get(IN, this::show, Access.PUBLIC);
        routes.post(IN, this::logIn, Access.PUBLIC);
        routes.post(OUT, this::logOut, Access.PUBLIC);
    }

    /// A route that sends everybody without a session to the door.
    void guard(RoutesConfig routes, String path, Inside inside) {
        routes.get(
                path,
                call -> {
                    Optional<Session> session = session(call);
                    if (session.isPresent()) {
                        inside.answer(call, session.get());
                    } else {
                        goTo(call, IN);
                    }
                },
                Access.PUBLIC);
    }

    private void show(Context call) {
        if (session(call).isPresent()) {
            goTo(call, Panel.PATH);
        } else {
            pages.login(call, false);
        }
    }

    private void logIn(Context call) throws IOException {
        Optional<Form> form = Form.read(call);
        if (form.isEmpty()) {
            return;
        }
        Visitor visitor = visitor(call);
        Optional<Duration> wait = guesses.take(visitor);
        if (wait.isPresent()) {
            note("held up");
            pages.tooManyGuesses(call, wait.get());
        } else if (password.matches(form.get().field(PASSWORD))) {
            note("in");
            guesses.forgive(visitor);
            letIn(call);
        } else {
            note("wrong password");
            pages.login(call, true);
        }
    }

    private void letIn(Context call) {
        sessionCookie.read(call).ifPresent(sessions::close);
        sessionCookie.set(call, sessions.open());
        browserCookie.set(call, browsers.remember());
        goTo(call, Panel.PATH);
    }

    private void logOut(Context call) throws IOException {
        Optional<Form> form = Form.read(call);
        if (form.isEmpty()) {
            return;
        }
        Optional<Session> session = session(call);
        if (session.isPresent() && !session.get().formToken().matches(form.get().field(FORM_TOKEN))) {
            Problem.answer(call, HttpStatus.FORBIDDEN.getCode(), "the form is of another session");
            return;
        }
        sessionCookie.read(call).ifPresent(sessions::close);
        sessionCookie.clear(call);
        goTo(call, IN);
    }

    private Optional<Session> session(Context call) {
        return sessionCookie.read(call).flatMap(sessions::find);
    }

    private Visitor visitor(Context call) {
        return browserCookie
                .read(call)
                .filter(browsers::knows)
                .<Visitor>map(browser -> new Visitor.Known(browser.hash()))
                .orElseGet(() -> Visitor.Stranger.of(call));
    }

    /// By GET, whatever the method was.
    private static void goTo(Context call, String path) {
        call.redirect(path, HttpStatus.SEE_OTHER);
    }

    private static void note(String outcome) {
        LOG.atInfo().addKeyValue("outcome", outcome).log("somebody was at the panel's door");
    }
}
