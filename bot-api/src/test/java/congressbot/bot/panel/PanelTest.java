package congressbot.bot.panel;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.BotApi;
import congressbot.bot.BotSettings;
import congressbot.bot.testing.TestBot;
import congressbot.wire.process.Variable;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What holds for every answer of the panel.
class PanelTest {
    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data:; "
            + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    private static final Pattern STYLESHEET = Pattern.compile("<link rel=\"stylesheet\" href=\"(/assets/[^\"]+)\"");
    private static final List<String> PATHS = List.of(
            "/painel",
            "/painel/",
            "/painel?busca=x",
            "/painel/entrar",
            "/painel/sair",
            "/painel/inscritos.csv",
            "/painel/nada",
            "/painel/nada/mais");

    @Test
    void every_answer_carries_the_headers_that_protect_it() {
        try (OpenPanel panel = OpenPanel.at("https://inscricoes.example");
                OpenPanel off = OpenPanel.switchedOff()) {
            List<HttpResponse<String>> answers = new ArrayList<>();
            answers.addAll(everything(panel.browser()));
            answers.addAll(everything(panel.organiser()));
            answers.addAll(everything(off.browser()));

            assertThat(answers).hasSize(3 * PATHS.size() * 3).allSatisfy(answer -> {
                assertThat(answer.headers().allValues("content-security-policy"))
                        .containsExactly(POLICY);
                assertThat(answer.headers().allValues("x-content-type-options")).containsExactly("nosniff");
                assertThat(answer.headers().allValues("referrer-policy")).containsExactly("no-referrer");
                assertThat(answer.headers().allValues("cache-control")).containsExactly("no-store");
            });
        }
    }

    @Test
    void every_error_is_a_portuguese_page() {
        try (OpenPanel panel = OpenPanel.at("http://localhost:8080")) {
            List<HttpResponse<String>> answers = new ArrayList<>(everything(panel.browser()));
            answers.addAll(everything(panel.organiser()));

            assertThat(answers).filteredOn(answer -> answer.statusCode() >= 400).hasSizeGreaterThan(10);
            assertThat(answers).filteredOn(answer -> answer.statusCode() >= 400).allSatisfy(answer -> {
                assertThat(answer.headers().firstValue("content-type")).contains("text/html;charset=utf-8");
                assertThat(answer.body()).contains("<html lang=\"pt-BR\">");
            });
            assertThat(panel.browser().get("/painel/nada").statusCode()).isEqualTo(404);
            assertThat(panel.browser().get("/painel/nada").body()).contains("Página não encontrada");
        }
    }

    @Test
    void https_is_kept_only_where_it_is_spoken() {
        try (OpenPanel secure = OpenPanel.at("https://inscricoes.example");
                OpenPanel plain = OpenPanel.at("http://localhost:8080")) {
            assertThat(everything(secure.browser()))
                    .allMatch(answer -> answer.headers()
                            .firstValue("strict-transport-security")
                            .isPresent());
            assertThat(everything(plain.browser()))
                    .noneMatch(answer -> answer.headers()
                            .firstValue("strict-transport-security")
                            .isPresent());
        }
    }

    @Test
    void without_a_password_everything_says_kindly_that_the_panel_is_off() {
        try (OpenPanel off = OpenPanel.switchedOff()) {
            assertThat(everything(off.browser())).allSatisfy(answer -> {
                assertThat(answer.statusCode()).isEqualTo(503);
                assertThat(answer.body()).contains("O painel está desligado", "PANEL_PASSWORD");
            });
        }
    }

    @Test
    void without_a_database_the_door_opens_and_the_list_asks_for_patience() {
        BotSettings settings = TestBot.settings(Map.of(
                Variable.DATABASE_URL,
                "postgresql://a:b@127.0.0.1:1/none",
                Variable.PANEL_PASSWORD,
                OpenPanel.PASSWORD));
        try (BotApi bot = BotApi.start(settings);
                Browser organiser = new Browser(bot.port())) {
            assertThat(organiser.logIn(OpenPanel.PASSWORD).statusCode()).isEqualTo(303);

            for (String path : List.of("/painel", "/painel/inscritos.csv")) {
                HttpResponse<String> answer = organiser.get(path);

                assertThat(answer.statusCode()).isEqualTo(503);
                assertThat(answer.headers().firstValue("retry-after")).contains("1");
                assertThat(answer.headers().firstValue("content-type")).contains("text/html;charset=utf-8");
                assertThat(answer.body()).contains("Um momento, por favor");
            }
        }
    }

    @Test
    void nothing_is_compressed() {
        try (OpenPanel panel = OpenPanel.at("http://localhost:8080")) {
            Browser organiser = panel.organiser();

            HttpResponse<String> page = organiser.send(organiser.to("/painel").header("Accept-Encoding", "gzip, br"));

            assertThat(page.headers().firstValue("content-encoding")).isEmpty();
        }
    }

    @Test
    void a_page_loads_its_own_stylesheet_and_no_script() {
        try (OpenPanel panel = OpenPanel.at("http://localhost:8080")) {
            Browser browser = panel.organiser();
            String page = browser.get("/painel").body();
            Matcher links = STYLESHEET.matcher(page);
            List<String> paths = new ArrayList<>();
            while (links.find()) {
                paths.add(links.group(1));
            }

            assertThat(paths).hasSize(2);
            assertThat(browser.get(paths.getLast()).headers().firstValue("content-type"))
                    .contains("text/css; charset=utf-8");
            assertThat(page).doesNotContain("<script", "style=");
        }
    }

    /// Three calls of each path: reading it, posting to it as our page, and as another site's.
    private static List<HttpResponse<String>> everything(Browser browser) {
        List<HttpResponse<String>> answers = new ArrayList<>();
        for (String path : PATHS) {
            answers.add(browser.get(path));
            answers.add(browser.post(path, Map.of("senha", "falsa")));
            answers.add(browser.send(
                    browser.to(path).header("Sec-Fetch-Site", "cross-site").PUT(BodyPublishers.ofString("x"))));
        }
        return answers;
    }
}
