package congressbot.bot.panel.people;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.panel.Browser;
import congressbot.bot.panel.OpenPanel;
import congressbot.bot.participant.ListSource;
import congressbot.bot.testing.Enrolled;
import congressbot.bot.testing.LogLines;
import congressbot.bot.testing.TestDatabase;
import congressbot.wire.process.DatabaseAddress;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Two databases with other people in each, so that it shows which one was read.
class ReplicaTest {
    private static final String NAME = "replica_of_the_test";

    private final Jdbi replica = another();
    private final OpenPanel panel = PeoplePanel.with(replica);
    private final LogLines log = LogLines.of(ListSource.class);
    private final Browser organiser = panel.organiser();

    @BeforeEach
    void enrol() {
        Enrolled.named("Paula Primária").in(panel.jdbi);
        Enrolled.named("Rita Réplica").in(replica);
    }

    @AfterEach
    void close() {
        panel.close();
        log.close();
        TestDatabase.drop(NAME);
    }

    @Test
    void list_search_and_file_are_read_in_the_replica() {
        assertThat(organiser.get("/painel/inscritos").body())
                .contains("Rita Réplica")
                .doesNotContain("Paula");
        assertThat(organiser.get("/painel/inscritos?busca=rita").body()).contains("Rita Réplica");
        assertThat(organiser.get("/painel/inscritos?busca=rtia").body()).contains("Rita Réplica");
        assertThat(organiser.get("/painel/inscritos?busca=paula").body()).doesNotContain("Paula Primária");
        assertThat(organiser.get("/painel/inscritos.csv").body())
                .contains("Rita Réplica")
                .doesNotContain("Paula");
        assertThat(log.events()).isEmpty();
    }

    @Test
    void when_the_replica_goes_away_the_primary_is_read_and_that_is_told_once() {
        organiser.get("/painel/inscritos");

        TestDatabase.drop(NAME);

        assertThat(organiser.get("/painel/inscritos").body()).contains("Paula Primária");
        assertThat(organiser.get("/painel/inscritos.csv").body()).contains("Paula Primária");
        assertThat(log.events()).hasSize(1);
    }

    private static Jdbi another() {
        DatabaseAddress address = DatabaseAddress.parse(TestDatabase.another(NAME));
        return Jdbi.create(address.jdbcUrl(), address.user(), address.password().reveal())
                .installPlugin(new PostgresPlugin());
    }
}
