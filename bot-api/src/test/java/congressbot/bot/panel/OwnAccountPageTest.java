package congressbot.bot.panel;

import static congressbot.bot.panel.Browser.location;
import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.account.Role;
import congressbot.bot.account.TotpCodes;
import congressbot.wire.process.Secret;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnAccountPageTest {
    private static final String EMAIL = "support@congresso.example";
    private static final String FRESH = "outra girafa na estacao";
    private static final Pattern SECRET = Pattern.compile("name=\"senha-segredo\" value=\"([A-Z2-7]{32})\"");

    private final OpenPanel panel = OpenPanel.at(OpenPanel.PLAIN);
    private final Browser browser = panel.as(Role.SUPPORT);

    @AfterEach
    void close() {
        panel.close();
    }

    @Test
    void a_new_password_ends_all_sessions_but_this_one() {
        Browser elsewhere = panel.as(Role.SUPPORT);
        String old = browser.cookies().get("painel");

        HttpResponse<String> answer =
                browser.submit("/painel/conta/senha", passwords(OpenPanel.PASSWORD, FRESH, FRESH));

        assertThat(location(answer)).isEqualTo("/painel/conta?aviso=password");
        assertThat(browser.get("/painel/conta").statusCode()).isEqualTo(200);
        assertThat(browser.cookies().get("painel")).isNotEqualTo(old);
        assertThat(elsewhere.get("/painel/conta").statusCode()).isEqualTo(303);
        assertThat(panel.browser().logIn(EMAIL, OpenPanel.PASSWORD).statusCode())
                .isEqualTo(403);
        assertThat(panel.browser().logIn(EMAIL, FRESH).statusCode()).isEqualTo(303);
    }

    @ParameterizedTest
    @CsvSource({
        "errada errada, outra girafa na estacao, outra girafa na estacao, A senha atual não confere",
        "uma senha bem comprida, outra girafa na estacao, outra girafa, As duas senhas novas não são iguais",
        "uma senha bem comprida, curta, curta, pelo menos 8 caracteres",
        "uma senha bem comprida, Senha@2026, Senha@2026, uma das primeiras que qualquer um tenta",
        "uma senha bem comprida, support-congresso, support-congresso, só do seu nome ou e-mail"
    })
    void what_is_wrong_is_told_and_the_old_password_stays(String old, String fresh, String again, String told) {
        HttpResponse<String> answer = browser.submit("/painel/conta/senha", passwords(old, fresh, again));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(told).doesNotContain(fresh);
        assertThat(panel.browser().logIn(EMAIL, OpenPanel.PASSWORD).statusCode())
                .isEqualTo(303);
    }

    @Test
    void without_the_token_nothing_is_done_and_no_password_is_shown() {
        HttpResponse<String> answer = browser.post("/painel/conta/senha", passwords(OpenPanel.PASSWORD, FRESH, FRESH));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).doesNotContain(FRESH, OpenPanel.PASSWORD);
        assertThat(panel.browser().logIn(EMAIL, OpenPanel.PASSWORD).statusCode())
                .isEqualTo(303);
    }

    @Test
    void the_second_factor_is_turned_on_with_the_app_and_off_with_the_password() {
        Secret secret = proposed(browser.get("/painel/conta").body());

        HttpResponse<String> on = browser.submit("/painel/conta/codigo", factor(OpenPanel.PASSWORD, secret));
        panel.time.pass(Duration.ofSeconds(30));
        HttpResponse<String> knocked = panel.browser().logIn(EMAIL, OpenPanel.PASSWORD);
        HttpResponse<String> wrong = browser.submit("/painel/conta/codigo/desligar", Map.of("senha", FRESH));
        HttpResponse<String> off = browser.submit("/painel/conta/codigo/desligar", Map.of("senha", OpenPanel.PASSWORD));

        assertThat(location(on)).isEqualTo("/painel/conta?aviso=totp-on");
        assertThat(knocked.body()).contains("Código de verificação");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("A senha atual não confere").doesNotContain(secret.reveal());
        assertThat(location(off)).isEqualTo("/painel/conta?aviso=totp-off");
        assertThat(location(panel.browser().logIn(EMAIL, OpenPanel.PASSWORD))).isEqualTo("/painel");
    }

    @Test
    void a_mistyped_code_or_password_leaves_the_secret_that_the_app_has_already() {
        Secret secret = proposed(browser.get("/painel/conta").body());

        HttpResponse<String> code = browser.submit(
                "/painel/conta/codigo",
                Map.of("senha-segredo", secret.reveal(), "codigo", "000000", "senha", OpenPanel.PASSWORD));
        HttpResponse<String> password = browser.submit("/painel/conta/codigo", factor(FRESH, secret));

        assertThat(code.body()).contains(secret.reveal(), "O código não confere");
        assertThat(password.body()).contains(secret.reveal(), "A senha atual não confere");
        assertThat(location(panel.browser().logIn(EMAIL, OpenPanel.PASSWORD))).isEqualTo("/painel");
    }

    @Test
    void a_secret_that_is_none_is_refused() {
        HttpResponse<String> answer = browser.submit(
                "/painel/conta/codigo", Map.of("senha-segredo", "A", "codigo", "0", "senha", OpenPanel.PASSWORD));

        assertThat(answer.statusCode()).isEqualTo(422);
    }

    @Test
    void an_open_browser_is_no_place_to_guess_the_password() {
        for (int i = 0; i < Guesses.PER_VISITOR; i++) {
            browser.submit("/painel/conta/codigo/desligar", Map.of("senha", FRESH));
        }

        HttpResponse<String> heldUp =
                browser.submit("/painel/conta/senha", passwords(OpenPanel.PASSWORD, FRESH, FRESH));

        assertThat(heldUp.statusCode()).isEqualTo(429);
        assertThat(panel.browser().logIn(EMAIL, OpenPanel.PASSWORD).statusCode())
                .isEqualTo(303);
    }

    @Test
    void ones_other_sessions_are_ended_by_a_button() {
        Browser elsewhere = panel.as(Role.SUPPORT);

        HttpResponse<String> answer = browser.submit("/painel/conta/sessoes", Map.of());

        assertThat(location(answer)).isEqualTo("/painel/conta?aviso=others-ended");
        assertThat(elsewhere.get("/painel/conta").statusCode()).isEqualTo(303);
        assertThat(browser.get("/painel/conta").statusCode()).isEqualTo(200);
    }

    private static Map<String, String> passwords(String old, String fresh, String again) {
        return Map.of("senha", old, "senha-nova", fresh, "senha-nova2", again);
    }

    private Map<String, String> factor(String password, Secret secret) {
        return Map.of(
                "senha-segredo",
                secret.reveal(),
                "codigo",
                TotpCodes.at(secret, panel.time.instant()),
                "senha",
                password);
    }

    private static Secret proposed(String page) {
        Matcher secret = SECRET.matcher(page);
        assertThat(secret.find()).isTrue();
        return new Secret(secret.group(1));
    }
}
