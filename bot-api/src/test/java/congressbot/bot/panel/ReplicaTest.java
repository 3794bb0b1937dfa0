package congressbot.bot.panel;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.BotApi;
import congressbot.bot.BotSettings;
import congressbot.bot.participant.ListSource;
import congressbot.bot.testing.Enrolled;
import congressbot.bot.testing.FakeGateway;
import congressbot.bot.testing.LogLines;
import congressbot.bot.testing.TestBot;
import congressbot.bot.testing.TestDatabase;
import congressbot.wire.http.Headers;
import congressbot.wire.process.DatabaseAddress;
import congressbot.wire.process.Variable;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Two databases with other people in each, so that it shows which one was read.
class ReplicaTest {
    private static final String NAME = "replica_of_the_test";

    private final Jdbi primary = TestDatabase.emptied();
    private final String replica = TestDatabase.another(NAME);
    private final LogLines log = LogLines.of(ListSource.class);
    private final BotApi bot = BotApi.start(settings(replica));
    private final Browser organiser = new Browser(bot.port());

    @BeforeEach
    void enrol() {
        DatabaseAddress address = DatabaseAddress.parse(replica);
        Enrolled.named("Paula Primária").in(primary);
        Enrolled.named("Rita Réplica")
                .in(Jdbi.create(
                                address.jdbcUrl(),
                                address.user(),
                                address.password().reveal())
                        .installPlugin(new PostgresPlugin()));
        organiser.logIn(OpenPanel.PASSWORD);
    }

    @AfterEach
    void close() {
        organiser.close();
        bot.close();
        log.close();
        TestDatabase.drop(NAME);
    }

    @Test
    void list_search_and_file_are_read_in_the_replica() {
        assertThat(organiser.get("/painel").body()).contains("Rita Réplica").doesNotContain("Paula");
        assertThat(organiser.get("/painel?busca=rita").body()).contains("Rita Réplica");
        assertThat(organiser.get("/painel?busca=paula").body()).doesNotContain("Paula Primária");
        assertThat(organiser.get("/painel/inscritos.csv").body())
                .contains("Rita Réplica")
                .doesNotContain("Paula");
        assertThat(health()).contains("\"replica\":{\"status\":\"healthy\"");
        assertThat(log.events()).isEmpty();
    }

    @Test
    void when_the_replica_goes_away_the_primary_is_read_and_that_is_told_once() {
        organiser.get("/painel");

        TestDatabase.drop(NAME);

        assertThat(organiser.get("/painel").body()).contains("Paula Primária");
        assertThat(organiser.get("/painel/inscritos.csv").body()).contains("Paula Primária");
        assertThat(organiser.get("/painel?busca=paula").body()).contains("Paula Primária");
        assertThat(log.events()).hasSize(1);
        assertThat(health()).contains("\"replica\":{\"status\":\"degraded\"");
    }

    private String health() {
        return organiser
                .send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + bot.port() + "/health"))
                        .header(Headers.API_KEY, FakeGateway.KEY.reveal()))
                .body();
    }

    private static BotSettings settings(String replica) {
        return TestBot.settings(
                Map.of(Variable.DATABASE_READ_URL, replica, Variable.PANEL_PASSWORD, OpenPanel.PASSWORD));
    }
}
