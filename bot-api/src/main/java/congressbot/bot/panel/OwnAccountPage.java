package congressbot.bot.panel;

import congressbot.bot.account.Account;
import congressbot.bot.account.Entrance;
import congressbot.bot.account.Entrance.Changed;
import congressbot.bot.account.Totp;
import congressbot.wire.process.Secret;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// `/painel/conta`: one's own password and second factor.
public final class OwnAccountPage {
    static final String PATH = Panel.PATH + "/conta";

    private static final String OLD = "senha";
    private static final String FRESH = "senha-nova";
    private static final String AGAIN = "senha-nova2";
    private static final String SECRET = "senha-segredo";
    private static final String CODE = "codigo";

    private final Entrance entrance;
    private final Visitors visitors;
    private final Guesses guesses;
    private final Pages pages;

    OwnAccountPage(Entrance entrance, Visitors visitors, Guesses guesses, Pages pages) {
        this.entrance = entrance;
        this.visitors = visitors;
        this.guesses = guesses;
        this.pages = pages;
    }

    /// What the page shows.
    ///
    /// @param wrong which part of the page has a mistake, with a key of the wording; empty where none
    ///     has
    /// @param proposal a second factor that may be turned on
    public record Own(boolean totp, Map<String, String> wrong, Optional<Proposal> proposal) {
        public Optional<String> wrongIn(String part) {
            return Optional.ofNullable(wrong.get(part));
        }
    }

    /// A second factor that works as soon as its first code comes.
    public record Proposal(String secret, QrCode picture) {
        @Override
        public String toString() {
            return "Proposal[…]";
        }
    }

    void addTo(Desk desk) {
        desk.get("/conta", visit -> show(visit, Map.of()));
        desk.post("/conta/senha", this::changePassword);
        desk.post("/conta/sessoes", this::endOthers);
        desk.post("/conta/codigo", this::turnOn);
        desk.post("/conta/codigo/desligar", this::turnOff);
    }

    private void show(Visit visit, Map<String, String> wrong) {
        show(visit, wrong, Totp.fresh());
    }

    private void show(Visit visit, Map<String, String> wrong, Secret secret) {
        boolean on = entrance.hasTotp(visit.account());
        Optional<Proposal> proposal = on
                ? Optional.empty()
                : Optional.of(new Proposal(
                        secret.reveal(),
                        QrCode.of(
                                Totp.uri(secret, issuer(visit), visit.account().email()))));
        HttpStatus status = wrong.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        pages.show(visit, status, "own", Map.of("own", new Own(on, wrong, proposal)));
    }

    private String issuer(Visit visit) {
        return pages.congressName(visit.congress());
    }

    private void changePassword(Visit visit) {
        if (!visit.form().field(FRESH).equals(visit.form().field(AGAIN))) {
            show(visit, Map.of("password", "different"));
            return;
        }
        if (isHeldUp(visit)) {
            return;
        }
        Account account = visit.account();
        Changed changed = entrance.changePassword(
                account, visit.form().field(OLD), visit.form().field(FRESH));
        if (changed == Changed.DONE) {
            forgive(visit);
            visitors.letIn(visit.call(), entrance.reopen(account));
            visit.goTo(PATH, "password");
        } else {
            show(visit, Map.of("password", word(changed)));
        }
    }

    /// All end, and this browser gets a new one.
    private void endOthers(Visit visit) {
        entrance.endSessions(visit.account());
        visitors.letIn(visit.call(), entrance.reopen(visit.account()));
        visit.goTo(PATH, "others-ended");
    }

    private void turnOn(Visit visit) {
        Optional<Secret> secret = Totp.read(visit.form().field(SECRET));
        if (secret.isEmpty()) {
            show(visit, Map.of("code", word(Changed.WRONG_CODE)));
            return;
        }
        if (isHeldUp(visit)) {
            return;
        }
        Form form = visit.form();
        Changed changed = entrance.turnOnTotp(visit.account(), form.field(OLD), secret.get(), form.field(CODE));
        if (changed == Changed.DONE) {
            forgive(visit);
            visit.goTo(PATH, "totp-on");
        } else {
            show(visit, Map.of("code", word(changed)), secret.get());
        }
    }

    private void turnOff(Visit visit) {
        if (isHeldUp(visit)) {
            return;
        }
        Changed changed = entrance.turnOffTotp(visit.account(), visit.form().field(OLD));
        if (changed == Changed.DONE) {
            forgive(visit);
            visit.goTo(PATH, "totp-off");
        } else {
            show(visit, Map.of("off", word(changed)));
        }
    }

    /// Whoever found an open browser does not guess the password here, either.
    private boolean isHeldUp(Visit visit) {
        Optional<Duration> wait = guesses.take(visitor(visit), counted(visit));
        wait.ifPresent(time -> pages.tooManyGuesses(
                visit.call(), time, new Pages.Knock("", Pages.Refusal.NONE, "", Optional.empty())));
        return wait.isPresent();
    }

    private void forgive(Visit visit) {
        guesses.forgive(visitor(visit), counted(visit));
    }

    private static Visitor visitor(Visit visit) {
        return new Visitor.Known("account " + visit.account().id());
    }

    private static String counted(Visit visit) {
        return PATH + " " + visit.account().email();
    }

    private static String word(Changed changed) {
        return changed.name().toLowerCase(Locale.ROOT);
    }
}
