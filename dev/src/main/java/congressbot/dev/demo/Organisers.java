package congressbot.dev.demo;

import congressbot.bot.account.AccountDesk;
import congressbot.bot.account.Witness;
import congressbot.wire.process.DatabaseAddress;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;

/// The organisers of a demo: while nobody of them has a password, the way to the panel is a link to
/// choose one.
final class Organisers {
    private static final String EMAIL = "organizacao@congresso.example";

    private final URI panel;
    private final String congress;
    private final AtomicReference<Optional<FirstRun>> firstRun = new AtomicReference<>(Optional.empty());

    /// @param panel where it is
    /// @param congress its id
    Organisers(URI panel, String congress) {
        this.panel = panel;
        this.congress = congress;
    }

    private record FirstRun(AccountDesk accounts, URI link) {}

    /// Invites the first of them, as soon as there is a database.
    void invite(DatabaseAddress database) {
        Jdbi jdbi = Jdbi.create(
                        database.jdbcUrl(), database.user(), database.password().reveal())
                .installPlugin(new PostgresPlugin());
        AccountDesk accounts = new AccountDesk(jdbi, InstantSource.system());
        if (accounts.isEmpty()) {
            firstRun.set(accounts.inviteOwner(Witness.ofCommand(congress), EMAIL, "Ana Lima")
                    .map(token -> new FirstRun(accounts, panel.resolve("/painel/convite/" + token.value()))));
        }
    }

    /// How an organiser comes in now.
    URI way() {
        return firstRun.get()
                .filter(first -> first.accounts().isEmpty())
                .map(FirstRun::link)
                .orElse(panel);
    }
}
