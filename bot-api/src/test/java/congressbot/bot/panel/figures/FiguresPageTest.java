package congressbot.bot.panel.figures;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.account.Role;
import congressbot.bot.figures.Figures;
import congressbot.bot.panel.Browser;
import congressbot.bot.panel.OpenPanel;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FiguresPageTest {
    /// At the panel's moment it is still the 20th in São Paulo.
    private static final LocalDate TODAY = LocalDate.parse("2026-11-20");

    private final OpenPanel panel =
            OpenPanel.with(open -> List.of(new FiguresPage(new Figures(open.jdbi), open.pages, open.time)));
    private final Browser organiser = panel.as(Role.VIEWER);

    @AfterEach
    void close() {
        panel.close();
    }

    private void counted(String congress, LocalDate day, String metric, String key, long value) {
        panel.jdbi.useHandle(handle -> handle.execute(
                "INSERT INTO metrics_daily (congress_id, day, metric, key, value) VALUES (?, ?, ?, ?, ?)",
                congress,
                day,
                metric,
                key,
                value));
    }

    private void counted(LocalDate day, String metric, String key, long value) {
        counted("default", day, metric, key, value);
    }

    private String page(String period) {
        return organiser.get("/painel/numeros?periodo=" + period).body();
    }

    @Test
    void the_page_shows_what_the_table_says() {
        counted(TODAY, "events", "confirmed", 1234);
        counted(TODAY, "registrations", "", 1234);
        counted(TODAY.minusDays(29), "registrations", "", 2);
        counted(TODAY, "registrations-by-state", "BA", 1000);
        counted(TODAY, "registrations-by-state", "EX", 234);
        counted(TODAY, "registrations-by-channel", "gowa", 1234);
        counted(TODAY, "mails", "refused", 17);
        counted(TODAY, "model-cost", "answer", 2_500_000);
        counted(TODAY, "model-calls", "answer", 40);

        String page = page("30");

        assertThat(page)
                .contains("<dd class=\"fig-value\">1.236</dd>")
                .contains("data-value=\"1000\">1.000</td>")
                .contains("Exterior")
                .contains("WhatsApp")
                .contains("<dd class=\"fig-value\">17</dd>")
                .contains("<dd class=\"fig-value\">2,5</dd>")
                .contains("40 consultas");
    }

    @Test
    void days_outside_the_period_do_not_count_and_those_right_before_are_compared() {
        counted(TODAY, "events", "confirmed", 1);
        counted(TODAY.minusDays(6), "registrations", "", 150);
        counted(TODAY.minusDays(7), "registrations", "", 100);
        counted(TODAY.minusDays(14), "registrations", "", 9_999);

        assertThat(page("7"))
                .contains("<dd class=\"fig-value\">150</dd>")
                .contains("50% a mais que no período anterior (100)")
                .doesNotContain("9.999");
    }

    @Test
    void all_days_are_told_by_the_week_when_they_are_many() {
        counted(TODAY.minusDays(150), "events", "confirmed", 1);
        counted(TODAY.minusDays(150), "registrations", "", 5);
        counted(TODAY, "registrations", "", 6);

        assertThat(page("tudo"))
                .contains("<dd class=\"fig-value\">11</dd>")
                .contains("14/11 a 20/11")
                .doesNotContain("período anterior (");
    }

    @Test
    void the_funnel_tells_who_came_how_far_and_who_stopped() {
        counted(TODAY, "events", "step", 180);
        counted(TODAY, "stages", "begun", 100);
        counted(TODAY, "stages", "name", 80);
        counted(TODAY, "stages", "email", 60);
        counted(TODAY, "stages", "registered", 40);

        String page = page("7").replaceAll("\\s*\\n\\s*", "");

        assertThat(page)
                .contains("<th scope=\"row\">Escreveu para o bot</th><td data-value=\"100\">100</td>"
                        + "<td data-value=\"\">100%</td><td data-value=\"20\">20</td><td data-value=\"\">20%</td>")
                .contains("<th scope=\"row\">Nome</th><td data-value=\"80\">80</td>"
                        + "<td data-value=\"\">80%</td><td data-value=\"20\">20</td><td data-value=\"\">25%</td>")
                .contains("<dd class=\"fig-value\">50%</dd>")
                .contains("40 de 80 que começaram");
    }

    @Test
    void the_time_to_finish_is_told_by_its_median_and_what_nearly_all_need() {
        counted(TODAY, "events", "step", 100);
        counted(TODAY, "time-to-finish", "120", 60);
        counted(TODAY, "time-to-finish", "300", 30);
        counted(TODAY, "time-to-finish", "more", 10);

        assertThat(page("7"))
                .contains("<dd class=\"fig-value\">até 2 min</dd>")
                .contains("9 em cada 10: até 5 min")
                .contains("mais de 24 h");
    }

    @Test
    void without_numbers_the_page_says_what_will_come() {
        assertThat(page("tudo")).contains("Ainda não há números").doesNotContain("<table");
    }

    @Test
    void an_unknown_period_is_the_usual_one() {
        assertThat(page("%3Cscript%3E")).contains("periodo=30\" aria-current=\"true\"");
    }

    @Test
    void names_are_escaped() {
        counted(TODAY, "events", "confirmed", 1);
        counted(TODAY, "registrations-by-profile", "<script>alert(1)</script>", 3);

        assertThat(page("7")).contains("&lt;script&gt;alert(1)").doesNotContain("<script>alert");
    }

    @Test
    void another_congress_is_not_counted_here() {
        counted("other", TODAY, "events", "confirmed", 77);
        counted("other", TODAY, "registrations", "", 77);

        assertThat(page("tudo")).contains("Ainda não há números");
    }

    @Test
    void who_may_not_see_figures_sees_none() {
        assertThat(panel.as(Role.DOOR).get("/painel/numeros").statusCode()).isEqualTo(403);
        assertThat(panel.as(Role.SUPPORT).get("/painel/numeros").statusCode()).isEqualTo(403);
    }

    @Test
    void a_thousand_days_are_read_quickly() {
        panel.jdbi.useHandle(handle -> handle.execute("""
                INSERT INTO metrics_daily (congress_id, day, metric, key, value)
                SELECT 'default', DATE '2026-11-20' - d, 'registrations-by-state', 'S' || s, 3
                FROM generate_series(0, 999) AS d, generate_series(1, 50) AS s
                """));
        HttpResponse<String> answer = organiser.get("/painel/numeros?periodo=tudo");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Map.of("bytes", answer.body().length()).get("bytes")).isLessThan(1_000_000);
    }
}
