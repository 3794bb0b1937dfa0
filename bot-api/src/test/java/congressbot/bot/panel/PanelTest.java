package congressbot.bot.panel;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.BotApi;
import congressbot.bot.BotSettings;
import congressbot.bot.account.Role;
import congressbot.bot.testing.TestBot;
import congressbot.wire.process.Variable;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What holds for every answer of the panel.
class PanelTest {
    private static final Pattern ASSET = Pattern.compile("(?:href|src)=\"(/assets/[^\"]+)\"");
    private static final List<String> OUTSIDE = List.of(
            "/painel",
            "/painel/",
            "/painel/entrar",
            "/painel/codigo",
            "/painel/primeiro",
            "/painel/convite/nenhum",
            "/painel/nada",
            "/painel/nada/mais");

    @Test
    void every_answer_carries_the_headers_that_protect_it() {
        try (OpenPanel panel = OpenPanel.at("https://inscricoes.example")) {
            List<HttpResponse<String>> answers = new ArrayList<>(everything(panel, panel.browser()));
            for (Role role : Role.values()) {
                answers.addAll(everything(panel, panel.as(role)));
            }

            assertThat(answers).hasSizeGreaterThan(200).allSatisfy(answer -> {
                assertThat(answer.headers().allValues("content-security-policy"))
                        .containsExactly(Panel.POLICY);
                assertThat(answer.headers().allValues("x-content-type-options")).containsExactly("nosniff");
                assertThat(answer.headers().allValues("referrer-policy")).containsExactly("no-referrer");
                assertThat(answer.headers().allValues("cache-control")).containsExactly("no-store");
                assertThat(answer.headers().allValues("strict-transport-security"))
                        .containsExactly("max-age=31536000");
                assertThat(answer.headers().allValues("content-encoding")).isEmpty();
            });
        }
    }

    @Test
    void every_error_is_a_portuguese_page() {
        try (OpenPanel panel = OpenPanel.at(OpenPanel.PLAIN)) {
            List<HttpResponse<String>> answers = new ArrayList<>(everything(panel, panel.browser()));
            answers.addAll(everything(panel, panel.as(Role.VIEWER)));

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
    void plain_http_is_not_told_to_become_https() {
        try (OpenPanel plain = OpenPanel.at(OpenPanel.PLAIN)) {
            assertThat(everything(plain, plain.browser()))
                    .noneMatch(answer -> answer.headers()
                            .firstValue("strict-transport-security")
                            .isPresent());
        }
    }

    @Test
    void without_an_account_the_door_tells_how_to_make_one() {
        try (OpenPanel withKey = OpenPanel.at(OpenPanel.PLAIN);
                OpenPanel without = OpenPanel.withoutKey()) {
            assertThat(Browser.location(withKey.browser().get("/painel/entrar")))
                    .isEqualTo("/painel/primeiro");
            assertThat(without.browser().get("/painel/entrar").statusCode()).isEqualTo(503);
            assertThat(without.browser().get("/painel/entrar").body())
                    .contains("./congress-bot panel user add", "PANEL_PASSWORD");
        }
    }

    @Test
    void without_a_database_everything_asks_for_patience() {
        BotSettings settings = TestBot.settings(Map.of(Variable.DATABASE_URL, "postgresql://a:b@127.0.0.1:1/none"));
        try (BotApi bot = BotApi.start(settings);
                Browser organiser = new Browser(bot.port())) {
            HttpResponse<String> answer = organiser.logIn("ana@congresso.example", OpenPanel.PASSWORD);

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("retry-after")).contains("1");
            assertThat(answer.headers().firstValue("content-type")).contains("text/html;charset=utf-8");
            assertThat(answer.body()).contains("Um momento, por favor");
        }
    }

    @Test
    void a_page_loads_files_of_ours_only() {
        try (OpenPanel panel = OpenPanel.at(OpenPanel.PLAIN)) {
            Browser browser = panel.organiser();
            String page = browser.get("/painel/conta").body();
            List<String> paths =
                    ASSET.matcher(page).results().map(link -> link.group(1)).toList();

            assertThat(paths).hasSize(4);
            assertThat(paths).allSatisfy(path -> {
                HttpResponse<String> file = browser.get(path);
                assertThat(file.statusCode()).isEqualTo(200);
                assertThat(file.headers().firstValue("content-type").orElse(""))
                        .matches("text/(css|javascript); charset=utf-8");
                assertThat(file.headers().firstValue("cache-control")).contains("public, max-age=31536000, immutable");
            });
            assertThat(page).doesNotContain("style=", "onclick=", "<script>");
        }
    }

    /// Every way to ask for every path: those before the door, and those behind it.
    private static List<HttpResponse<String>> everything(OpenPanel panel, Browser browser) {
        Stream<String> inside =
                panel.panel.guarded().stream().map(Desk.Route::path).map(path -> path.replaceAll("\\{[^}]+}", "1"));
        return Stream.concat(OUTSIDE.stream(), inside)
                .distinct()
                .flatMap(path -> Stream.of(
                        browser.get(path),
                        browser.post(path, Map.of("csrf", "forged")),
                        browser.postFrom(path, Map.of(), Map.of("Sec-Fetch-Site", "cross-site")),
                        browser.send(browser.to(path).method("DELETE", BodyPublishers.noBody()))))
                .toList();
    }
}
