package congressbot.bot.panel;

import static congressbot.bot.panel.Browser.location;
import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.account.Role;
import congressbot.bot.account.Sessions;
import congressbot.bot.account.Totp;
import congressbot.bot.account.TotpCodes;
import congressbot.bot.testing.LogLines;
import congressbot.wire.process.Secret;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DoorTest {
    private static final String OWNER = "owner@congresso.example";
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">");
    private static final String WRONG = "uma senha bem errada";
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final OpenPanel panel = OpenPanel.at("http://localhost:8080");
    private final Browser browser = panel.browser();

    @BeforeEach
    void anOwner() {
        panel.account(Role.OWNER);
    }

    @AfterEach
    void close() {
        panel.close();
    }

    @Test
    void the_password_opens_the_list() {
        HttpResponse<String> answer = browser.logIn(OWNER, OpenPanel.PASSWORD);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(location(answer)).isEqualTo("/painel");
        assertThat(browser.get("/painel/conta").statusCode()).isEqualTo(200);
        assertThat(location(browser.get("/painel/entrar"))).isEqualTo("/painel");
    }

    @Test
    void a_wrong_password_is_told_and_opens_nothing() {
        HttpResponse<String> answer = browser.logIn(OWNER, WRONG);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("E-mail e senha não conferem").doesNotContain(WRONG);
        assertThat(browser.cookies()).isEmpty();
        assertThat(location(browser.get("/painel"))).isEqualTo("/painel/entrar");
    }

    @Test
    void an_address_without_an_account_is_answered_like_a_wrong_password() {
        HttpResponse<String> known = browser.logIn(OWNER, WRONG);
        HttpResponse<String> unknown = browser.logIn("owner@congresso.exampla", WRONG);

        assertThat(unknown.statusCode()).isEqualTo(known.statusCode());
        assertThat(unknown.body().replace("exampla", "example")).isEqualTo(known.body());
    }

    @Test
    void without_a_session_everything_leads_to_the_door() {
        browser.cookies().put("painel", "forged");

        assertThat(location(browser.get("/painel"))).isEqualTo("/painel/entrar");
        assertThat(location(browser.get("/painel/conta"))).isEqualTo("/painel/entrar?volta=%2Fpainel%2Fconta");
        assertThat(location(browser.get("/painel/registro?antes=7")))
                .isEqualTo("/painel/entrar?volta=%2Fpainel%2Fregistro%3Fantes%3D7");
    }

    @Test
    void behind_the_door_somebody_goes_on_where_she_wanted_to() {
        HttpResponse<String> in = browser.post(
                "/painel/entrar",
                Map.of("email", OWNER, "senha", OpenPanel.PASSWORD, "volta", "/painel/registro?antes=7"));

        assertThat(location(in)).isEqualTo("/painel/registro?antes=7");
        for (String foreign : List.of("https://mau.example", "//mau.example", "/painel/..//x", "/\\mau.example", "x")) {
            HttpResponse<String> answer = browser.post(
                    "/painel/entrar", Map.of("email", OWNER, "senha", OpenPanel.PASSWORD, "volta", foreign));

            assertThat(location(answer)).as(foreign).isEqualTo("/painel");
        }
    }

    @Test
    void what_was_typed_when_the_session_ended_goes_through_the_door() {
        browser.logIn(OWNER, OpenPanel.PASSWORD);
        String token = browser.formToken();
        panel.time.pass(Sessions.IDLE.plus(SECOND));

        HttpResponse<String> door = browser.post(
                "/painel/contas",
                Map.of("csrf", token, "nome", "Ana \"<b>Lima", "email", "ana@congresso.example", "senha-x", "segredo"));
        HttpResponse<String> in = browser.post("/painel/entrar", hidden(door.body(), OWNER));

        assertThat(door.statusCode()).isEqualTo(401);
        assertThat(door.body()).contains("O que você escreveu está guardado").doesNotContain("segredo");
        assertThat(in.body())
                .contains("Nada se perdeu", "<dt>Nome</dt>", "Ana \"&lt;b&gt;Lima", "action=\"/painel/contas\"");
        assertThat(panel.accounts.list(panel.congress().id())).hasSize(1);
    }

    @Test
    void too_many_guesses_lose_nothing_that_was_typed() {
        browser.logIn(OWNER, OpenPanel.PASSWORD);
        String token = browser.formToken();
        panel.time.pass(Sessions.IDLE.plus(SECOND));
        HttpResponse<String> door = browser.post("/painel/contas", Map.of("csrf", token, "nome", "Ana Lima"));
        guess(browser, Guesses.PER_VISITOR);

        HttpResponse<String> heldUp = browser.post("/painel/entrar", hidden(door.body(), OWNER));

        assertThat(heldUp.statusCode()).isEqualTo(429);
        assertThat(heldUp.body()).contains("name=\"guardado\" value=\"nome=Ana+Lima\"");
    }

    @Test
    void a_second_factor_is_asked_for_after_the_password_and_works_once() {
        Secret secret = Totp.fresh();
        panel.entrance.turnOnTotp(panel.account(Role.OWNER), OpenPanel.PASSWORD, secret, code(secret));
        panel.time.pass(Duration.ofSeconds(30));

        HttpResponse<String> half = browser.logIn(OWNER, OpenPanel.PASSWORD);
        HttpResponse<String> outside = browser.get("/painel/conta");
        HttpResponse<String> wrong = browser.post("/painel/codigo", Map.of("codigo", "000000"));
        HttpResponse<String> in = browser.post("/painel/codigo", Map.of("codigo", code(secret)));

        assertThat(half.body()).contains("Código de verificação");
        assertThat(outside.statusCode()).isEqualTo(303);
        assertThat(wrong.statusCode()).isEqualTo(403);
        assertThat(location(in)).isEqualTo("/painel");
        Browser other = panel.browser();
        other.logIn(OWNER, OpenPanel.PASSWORD);
        assertThat(other.post("/painel/codigo", Map.of("codigo", code(secret))).statusCode())
                .as("the same code again")
                .isEqualTo(403);
    }

    @Test
    void codes_are_not_guessed_for_ever_by_giving_the_password_again_and_again() {
        browser.logIn(OWNER, OpenPanel.PASSWORD);
        Secret secret = Totp.fresh();
        panel.entrance.turnOnTotp(panel.account(Role.OWNER), OpenPanel.PASSWORD, secret, code(secret));
        int looked = 0;

        for (int i = 0; i < 3 * Guesses.PER_VISITOR; i++) {
            browser.logIn(OWNER, OpenPanel.PASSWORD);
            looked += browser.post("/painel/codigo", Map.of("codigo", "000000")).statusCode() == 403 ? 1 : 0;
        }

        assertThat(looked).isLessThanOrEqualTo(Guesses.PER_VISITOR);
    }

    private String code(Secret secret) {
        return TotpCodes.at(secret, panel.time.instant());
    }

    private static Map<String, String> hidden(String page, String email) {
        Map<String, String> form = new LinkedHashMap<>(Map.of("email", email, "senha", OpenPanel.PASSWORD));
        Matcher fields = HIDDEN.matcher(page);
        while (fields.find()) {
            form.put(fields.group(1), fields.group(2).replace("&amp;", "&").replace("&#34;", "\""));
        }
        return form;
    }

    @Test
    void without_https_the_cookies_are_plain_but_hidden_from_scripts_and_other_sites() {
        List<String> cookies =
                browser.logIn(OWNER, OpenPanel.PASSWORD).headers().allValues("set-cookie");

        assertThat(cookies).hasSize(3);
        assertThat(cookies.getFirst()).isEqualTo("painel-codigo=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax");
        assertThat(cookies.get(1)).matches("painel=[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Lax");
        assertThat(cookies.getLast())
                .matches("painel-navegador=[A-Za-z0-9_-]{43}; Path=/; Max-Age=7776000; HttpOnly; SameSite=Lax");
    }

    @Test
    void with_https_the_cookies_travel_by_https_only() {
        try (OpenPanel secure = OpenPanel.at("https://inscricoes.example")) {
            secure.account(Role.OWNER);
            HttpResponse<String> answer = secure.browser().logIn(OWNER, OpenPanel.PASSWORD);

            List<String> cookies = answer.headers().allValues("set-cookie");
            assertThat(cookies.get(1))
                    .matches("__Host-painel=[A-Za-z0-9_-]{43}; Path=/; Secure; HttpOnly; SameSite=Lax");
            assertThat(cookies.getLast())
                    .startsWith("__Host-painel-navegador=")
                    .endsWith("; Secure; HttpOnly; SameSite=Lax");
            assertThat(answer.headers().firstValue("strict-transport-security")).contains("max-age=31536000");
        }
    }

    @Test
    void every_login_gets_a_new_session() {
        browser.logIn(OWNER, OpenPanel.PASSWORD);
        String first = browser.cookies().get("painel");

        browser.logIn(OWNER, OpenPanel.PASSWORD);

        assertThat(browser.cookies().get("painel")).isNotEqualTo(first);
    }

    @Test
    void a_login_ends_the_session_that_was_open_in_the_browser() {
        browser.logIn(OWNER, OpenPanel.PASSWORD);
        String first = browser.cookies().get("painel");
        browser.logIn(OWNER, OpenPanel.PASSWORD);

        browser.cookies().put("painel", first);

        assertThat(browser.get("/painel/conta").statusCode()).isEqualTo(303);
    }

    @Test
    void a_token_that_somebody_put_into_the_browser_does_not_become_a_session() {
        browser.cookies().put("painel", "chosen-by-somebody-else");

        browser.logIn(OWNER, OpenPanel.PASSWORD);

        assertThat(browser.cookies().get("painel")).isNotEqualTo("chosen-by-somebody-else");
    }

    @Test
    void after_leaving_the_old_cookie_opens_nothing() {
        browser.logIn(OWNER, OpenPanel.PASSWORD);
        String token = browser.cookies().get("painel");

        HttpResponse<String> answer = browser.post("/painel/sair", Map.of("csrf", browser.formToken()));

        assertThat(location(answer)).isEqualTo("/painel/entrar");
        assertThat(browser.cookies()).doesNotContainKey("painel");
        browser.cookies().put("painel", token);
        assertThat(browser.get("/painel/conta").statusCode()).isEqualTo(303);
    }

    @Test
    void a_session_ends_when_nothing_is_asked_for_half_an_hour() {
        browser.logIn(OWNER, OpenPanel.PASSWORD);
        panel.time.pass(Sessions.IDLE.minus(SECOND));
        assertThat(browser.get("/painel/conta").statusCode()).isEqualTo(200);

        panel.time.pass(Sessions.IDLE.plus(SECOND));

        assertThat(browser.get("/painel/conta").statusCode()).isEqualTo(303);
    }

    @Test
    void a_session_ends_after_twelve_hours_however_busy() {
        browser.logIn(OWNER, OpenPanel.PASSWORD);
        Duration step = Duration.ofMinutes(20);
        for (long left = Sessions.LONGEST.dividedBy(step) - 1; left > 0; left--) {
            panel.time.pass(step);
            assertThat(browser.get("/painel/conta").statusCode()).isEqualTo(200);
        }

        panel.time.pass(step);

        assertThat(browser.get("/painel/conta").statusCode()).isEqualTo(303);
    }

    @Test
    void leaving_needs_the_token_of_this_session() {
        browser.logIn(OWNER, OpenPanel.PASSWORD);
        String foreign = panel.organiser().formToken();

        assertThat(browser.post("/painel/sair", Map.of()).statusCode()).isEqualTo(403);
        assertThat(browser.post("/painel/sair", Map.of("csrf", "")).statusCode())
                .isEqualTo(403);
        assertThat(browser.post("/painel/sair", Map.of("csrf", foreign)).statusCode())
                .isEqualTo(403);
        assertThat(browser.get("/painel/conta").statusCode()).isEqualTo(200);
    }

    @Test
    void a_get_does_not_leave() {
        browser.logIn(OWNER, OpenPanel.PASSWORD);

        assertThat(browser.get("/painel/sair?csrf=" + browser.formToken()).statusCode())
                .isEqualTo(405);
        assertThat(browser.get("/painel/conta").statusCode()).isEqualTo(200);
    }

    @Test
    void a_form_of_another_site_is_refused_even_with_the_password() {
        for (String site : List.of("cross-site", "same-site", "none", "")) {
            HttpResponse<String> answer = browser.postFrom(
                    "/painel/entrar",
                    Map.of("email", OWNER, "senha", OpenPanel.PASSWORD),
                    Map.of("Sec-Fetch-Site", site));

            assertThat(answer.statusCode()).as(site).isEqualTo(403);
            assertThat(answer.body()).contains("não veio de uma página do painel");
        }
        assertThat(browser.cookies()).isEmpty();
    }

    @Test
    void where_the_browser_says_only_the_origin_it_must_be_ours() {
        Map<String, String> form = Map.of("email", OWNER, "senha", OpenPanel.PASSWORD);

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
            Map<String, String> form = Map.of("email", OWNER, "senha", OpenPanel.PASSWORD);
            secure.account(Role.OWNER);
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
    void strangers_guesses_at_an_account_are_held_up_even_the_right_one_and_only_for_a_while() {
        guess(browser, Guesses.PER_ACCOUNT);

        HttpResponse<String> heldUp = panel.browser().logIn(OWNER, OpenPanel.PASSWORD);

        assertThat(heldUp.statusCode()).isEqualTo(429);
        assertThat(heldUp.headers().firstValue("retry-after")).contains("900");
        assertThat(heldUp.body()).contains("Muitas tentativas", "15 minutos");
        panel.time.pass(Guesses.SPAN);
        assertThat(browser.logIn(OWNER, OpenPanel.PASSWORD).statusCode()).isEqualTo(303);
    }

    @Test
    void who_tries_many_accounts_is_held_up_by_address() {
        for (int i = 0; i < Guesses.PER_VISITOR; i++) {
            assertThat(guessFrom("198.51.100." + i + ", 203.0.113.7", "ana" + i + "@x.example")
                            .statusCode())
                    .isEqualTo(403);
        }

        assertThat(guessFrom("198.51.100.99, 203.0.113.7", "zoe@x.example").statusCode())
                .isEqualTo(429);
        assertThat(guessFrom("203.0.113.8", "zoe@x.example").statusCode()).isEqualTo(403);
    }

    @Test
    void of_a_thousand_guesses_few_are_looked_at() {
        long looked = IntStream.range(0, 1_000)
                .filter(i -> guessFrom("203.0.113." + i % 250, OWNER).statusCode() != 429)
                .count();

        assertThat(looked).isEqualTo(Guesses.PER_ACCOUNT);
    }

    private HttpResponse<String> guessFrom(String forwardedFor, String email) {
        return browser.postFrom(
                "/painel/entrar",
                Map.of("email", email, "senha", WRONG),
                Map.of("Sec-Fetch-Site", "same-origin", "X-Forwarded-For", forwardedFor));
    }

    @Test
    void who_has_a_whole_network_of_ipv6_is_one_visitor() {
        for (int i = 0; i < Guesses.PER_VISITOR; i++) {
            assertThat(guessFrom("2001:db8:7:7::" + i, "ana" + i + "@x.example").statusCode())
                    .isEqualTo(403);
        }

        assertThat(guessFrom("2001:db8:7:7:ffff::1", "rui@x.example").statusCode())
                .isEqualTo(429);
        assertThat(guessFrom("2001:db8:7:8::1", "rui@x.example").statusCode()).isEqualTo(403);
    }

    @Test
    void a_header_that_is_no_address_is_not_believed() {
        for (int i = 0; i < Guesses.PER_VISITOR; i++) {
            guessFrom("visitor" + i, "ana" + i + "@x.example");
        }

        assertThat(guessFrom("visitor", "rui@x.example").statusCode()).isEqualTo(429);
    }

    @Test
    void an_address_of_megabytes_is_counted_by_its_beginning() {
        String endless = "a".repeat(1_000_000);
        for (int i = 0; i < Guesses.PER_ACCOUNT; i++) {
            assertThat(browser.logIn(endless + i, WRONG).statusCode()).isEqualTo(403);
        }

        assertThat(browser.logIn(endless + "x", WRONG).statusCode()).isEqualTo(429);
    }

    @Test
    void many_guesses_at_once_are_no_more_than_one_after_the_other() {
        long looked = IntStream.range(0, 3 * Guesses.PER_ACCOUNT)
                .parallel()
                .map(_ -> panel.browser().logIn(OWNER, WRONG).statusCode())
                .filter(status -> status != 429)
                .count();

        assertThat(looked).isEqualTo(Guesses.PER_ACCOUNT);
    }

    @Test
    void a_browser_that_came_in_before_is_not_held_up_by_strangers() {
        browser.logIn(OWNER, OpenPanel.PASSWORD);
        browser.post("/painel/sair", Map.of("csrf", browser.formToken()));
        guess(panel.browser(), Guesses.PER_ACCOUNT + 1);

        assertThat(browser.logIn(OWNER, OpenPanel.PASSWORD).statusCode()).isEqualTo(303);
    }

    @Test
    void a_browser_that_came_in_before_may_not_guess_for_ever_either() {
        browser.logIn(OWNER, OpenPanel.PASSWORD);
        guess(browser, Guesses.PER_VISITOR);

        assertThat(browser.logIn(OWNER, OpenPanel.PASSWORD).statusCode()).isEqualTo(429);
        assertThat(panel.browser().logIn(OWNER, OpenPanel.PASSWORD).statusCode())
                .isEqualTo(303);
    }

    @Test
    void the_right_password_takes_wrong_ones_off_the_count() {
        guess(browser, Guesses.PER_ACCOUNT - 1);
        browser.logIn(OWNER, OpenPanel.PASSWORD);
        Browser stranger = panel.browser();

        guess(stranger, Guesses.PER_ACCOUNT - 1);

        assertThat(stranger.logIn(OWNER, OpenPanel.PASSWORD).statusCode()).isEqualTo(303);
    }

    @Test
    void a_body_that_is_no_form_or_too_large_is_refused_with_a_page() {
        HttpResponse<String> large = browser.post("/painel/entrar", Map.of("senha", "x".repeat(5_000_000)));
        HttpResponse<String> broken = browser.send(browser.to("/painel/entrar")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(BodyPublishers.ofString("senha=%zz")));

        HttpResponse<String> crowded = browser.send(browser.to("/painel/entrar")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(BodyPublishers.ofString("a=&".repeat(5_000))));

        assertThat(crowded.statusCode()).isEqualTo(400);
        assertThat(large.statusCode()).isEqualTo(413);
        assertThat(broken.statusCode()).isEqualTo(400);
        assertThat(large.body()).contains("É grande demais");
        assertThat(broken.body()).contains("Não entendemos o pedido");
    }

    @Test
    void the_log_tells_of_every_knock_and_of_nobody() {
        try (LogLines lines = LogLines.of(Door.class)) {
            browser.logIn(OWNER, WRONG);
            browser.logIn(OWNER, OpenPanel.PASSWORD);
            guess(panel.browser(), Guesses.PER_ACCOUNT + 1);

            assertThat(lines.events()).hasSize(Guesses.PER_ACCOUNT + 3);
            assertThat(lines.events().stream()
                            .map(event -> event.getKeyValuePairs().toString()))
                    .contains("[outcome=\"wrong password\"]", "[outcome=\"in\"]", "[outcome=\"held up\"]")
                    .noneMatch(line -> line.contains("uma senha") || line.contains("127.0.0.1"));
        }
    }

    private static void guess(Browser visitor, int times) {
        for (int i = 0; i < times; i++) {
            visitor.logIn(OWNER, WRONG);
        }
    }
}
