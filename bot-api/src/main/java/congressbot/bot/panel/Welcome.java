package congressbot.bot.panel;

import congressbot.bot.account.Account;
import congressbot.bot.account.Entrance.Chosen;
import congressbot.bot.account.Passwords;
import congressbot.bot.account.Role;
import congressbot.bot.account.Token;
import congressbot.bot.account.Witness;
import congressbot.bot.panel.Pages.Choice;
import congressbot.wire.http.Access;
import congressbot.wire.process.Secret;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/// Where somebody chooses a password: by the link of an invitation, `/painel/convite/{token}`, or,
/// while there is no account at all, by the panel's key, `/painel/primeiro`.
final class Welcome {
    static final String FIRST = Panel.PATH + "/primeiro";
    public static final String INVITATION = Panel.PATH + "/convite/";

    private static final String KEY = "chave";
    private static final String NAME = "nome";
    private static final String AGAIN = "senha2";

    private final Panel.Doors doors;
    private final Visitors visitors;
    private final Pages pages;
    private final Guesses guesses;

    Welcome(Panel.Doors doors, Visitors visitors, Pages pages, Guesses guesses) {
        this.doors = doors;
        this.visitors = visitors;
        this.pages = pages;
        this.guesses = guesses;
    }

    void addTo(RoutesConfig routes) {
        routes.get(INVITATION + "{token}", this::show, Access.PUBLIC);
        routes.post(INVITATION + "{token}", this::choose, Access.PUBLIC);
        routes.get(FIRST, this::showFirst, Access.PUBLIC);
        routes.post(FIRST, this::begin, Access.PUBLIC);
    }

    private void show(Context call) {
        Optional<Account> account = doors.entrance().invited(token(call));
        if (account.isEmpty()) {
            pages.noLink(call);
        } else {
            pages.choose(call, choice(call.path(), account.get(), ""));
        }
    }

    private static Token token(Context call) {
        return new Token(call.pathParam("token"));
    }

    private static Choice choice(String path, Account account, String weakness) {
        return new Choice(path, account.name(), account.email(), weakness, false);
    }

    private void choose(Context call) throws IOException {
        Optional<Form> form = Form.read(call);
        if (form.isEmpty()) {
            return;
        }
        Optional<Account> account = doors.entrance().invited(token(call));
        if (account.isEmpty()) {
            pages.noLink(call);
        } else if (!isTypedTwice(form.get())) {
            pages.choose(call, choice(call.path(), account.get(), "different"));
        } else {
            take(call, call.path(), account.get(), doors.entrance().choose(token(call), password(form.get())));
        }
    }

    private static String password(Form form) {
        return form.field(Door.PASSWORD);
    }

    private static boolean isTypedTwice(Form form) {
        return form.field(AGAIN).equals(password(form));
    }

    private void take(Context call, String path, Account account, Chosen chosen) {
        switch (chosen) {
            case Chosen.Done(var in) -> {
                visitors.letIn(call, in);
                call.redirect(Panel.PATH, HttpStatus.SEE_OTHER);
            }
            case Chosen.CodeWanted() -> call.redirect(Door.IN, HttpStatus.SEE_OTHER);
            case Chosen.Weak(var weakness) -> pages.choose(call, choice(path, account, word(weakness)));
            case Chosen.NoLink() -> pages.noLink(call);
        }
    }

    private static String word(Passwords.Weakness weakness) {
        return weakness.name().toLowerCase(Locale.ROOT);
    }

    private void showFirst(Context call) {
        if (isOpen()) {
            pages.choose(call, new Choice(FIRST, "", "", "", true));
        } else {
            call.redirect(Door.IN, HttpStatus.SEE_OTHER);
        }
    }

    private boolean isOpen() {
        return doors.key().isPresent() && doors.accounts().isEmpty();
    }

    private void begin(Context call) throws IOException {
        Optional<Form> sent = Form.read(call);
        if (sent.isEmpty()) {
            return;
        }
        if (!isOpen()) {
            call.redirect(Door.IN, HttpStatus.SEE_OTHER);
            return;
        }
        Form form = sent.get();
        Visitor visitor = visitors.visitor(call, FIRST);
        Optional<Duration> wait = guesses.take(visitor, FIRST);
        Secret key = doors.key().orElseThrow();
        if (wait.isPresent()) {
            pages.tooManyGuesses(call, wait.get(), new Pages.Knock("", Pages.Refusal.NONE, "", Optional.empty()));
        } else if (!key.matches(form.field(KEY))) {
            refuse(call, form, "key");
        } else {
            guesses.forgive(visitor, FIRST);
            make(call, form);
        }
    }

    private void make(Context call, Form form) {
        String email = form.field(Door.EMAIL).strip();
        String name = form.field(NAME).strip();
        if (!doors.accounts().isName(name)) {
            refuse(call, form, "name");
        } else if (!doors.accounts().isEmail(email)) {
            refuse(call, form, "email");
        } else if (!isTypedTwice(form)) {
            refuse(call, form, "different");
        } else {
            String congress = pages.firstCongress();
            Account mine = new Account(0, congress, email.toLowerCase(Locale.ROOT), name, Role.OWNER);
            Optional<Passwords.Weakness> weakness = doors.entrance().weakness(password(form), mine);
            if (weakness.isPresent()) {
                refuse(call, form, word(weakness.get()));
                return;
            }
            Optional<Token> link = doors.accounts().inviteOwner(Witness.ofCommand(congress), email, name);
            if (link.isEmpty()) {
                refuse(call, form, "taken");
            } else {
                take(call, FIRST, mine, doors.entrance().choose(link.get(), password(form)));
            }
        }
    }

    private void refuse(Context call, Form form, String weakness) {
        pages.choose(call, new Choice(FIRST, form.field(NAME), form.field(Door.EMAIL), weakness, true));
    }
}
