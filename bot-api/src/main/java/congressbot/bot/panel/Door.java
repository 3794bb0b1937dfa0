package congressbot.bot.panel;

import congressbot.bot.account.Account;
import congressbot.bot.account.Entrance.Knocked;
import congressbot.bot.account.Token;
import congressbot.bot.panel.Pages.Knock;
import congressbot.bot.panel.Pages.Refusal;
import congressbot.wire.http.Access;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The way in, by address, password and perhaps a code, and the way out: `/painel/entrar`,
/// `/painel/codigo` and `/painel/sair`.
final class Door {
    static final String IN = Panel.PATH + "/entrar";
    static final String CODE = Panel.PATH + "/codigo";
    static final String EMAIL = "email";
    static final String PASSWORD = "senha";

    private static final Logger LOG = LoggerFactory.getLogger(Door.class);
    private static final String BACK = "volta";
    private static final String CODE_FIELD = "codigo";

    private final Panel.Doors doors;
    private final Visitors visitors;
    private final Pages pages;
    private final Guesses guesses;

    Door(Panel.Doors doors, Visitors visitors, Pages pages, Guesses guesses) {
        this.doors = doors;
        this.visitors = visitors;
        this.pages = pages;
        this.guesses = guesses;
    }

    void addTo(RoutesConfig routes, Desk desk) {
        routes.get(IN, this::show, Access.PUBLIC);
        routes.post(IN, this::logIn, Access.PUBLIC);
        routes.get(CODE, this::showCode, Access.PUBLIC);
        routes.post(CODE, this::giveCode, Access.PUBLIC);
        desk.get("", this::first);
        desk.post("/sair", this::logOut);
    }

    /// The door's path, by which somebody comes back to what she asked for.
    static String pathBackTo(Context call) {
        String query = call.queryString();
        String wanted = call.path() + (query == null ? "" : "?" + query);
        return wanted.equals(Panel.PATH) || !Paths.isOurs(wanted)
                ? IN
                : IN + "?" + BACK + "=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8);
    }

    /// The first part that somebody may see.
    private void first(Visit visit) {
        visit.goTo(pages.firstPath(visit));
    }

    private void show(Context call) {
        if (visitors.session(call).isPresent()) {
            goTo(call, Panel.PATH);
        } else if (doors.accounts().isEmpty()) {
            beginning(call);
        } else {
            String back = Optional.ofNullable(call.queryParam(BACK)).orElse("");
            pages.login(call, new Knock("", Refusal.NONE, back, Optional.empty()));
        }
    }

    private void beginning(Context call) {
        if (doors.key().isPresent()) {
            goTo(call, Welcome.FIRST);
        } else {
            pages.nobodyYet(call);
        }
    }

    private void logIn(Context call) throws IOException {
        Optional<Form> sent = Form.read(call);
        if (sent.isEmpty()) {
            return;
        }
        Form form = sent.get();
        String email = form.field(EMAIL).strip();
        Visitor visitor = visitors.visitor(call, email);
        Optional<Duration> wait = guesses.take(visitor, email);
        if (wait.isPresent()) {
            note("held up");
            pages.tooManyGuesses(call, wait.get(), knock(form, Refusal.NONE));
            return;
        }
        switch (doors.entrance().knock(email, form.field(PASSWORD))) {
            case Knocked.In in -> {
                guesses.forgive(visitor, email);
                letIn(call, in, form);
            }
            case Knocked.Half half -> {
                note("code wanted");
                visitors.letHalfIn(call, half);
                pages.code(call, knock(form, Refusal.NONE));
            }
            case Knocked.Refused() -> {
                note("wrong password");
                pages.login(call, knock(form, Refusal.WRONG));
            }
        }
    }

    private void showCode(Context call) {
        if (half(call).isEmpty()) {
            goTo(call, IN);
        } else {
            pages.code(call, new Knock("", Refusal.NONE, "", Optional.empty()));
        }
    }

    private Optional<Account> half(Context call) {
        return visitors.half(call).flatMap(doors.entrance()::half);
    }

    private void giveCode(Context call) throws IOException {
        Optional<Form> sent = Form.read(call);
        if (sent.isEmpty()) {
            return;
        }
        Form form = sent.get();
        Optional<Token> token = visitors.half(call);
        Optional<Account> account = half(call);
        if (token.isEmpty() || account.isEmpty()) {
            pages.login(call, knock(form, Refusal.SESSION_ENDED));
            return;
        }
        String counted = CODE + " " + account.get().email();
        Visitor visitor = visitors.visitor(call, account.get().email());
        Optional<Duration> wait = guesses.take(visitor, counted);
        if (wait.isPresent()) {
            note("held up");
            pages.tooManyGuesses(call, wait.get(), knock(form, Refusal.NONE));
            return;
        }
        switch (doors.entrance().knock(token.get(), form.field(CODE_FIELD))) {
            case Knocked.In in -> {
                guesses.forgive(visitor, counted);
                guesses.forgive(visitor, account.get().email());
                letIn(call, in, form);
            }
            case Knocked.Half _, Knocked.Refused _ -> {
                note("wrong code");
                pages.code(call, knock(form, Refusal.WRONG_CODE));
            }
        }
    }

    private static Knock knock(Form form, Refusal refusal) {
        return new Knock(form.field(EMAIL).strip(), refusal, form.field(BACK), KeptForm.from(form));
    }

    /// To where she wanted to go, or to what she had typed.
    private void letIn(Context call, Knocked.In in, Form form) {
        note("in");
        visitors.letIn(call, in);
        Optional<KeptForm> kept = KeptForm.from(form);
        String back = form.field(BACK);
        if (kept.isPresent()) {
            doors.entrance()
                    .sessions()
                    .find(in.session())
                    .ifPresent(session -> pages.goOn(new Visit(call, session, Form.NONE), kept.get()));
        } else {
            goTo(call, Paths.isOurs(back) ? back : Panel.PATH);
        }
    }

    private void logOut(Visit visit) {
        visitors.token(visit.call()).ifPresent(token -> doors.entrance().leave(token, visit.account()));
        visitors.letOut(visit.call());
        visit.goTo(IN);
    }

    /// By GET, whatever the method was.
    private static void goTo(Context call, String path) {
        call.redirect(path, HttpStatus.SEE_OTHER);
    }

    private static void note(String outcome) {
        LOG.atInfo().addKeyValue("outcome", outcome).log("somebody was at the panel's door");
    }
}
