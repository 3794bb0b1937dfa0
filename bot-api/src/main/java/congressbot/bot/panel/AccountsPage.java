package congressbot.bot.panel;

import congressbot.bot.account.AccountDesk;
import congressbot.bot.account.AccountDesk.Managed;
import congressbot.bot.account.Accounts.Listed;
import congressbot.bot.account.Right;
import congressbot.bot.account.Role;
import congressbot.bot.account.Token;
import io.javalin.http.HttpStatus;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/// `/painel/contas`: who may come in, and as what.
public final class AccountsPage implements Part {
    private static final String PATH = Panel.PATH + "/contas";
    private static final String EMAIL = "email";
    private static final String NAME = "nome";
    private static final String ROLE = "papel";

    private final AccountDesk accounts;
    private final URI publicUrl;
    private final Pages pages;

    public AccountsPage(Panel.Doors doors, Pages pages) {
        this.accounts = doors.accounts();
        this.publicUrl = doors.publicUrl();
        this.pages = pages;
    }

    /// What the page shows.
    ///
    /// @param typed what was typed for a new account
    /// @param wrong which field of it is wrong, a key of the wording; empty when none is
    /// @param link for somebody to choose a password with; it is shown once
    public record Listing(List<Listed> accounts, Map<String, String> typed, String wrong, Optional<String> link) {
        /// What somebody typed into a field of the form for a new account.
        public String typed(String field) {
            return typed.getOrDefault(field, "");
        }

        public List<Role> roles() {
            return Arrays.asList(Role.values());
        }
    }

    @Override
    public void addTo(Desk desk) {
        desk.get("/contas", Right.MANAGE_ACCOUNTS, visit -> show(visit, Map.of(), "", Optional.empty()));
        desk.post("/contas", Right.MANAGE_ACCOUNTS, this::invite);
        desk.post("/contas/{id}/link", Right.MANAGE_ACCOUNTS, this::inviteAgain);
        desk.post("/contas/{id}/papel", Right.MANAGE_ACCOUNTS, this::changeRole);
        manage(desk, "desativar", "disabled", (visit, id) -> accounts.disable(visit.witness(), id));
        manage(desk, "ativar", "enabled", (visit, id) -> accounts.enable(visit.witness(), id));
        manage(desk, "sessoes", "sessions-ended", (visit, id) -> accounts.endSessions(visit.witness(), id));
        manage(desk, "codigo", "totp-taken", (visit, id) -> accounts.turnOffTotp(visit.witness(), id));
    }

    private void manage(Desk desk, String path, String notice, BiFunction<Visit, Long, Managed> deed) {
        desk.post("/contas/{id}/" + path, Right.MANAGE_ACCOUNTS, visit -> {
            Optional<Long> id = visit.number("id");
            answer(visit, id.map(number -> deed.apply(visit, number)).orElse(Managed.UNKNOWN), notice);
        });
    }

    private void answer(Visit visit, Managed managed, String notice) {
        switch (managed) {
            case DONE -> visit.goTo(PATH, notice);
            case LAST_OWNER -> visit.goTo(PATH, "last-owner");
            case UNKNOWN -> pages.notFound(visit);
        }
    }

    private void show(Visit visit, Map<String, String> typed, String wrong, Optional<String> link) {
        HttpStatus status = wrong.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        Listing listing = new Listing(accounts.list(visit.congress()), typed, wrong, link);
        pages.show(visit, status, "accounts", Map.of("listing", listing));
    }

    private void invite(Visit visit) {
        String email = visit.form().field(EMAIL).strip();
        String name = visit.form().field(NAME).strip();
        Optional<Role> role = role(visit);
        Map<String, String> typed =
                Map.of(EMAIL, email, NAME, name, ROLE, role.map(Role::code).orElse(""));
        if (!accounts.isName(name)) {
            show(visit, typed, "name", Optional.empty());
        } else if (!accounts.isEmail(email)) {
            show(visit, typed, "email", Optional.empty());
        } else if (role.isEmpty()) {
            show(visit, typed, "role", Optional.empty());
        } else {
            Optional<Token> token = accounts.invite(visit.witness(), email, name, role.get());
            if (token.isEmpty()) {
                show(visit, typed, "taken", Optional.empty());
            } else {
                show(visit, Map.of(), "", token.map(this::link));
            }
        }
    }

    private void inviteAgain(Visit visit) {
        Optional<Token> token = visit.number("id").flatMap(id -> accounts.inviteAgain(visit.witness(), id));
        if (token.isEmpty()) {
            pages.notFound(visit);
        } else {
            show(visit, Map.of(), "", token.map(this::link));
        }
    }

    private String link(Token token) {
        return publicUrl.resolve(Welcome.INVITATION + token.value()).toString();
    }

    private void changeRole(Visit visit) {
        Optional<Long> id = visit.number("id");
        Optional<Role> role = role(visit);
        answer(
                visit,
                id.isEmpty() || role.isEmpty()
                        ? Managed.UNKNOWN
                        : accounts.changeRole(visit.witness(), id.get(), role.get()),
                "role");
    }

    private static Optional<Role> role(Visit visit) {
        String code = visit.form().field(ROLE);
        return Arrays.stream(Role.values())
                .filter(role -> role.code().equals(code))
                .findFirst();
    }
}
