package congressbot.bot.command;

import congressbot.bot.account.Account;
import congressbot.bot.account.AccountDesk;
import congressbot.bot.account.AccountDesk.Managed;
import congressbot.bot.account.Accounts.Listed;
import congressbot.bot.account.Token;
import congressbot.bot.account.Witness;
import congressbot.bot.congress.Congresses;
import congressbot.wire.process.DatabaseAddress;
import congressbot.wire.process.Env;
import congressbot.wire.process.Launch;
import congressbot.wire.process.Variable;
import congressbot.wire.resource.ResourceFile;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;

/// The command `panel user`: adds accounts, shows them, gives new links, and turns them off, whether
/// or not bot-api runs. It works on the first congress of `CONGRESS_DIR`.
///
/// Exit status: 0 done, 1 not possible, 2 wrong use.
public final class PanelCommand {
    static final int DONE = 0;
    static final int NOT_POSSIBLE = 1;
    static final int WRONG_USE = 2;

    private static final String INVITATION = "/painel/convite/";

    private final AccountDesk accounts;
    private final Place place;
    private final PrintStream out;
    private final PrintStream complaints;
    private final Properties words = words();

    /// What accounts are for.
    ///
    /// @param congress its id
    /// @param publicUrl where the panel is seen from outside
    record Place(String congress, URI publicUrl) {}

    private record Settings(DatabaseAddress database, Path congressDir, URI publicUrl) {
        static Settings from(Env env) {
            return new Settings(
                    DatabaseAddress.from(env),
                    env.path(Variable.CONGRESS_DIR, "congress"),
                    env.uri(Variable.PUBLIC_URL, "http://localhost:8080"));
        }

        Place place() {
            return new Place(Congresses.read(congressDir, publicUrl).getFirst().id(), publicUrl);
        }

        Jdbi jdbi() {
            return Jdbi.create(
                            database.jdbcUrl(),
                            database.user(),
                            database.password().reveal())
                    .installPlugin(new PostgresPlugin());
        }
    }

    PanelCommand(AccountDesk accounts, Place place, PrintStream out, PrintStream complaints) {
        this.accounts = accounts;
        this.place = place;
        this.out = out;
        this.complaints = complaints;
    }

    public static void main(String[] arguments) {
        Optional<AccountWish> wish = AccountWish.of(List.of(arguments));
        if (wish.isEmpty()) {
            System.err.println(words().getProperty("usage"));
            System.exit(WRONG_USE);
        }
        Launch.quietly("panel", Settings::from, settings -> {
            AccountDesk accounts = new AccountDesk(settings.jdbi(), InstantSource.system());
            System.exit(new PanelCommand(accounts, settings.place(), System.out, System.err).run(wish.orElseThrow()));
        });
    }

    /// Does it, says what came of it, and gives the exit status.
    int run(AccountWish wish) {
        return switch (wish) {
            case AccountWish.ListAll() -> list();
            case AccountWish.Add add -> add(add);
            case AccountWish.Link(String email) ->
                find(email)
                        .flatMap(account -> accounts.inviteAgain(witness(), account.id()))
                        .map(this::tellLink)
                        .orElseGet(() -> complain("unknown"));
            case AccountWish.Disable(String email) ->
                find(email)
                        .map(account -> tell(accounts.disable(witness(), account.id())))
                        .orElseGet(() -> complain("unknown"));
        };
    }

    private int list() {
        List<Listed> all = accounts.list(place.congress());
        if (all.isEmpty()) {
            out.println(words.getProperty("none"));
        }
        for (Listed listed : all) {
            Account account = listed.account();
            String state = listed.disabled() ? "disabled" : listed.chosen() ? "active" : "invited";
            out.printf(
                    "%-32s %-24s %-8s %s%n",
                    account.email(), account.name(), account.role().code(), words.getProperty("state." + state));
        }
        return DONE;
    }

    private int add(AccountWish.Add add) {
        if (!accounts.isEmail(add.email())) {
            return complain("email");
        }
        if (!accounts.isName(add.name())) {
            return complain("name");
        }
        return accounts.invite(witness(), add.email(), add.name(), add.role())
                .map(this::tellLink)
                .orElseGet(() -> complain("taken"));
    }

    private int tellLink(Token token) {
        out.println(words.getProperty("link"));
        out.println(place.publicUrl().resolve(INVITATION + token.value()));
        return DONE;
    }

    private int tell(Managed managed) {
        return switch (managed) {
            case DONE -> {
                out.println(words.getProperty("disabled"));
                yield DONE;
            }
            case UNKNOWN -> complain("unknown");
            case LAST_OWNER -> complain("last-owner");
        };
    }

    private int complain(String key) {
        complaints.println(words.getProperty(key));
        return NOT_POSSIBLE;
    }

    private Optional<Account> find(String email) {
        String wanted = email.toLowerCase(Locale.ROOT);
        return accounts.list(place.congress()).stream()
                .map(Listed::account)
                .filter(account -> account.email().equals(wanted))
                .findFirst();
    }

    private Witness witness() {
        return Witness.ofCommand(place.congress());
    }

    private static Properties words() {
        return ResourceFile.beside(PanelCommand.class, "panel-command.properties")
                .properties();
    }
}
