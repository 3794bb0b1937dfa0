package congressbot.bot.panel;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.testing.LogLines;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DoorTest {
    private static final String WRONG = "uma senha bem errada";
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final OpenPanel panel = OpenPanel.at("http://localhost:8080");
    private final Browser browser = panel.browser();

    @AfterEach
    void close() {
        panel.close();
    }

    @Test
    void the_password_opens_the_list() {
        HttpResponse<String> answer = browser.logIn(OpenPanel.PASSWORD);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(location(answer)).isEqualTo("/painel");
        assertThat(browser.get("/painel").statusCode()).isEqualTo(200);
        assertThat(location(browser.get("/painel/entrar"))).isEqualTo("/painel");
    }

    @Test
    void a_wrong_password_is_told_and_opens_nothing() {
        HttpResponse<String> answer = browser.logIn(WRONG);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("A senha não confere").doesNotContain(WRONG);
        assertThat(browser.cookies()).isEmpty();
        assertThat(location(browser.get("/painel"))).isEqualTo("/painel/entrar");
    }

    @Test
    void without_a_session_everything_leads_to_the_door() {
        browser.cookies().put("painel", "forged");

        for (String path : List.of("/painel", "/painel/", "/painel/inscritos.csv", "/painel/inscritos.csv?busca=a")) {
            HttpResponse<String> answer = browser.get(path);

            assertThat(answer.statusCode()).as(path).isEqualTo(303);
            assertThat(location(answer)).as(path).isEqualTo("/painel/entrar");
        }
    }

    @Test
    void without_https_the_cookies_are_plain_but_hidden_from_scripts_and_other_sites() {
        List<String> cookies = browser.logIn(OpenPanel.PASSWORD).headers().allValues("set-cookie");

        assertThat(cookies).hasSize(2);
        assertThat(cookies.getFirst()).matches("painel=[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Lax");
        assertThat(cookies.getLast())
                .matches("painel-navegador=[A-Za-z0-9_-]{43}; Path=/; Max-Age=7776000; HttpOnly; SameSite=Lax");
    }

    @Test
    void with_https_the_cookies_travel_by_https_only() {
        try (OpenPanel secure = OpenPanel.at("https://inscricoes.example")) {
            HttpResponse<String> answer = secure.browser().logIn(OpenPanel.PASSWORD);

            List<String> cookies = answer.headers().allValues("set-cookie");
            assertThat(cookies.getFirst())
                    .matches("__Host-painel=[A-Za-z0-9_-]{43}; Path=/; Secure; HttpOnly; SameSite=Lax");
            assertThat(cookies.getLast())
                    .startsWith("__Host-painel-navegador=")
                    .endsWith("; Secure; HttpOnly; SameSite=Lax");
            assertThat(answer.headers().firstValue("strict-transport-security")).contains("max-age=31536000");
        }
    }

    @Test
    void every_login_gets_a_new_session_and_ends_the_one_before() {
        browser.logIn(OpenPanel.PASSWORD);
        String first = browser.cookies().get("painel");

        browser.logIn(OpenPanel.PASSWORD);

        assertThat(browser.cookies().get("painel")).isNotEqualTo(first);
        browser.cookies().put("painel", first);
        assertThat(browser.get("/painel").statusCode()).isEqualTo(303);
    }

    @Test
    void after_leaving_the_old_cookie_opens_nothing() {
        browser.logIn(OpenPanel.PASSWORD);
        String token = browser.cookies().get("painel");

        HttpResponse<String> answer = browser.post("/painel/sair", Map.of("csrf", browser.formToken()));

        assertThat(location(answer)).isEqualTo("/painel/entrar");
        assertThat(browser.cookies()).doesNotContainKey("painel");
        browser.cookies().put("painel", token);
        assertThat(browser.get("/painel").statusCode()).isEqualTo(303);
    }

    @Test
    void a_session_ends_when_nothing_is_asked_for_half_an_hour() {
        browser.logIn(OpenPanel.PASSWORD);
        panel.time.pass(Sessions.IDLE.minus(SECOND));
        assertThat(browser.get("/painel").statusCode()).isEqualTo(200);

        panel.time.pass(Sessions.IDLE.plus(SECOND));

        assertThat(browser.get("/painel").statusCode()).isEqualTo(303);
    }

    @Test
    void a_session_ends_after_twelve_hours_however_busy() {
        browser.logIn(OpenPanel.PASSWORD);
        Duration step = Duration.ofMinutes(20);
        for (long left = Sessions.LONGEST.dividedBy(step) - 1; left > 0; left--) {
            panel.time.pass(step);
            assertThat(browser.get("/painel").statusCode()).isEqualTo(200);
        }

        panel.time.pass(step);

        assertThat(browser.get("/painel").statusCode()).isEqualTo(303);
    }

    @Test
    void leaving_needs_the_token_of_this_session() {
        browser.logIn(OpenPanel.PASSWORD);
        String foreign = panel.organiser().formToken();

        assertThat(browser.post("/painel/sair", Map.of()).statusCode()).isEqualTo(403);
        assertThat(browser.post("/painel/sair", Map.of("csrf", "")).statusCode())
                .isEqualTo(403);
        assertThat(browser.post("/painel/sair", Map.of("csrf", foreign)).statusCode())
                .isEqualTo(403);
        assertThat(browser.get("/painel").statusCode()).isEqualTo(200);
    }

    @Test
    void a_get_does_not_leave() {
        browser.logIn(OpenPanel.PASSWORD);

        assertThat(browser.get("/painel/sair?csrf=" + browser.formToken()).statusCode())
                .isEqualTo(405);
        assertThat(browser.get("/painel").statusCode()).isEqualTo(200);
    }

    @Test
    void a_form_of_another_site_is_refused_even_with_the_password() {
        for (String site : List.of("cross-site", "same-site", "none", "")) {
            HttpResponse<String> answer = browser.postFrom(
                    "/painel/entrar", Map.of("senha", OpenPanel.PASSWORD), Map.of("Sec-Fetch-Site", site));

            assertThat(answer.statusCode()).as(site).isEqualTo(403);
            assertThat(answer.body()).contains("Pedido recusado");
        }
        assertThat(browser.cookies()).isEmpty();
    }

    @Test
    void where_the_browser_says_only_the_origin_it_must_be_ours() {
        Map<String, String> form = Map.of("senha", OpenPanel.PASSWORD);

        for (String foreign :
                List.of("https://mau.example", "null", "http://localhost:8081", "https://localhost:8080")) {
            assertThat(browser.postFrom("/painel/entrar", form, Map.of("Origin", foreign))
                            .statusCode())
                    .as(foreign)
                    .isEqualTo(403);
        }
        assertThat(browser.postFrom("/painel/entrar", form, Map.of()).statusCode())
                .isEqualTo(403);
        for (String ours : List.of("http://localhost:8080", "http://127.0.0.1:" + panel.port())) {
            assertThat(browser.postFrom("/painel/entrar", form, Map.of("Origin", ours))
                            .statusCode())
                    .as(ours)
                    .isEqualTo(303);
        }
    }

    @Test
    void with_https_no_plain_origin_is_ours() {
        try (OpenPanel secure = OpenPanel.at("https://inscricoes.example")) {
            Map<String, String> form = Map.of("senha", OpenPanel.PASSWORD);
            Browser visitor = secure.browser();

            assertThat(visitor.postFrom("/painel/entrar", form, Map.of("Origin", "http://127.0.0.1:" + secure.port()))
                            .statusCode())
                    .isEqualTo(403);
            assertThat(visitor.postFrom("/painel/entrar", form, Map.of("Origin", "https://inscricoes.example"))
                            .statusCode())
                    .isEqualTo(303);
        }
    }

    @Test
    void guesses_are_held_up_even_the_right_one_and_only_for_a_while() {
        guess(browser, Guesses.PER_VISITOR);

        HttpResponse<String> heldUp = browser.logIn(OpenPanel.PASSWORD);

        assertThat(heldUp.statusCode()).isEqualTo(429);
        assertThat(heldUp.headers().firstValue("retry-after")).contains("600");
        assertThat(heldUp.body()).contains("Muitas tentativas", "10 minutos");
        panel.time.pass(Guesses.SPAN);
        assertThat(browser.logIn(OpenPanel.PASSWORD).statusCode()).isEqualTo(303);
    }

    @Test
    void behind_a_proxy_the_address_that_it_names_last_is_counted() {
        for (int i = 0; i < Guesses.PER_VISITOR; i++) {
            assertThat(guessFrom("198.51.100." + i + ", 203.0.113.7").statusCode())
                    .isEqualTo(403);
        }

        assertThat(guessFrom("198.51.100.99, 203.0.113.7").statusCode()).isEqualTo(429);
        assertThat(guessFrom("203.0.113.8").statusCode()).isEqualTo(403);
    }

    @Test
    void who_claims_a_new_address_each_time_meets_the_limit_for_all() {
        for (int i = 0; i < Guesses.OF_ALL_STRANGERS; i++) {
            guessFrom("198.51.100." + i);
        }

        assertThat(guessFrom("203.0.113.7").statusCode()).isEqualTo(429);
    }

    private HttpResponse<String> guessFrom(String forwardedFor) {
        return panel.browser()
                .postFrom(
                        "/painel/entrar",
                        Map.of("senha", WRONG),
                        Map.of("Sec-Fetch-Site", "same-origin", "X-Forwarded-For", forwardedFor));
    }

    @Test
    void many_guesses_at_once_are_no_more_than_one_after_the_other() {
        long looked = IntStream.range(0, 3 * Guesses.PER_VISITOR)
                .parallel()
                .map(_ -> panel.browser().logIn(WRONG).statusCode())
                .filter(status -> status != 429)
                .count();

        assertThat(looked).isEqualTo(Guesses.PER_VISITOR);
    }

    @Test
    void a_browser_that_came_in_before_is_not_held_up_by_strangers() {
        browser.logIn(OpenPanel.PASSWORD);
        browser.post("/painel/sair", Map.of("csrf", browser.formToken()));
        guess(panel.browser(), Guesses.PER_VISITOR + 1);

        assertThat(browser.logIn(OpenPanel.PASSWORD).statusCode()).isEqualTo(303);
    }

    @Test
    void a_browser_that_came_in_before_may_not_guess_for_ever_either() {
        browser.logIn(OpenPanel.PASSWORD);
        guess(browser, Guesses.PER_VISITOR);

        assertThat(browser.logIn(OpenPanel.PASSWORD).statusCode()).isEqualTo(429);
        assertThat(panel.browser().logIn(OpenPanel.PASSWORD).statusCode()).isEqualTo(303);
    }

    @Test
    void the_right_password_takes_wrong_ones_off_the_count() {
        guess(browser, Guesses.PER_VISITOR - 1);
        Browser stranger = panel.organiser();
        stranger.cookies().clear();

        guess(stranger, Guesses.PER_VISITOR - 1);

        assertThat(stranger.logIn(OpenPanel.PASSWORD).statusCode()).isEqualTo(303);
    }

    @Test
    void a_body_that_is_no_form_or_too_large_is_refused_with_a_page() {
        HttpResponse<String> large = browser.post("/painel/entrar", Map.of("senha", "x".repeat(9_000)));
        HttpResponse<String> broken = browser.send(browser.to("/painel/entrar")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(BodyPublishers.ofString("senha=%zz")));

        assertThat(large.statusCode()).isEqualTo(413);
        assertThat(broken.statusCode()).isEqualTo(400);
        assertThat(List.of(large.body(), broken.body())).allMatch(page -> page.contains("Não entendemos o pedido"));
    }

    @Test
    void the_log_tells_of_every_knock_and_of_nobody() {
        try (LogLines lines = LogLines.of(Door.class)) {
            browser.logIn(WRONG);
            browser.logIn(OpenPanel.PASSWORD);
            guess(panel.browser(), Guesses.PER_VISITOR + 1);

            assertThat(lines.events()).hasSize(Guesses.PER_VISITOR + 3);
            assertThat(lines.events().stream()
                            .map(event -> event.getKeyValuePairs().toString()))
                    .contains("[outcome=\"wrong password\"]", "[outcome=\"in\"]", "[outcome=\"held up\"]")
                    .noneMatch(line -> line.contains("uma senha") || line.contains("127.0.0.1"));
        }
    }

    private static void guess(Browser visitor, int times) {
        for (int i = 0; i < times; i++) {
            visitor.logIn(WRONG);
        }
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("location").orElse("");
    }
}
