package congressbot.bot.panel;

import congressbot.bot.participant.ListSource;
import congressbot.bot.participant.ParticipantList;
import congressbot.bot.testing.MovedTime;
import congressbot.bot.testing.TestDatabase;
import congressbot.wire.http.ProcessServer;
import congressbot.wire.process.Health;
import congressbot.wire.process.Secret;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;

/// The panel of the congress `default` on an emptied database, and browsers in front of it.
final class OpenPanel implements AutoCloseable {
    static final String PASSWORD = "uma senha bem comprida";

    private static final Secret API_KEY = new Secret("0123456789abcdef0123456789abcdef");

    final Jdbi jdbi = TestDatabase.emptied();
    final MovedTime time = new MovedTime(Instant.parse("2026-11-21T01:30:00Z"));
    private final List<Browser> browsers = new ArrayList<>();
    private final ProcessServer server;

    private OpenPanel(Optional<Secret> password, String publicUrl, UnaryOperator<Jdbi> reading) {
        ParticipantList list =
                new ParticipantList(new ListSource(reading.apply(jdbi), Optional.empty(), time), "default");
        Panel panel = new Panel(password, URI.create(publicUrl), "CBAS 2027", list, time);
        server = ProcessServer.start(
                0,
                new ProcessServer.Common(
                        API_KEY, new Health(time), new PrometheusMeterRegistry(PrometheusConfig.DEFAULT)),
                panel::addTo);
    }

    static OpenPanel at(String publicUrl) {
        return new OpenPanel(Optional.of(new Secret(PASSWORD)), publicUrl, UnaryOperator.identity());
    }

    /// One whose database goes away after so many queries.
    static OpenPanel losingItsDatabaseAfter(int queries) {
        AtomicInteger left = new AtomicInteger(queries);
        return new OpenPanel(
                Optional.of(new Secret(PASSWORD)),
                "http://localhost:8080",
                jdbi -> Jdbi.create(() -> {
                            if (left.getAndDecrement() == 0) {
                                throw new SQLException("gone", "57P01");
                            }
                            return jdbi.open().getConnection();
                        })
                        .installPlugin(new PostgresPlugin()));
    }

    static OpenPanel switchedOff() {
        return new OpenPanel(Optional.empty(), "http://localhost:8080", UnaryOperator.identity());
    }

    int port() {
        return server.port();
    }

    /// One that was never here.
    Browser browser() {
        Browser browser = new Browser(server.port());
        browsers.add(browser);
        return browser;
    }

    /// One that came in by the password.
    Browser organiser() {
        Browser browser = browser();
        browser.logIn(PASSWORD);
        return browser;
    }

    @Override
    public void close() {
        browsers.forEach(Browser::close);
        server.close();
    }
}
