package congressbot.bot.panel;

import congressbot.bot.account.Account;
import congressbot.bot.account.AccountDesk;
import congressbot.bot.account.AuditLog;
import congressbot.bot.account.Entrance;
import congressbot.bot.account.Role;
import congressbot.bot.account.Token;
import congressbot.bot.account.Witness;
import congressbot.bot.congress.Congress;
import congressbot.bot.conversation.Receptions;
import congressbot.bot.number.Numbers;
import congressbot.bot.testing.MovedTime;
import congressbot.bot.testing.Rooms;
import congressbot.bot.testing.TestDatabase;
import congressbot.wire.http.ProcessServer;
import congressbot.wire.process.Health;
import congressbot.wire.process.Secret;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;

/// The panel of the congress `default` on an emptied database, and browsers in front of it.
public final class OpenPanel implements AutoCloseable {
    public static final String PASSWORD = "uma senha bem comprida";
    public static final String KEY = "a chave do painel";
    public static final String PLAIN = "http://localhost:8080";

    private static final Secret API_KEY = new Secret("0123456789abcdef0123456789abcdef");

    public final Jdbi jdbi = TestDatabase.emptied();
    public final MovedTime time = new MovedTime(Instant.parse("2026-11-21T01:30:00Z"));
    public final Receptions receptions = Rooms.sample();
    public final Numbers numbers = Rooms.numbers(jdbi, time);
    public final Pages pages = new Pages(receptions, numbers::troubles);
    public final AccountDesk accounts = new AccountDesk(jdbi, time);
    public final Entrance entrance = new Entrance(jdbi, time);
    public final Panel panel;
    private final List<Browser> browsers = new ArrayList<>();
    private final Map<Role, Account> known = new EnumMap<>(Role.class);
    private final ProcessServer server;

    private OpenPanel(Optional<Secret> key, String publicUrl, Function<OpenPanel, List<Part>> parts) {
        Panel.Doors doors = new Panel.Doors(key, URI.create(publicUrl), entrance, accounts, time);
        List<Part> all = new ArrayList<>(
                List.of(new AccountsPage(doors, pages), new AuditPage(new AuditLog(jdbi, time), accounts, pages)));
        all.addAll(parts.apply(this));
        panel = new Panel(doors, pages, all);
        server = ProcessServer.start(
                0,
                new ProcessServer.Common(
                        API_KEY, new Health(time), new PrometheusMeterRegistry(PrometheusConfig.DEFAULT)),
                panel::addTo);
    }

    static OpenPanel at(String publicUrl) {
        return new OpenPanel(Optional.of(new Secret(KEY)), publicUrl, _ -> List.of());
    }

    /// One whose first account is made from the command line.
    static OpenPanel withoutKey() {
        return new OpenPanel(Optional.empty(), PLAIN, _ -> List.of());
    }

    /// With these parts, which find what they need in it.
    public static OpenPanel with(Function<OpenPanel, List<Part>> parts) {
        return new OpenPanel(Optional.of(new Secret(KEY)), PLAIN, parts);
    }

    public Congress congress() {
        return receptions.first();
    }

    int port() {
        return server.port();
    }

    /// One that was never here.
    public Browser browser() {
        Browser browser = new Browser(server.port());
        browsers.add(browser);
        return browser;
    }

    /// One in which an owner came in.
    public Browser organiser() {
        return as(Role.OWNER);
    }

    /// One in which somebody with this role came in.
    public Browser as(Role role) {
        Browser browser = browser();
        browser.logIn(account(role).email(), PASSWORD);
        return browser;
    }

    /// The account with this role, with [#PASSWORD].
    public Account account(Role role) {
        return known.computeIfAbsent(role, _ -> addAccount(congress().id(), role.code() + "@congresso.example", role));
    }

    /// One more account, of any congress.
    public Account addAccount(String congress, String email, Role role) {
        Token link = accounts.invite(Witness.ofCommand(congress), email, "Conta " + role.code(), role)
                .orElseThrow();
        Account account = entrance.invited(link).orElseThrow();
        entrance.choose(link, PASSWORD);
        return account;
    }

    @Override
    public void close() {
        browsers.forEach(Browser::close);
        server.close();
    }
}
