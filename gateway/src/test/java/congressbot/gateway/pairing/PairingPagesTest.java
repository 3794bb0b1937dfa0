package congressbot.gateway.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.gateway.bridge.Pairing;
import congressbot.gateway.bridge.PairingCode;
import congressbot.gateway.bridge.Session.Ban;
import congressbot.gateway.bridge.Session.State;
import congressbot.wire.http.Body;
import congressbot.wire.message.PhoneNumber;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PairingPagesTest {
    private static final String NUMBER = "/pairing/numero/gowa";
    private static final String NOW = "/pairing/agora/gowa";

    private final ScriptedNumber number = new ScriptedNumber("gowa", State.LOGGED_OUT);
    private final OpenPairing pages = new OpenPairing(number);

    @AfterEach
    void close() {
        pages.close();
    }

    @Test
    void without_a_password_there_is_no_page() {
        try (OpenPairing none = new OpenPairing(Optional.empty(), number)) {
            assertThat(none.get("/pairing").statusCode()).isEqualTo(404);
            assertThat(none.post("/pairing/entrar", "senha=").statusCode()).isEqualTo(404);
            assertThat(none.get(NUMBER).statusCode()).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/pairing", NUMBER, "/pairing/numero/wuzapi/norte"})
    void who_is_not_in_sees_the_door_and_nothing_else(String path) {
        HttpResponse<String> answer = pages.get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Senha do pareamento").doesNotContain("gowa");
        assertThat(pages.get(NOW).statusCode()).isEqualTo(401);
        assertThat(pages.get(NOW).body()).isEmpty();
        assertThat(number.sessions).hasValue(0);
    }

    @Test
    void the_password_lets_in_by_a_cookie_that_scripts_and_other_sites_do_not_get() {
        HttpResponse<String> answer = pages.logIn(OpenPairing.PASSWORD);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Set-Cookie").orElse(""))
                .matches("pareamento=[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Strict");
        assertThat(pages.get("/pairing").headers().firstValue("Location")).contains(NUMBER);
        assertThat(pages.get(NUMBER).body()).contains("Não pareado");
    }

    @Test
    void behind_https_the_cookie_is_for_this_host_alone() {
        HttpResponse<String> answer = pages.exchange(pages.form("/pairing/entrar", "senha=uma+senha+comprida")
                .header("X-Forwarded-Proto", "https")
                .header("Sec-Fetch-Site", "same-origin"));

        assertThat(answer.headers().firstValue("Set-Cookie").orElse(""))
                .startsWith("__Host-pareamento=")
                .contains("; Secure; HttpOnly; SameSite=Strict");
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "uma senha comprid", "uma senha comprida ", "Uma senha comprida", "%00"})
    void another_password_lets_nobody_in(String password) {
        HttpResponse<String> answer = pages.logIn(password);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("A senha não confere");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void guessing_is_slowed_and_ends_after_a_while() {
        for (int i = 0; i < Guesses.PER_NETWORK; i++) {
            assertThat(pages.logIn("palpite " + i).statusCode()).isEqualTo(403);
        }

        HttpResponse<String> heldUp = pages.logIn(OpenPairing.PASSWORD);
        assertThat(heldUp.statusCode()).isEqualTo(429);
        assertThat(heldUp.headers().firstValue("Retry-After")).contains("900");
        assertThat(heldUp.body()).contains("Muitas tentativas", "15 minutos");

        pages.pass(Guesses.SPAN);
        assertThat(pages.logIn(OpenPairing.PASSWORD).statusCode()).isEqualTo(303);
    }

    @Test
    void guessing_from_everywhere_is_slowed_and_holds_up_nobody_who_was_in_before() {
        pages.exchange(from("203.0.113.200", OpenPairing.PASSWORD));
        for (int i = 0; i < Guesses.IN_ALL; i++) {
            pages.exchange(from("198.51.100." + i, "palpite"));
        }

        assertThat(pages.exchange(from("198.51.100.200", OpenPairing.PASSWORD)).statusCode())
                .isEqualTo(429);
        assertThat(pages.exchange(from("203.0.113.200", OpenPairing.PASSWORD)).statusCode())
                .isEqualTo(303);
    }

    private HttpRequest.Builder from(String address, String password) {
        return pages.form("/pairing/entrar", "senha=" + password.replace(' ', '+'))
                .header("X-Forwarded-For", address)
                .header("Sec-Fetch-Site", "same-origin");
    }

    @Test
    void a_visit_ends_after_half_a_day_and_when_she_leaves() {
        pages.in().pass(Visits.LONGEST);
        assertThat(pages.get(NUMBER).body()).contains("Senha do pareamento");

        pages.in();
        String before = pages.get(NUMBER).body();
        HttpResponse<String> left = pages.submit("/pairing/sair", "");

        assertThat(before).contains("Não pareado");
        assertThat(left.statusCode()).isEqualTo(303);
        assertThat(pages.get(NUMBER).body()).contains("Senha do pareamento");
    }

    @Test
    void a_form_of_a_visit_that_ended_leads_to_the_door() {
        pages.in().pass(Visits.LONGEST);

        HttpResponse<String> answer = pages.submit(NUMBER, "acao=qr");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("Sua sessão terminou");
        assertThat(number.pictures).hasValue(0);
    }

    @Test
    void another_sites_form_does_nothing() {
        pages.in();
        HttpRequest.Builder cross = pages.form(NUMBER, "acao=qr").header("Sec-Fetch-Site", "cross-site");
        HttpRequest.Builder sibling = pages.form(NUMBER, "acao=qr").header("Sec-Fetch-Site", "same-site");
        HttpRequest.Builder origin = pages.form(NUMBER, "acao=qr").header("Origin", "http://evil.example");
        HttpRequest.Builder nobody = pages.form(NUMBER, "acao=qr");

        for (HttpRequest.Builder request : new HttpRequest.Builder[] {cross, sibling, origin, nobody}) {
            HttpResponse<String> answer = pages.exchange(request);
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("Isto não pode ser feito aqui");
        }
        assertThat(pages.post(NUMBER, "acao=qr&formulario=guessed").statusCode())
                .isEqualTo(403);
        assertThat(number.pictures).hasValue(0);
    }

    @Test
    void an_old_browser_that_tells_only_where_it_comes_from_is_believed() {
        HttpResponse<String> answer = pages.exchange(
                pages.form("/pairing/entrar", "senha=uma+senha+comprida").header("Origin", pages.address()));

        assertThat(answer.statusCode()).isEqualTo(303);
    }

    @Test
    void pages_are_not_kept_and_run_nothing_foreign() {
        HttpResponse<String> answer = pages.in().get(NUMBER);

        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'none'; script-src 'self'; style-src 'self'")
                .contains("frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'")
                .doesNotContain("unsafe");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.body()).doesNotContain("style=\"", "onclick");
    }

    @Test
    void what_pages_load_may_be_kept_for_good() {
        String page = pages.get("/pairing").body();
        String style = page.replaceAll("(?s).*(/assets/[0-9a-f]+/pairing.css).*", "$1");
        String script = page.replaceAll("(?s).*(/assets/[0-9a-f]+/pairing.js).*", "$1");

        assertThat(pages.get(style).headers().firstValue("Cache-Control").orElse(""))
                .contains("immutable");
        assertThat(pages.get(script).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CONNECTED    | Conectado                | quem escrever para este número recebe resposta",
                "DISCONNECTED | Sem conexão agora        | tenta se conectar sozinha",
                "LOGGED_OUT   | Não pareado              | Mostrar o código QR",
                "BANNED       | Bloqueado pelo WhatsApp  | Não pareie de novo agora",
                "OUTDATED     | Ponte desatualizada      | parear de novo não adianta",
                "UNREACHABLE  | A ponte não responde     | ./congress-bot doctor",
            })
    void each_state_is_told_with_what_to_do(State state, String told, String advice) {
        number.becomes(state);

        String page = pages.in().get(NUMBER).body();

        assertThat(page).contains(told, advice);
        assertThat(page.contains("+55 62 99999-0000"))
                .isEqualTo(state == State.CONNECTED || state == State.DISCONNECTED);
        assertThat(page.contains("name=\"acao\"")).isEqualTo(state != State.CONNECTED && state != State.UNREACHABLE);
        assertThat(page.contains("<summary>Parear outro")).isEqualTo(state == State.BANNED || state == State.OUTDATED);
    }

    @Test
    void a_ban_is_told_with_its_end_and_its_reason() {
        number.becomes(State.BANNED);
        number.ban = Optional.of(new Ban(Optional.of(104), Optional.of(Instant.parse("2027-05-21T02:30:00Z"))));

        assertThat(pages.in().get(NUMBER).body())
                .contains("bloqueou este número até <strong>20/05 23:30</strong>")
                .contains("O WhatsApp informou o código <strong>104</strong>.", "<details open>");
    }

    @Test
    void another_phone_is_paired_where_the_one_before_is_banned() {
        number.becomes(State.BANNED);
        pages.in().submit(NUMBER, "acao=qr");
        String offered = pages.get(NUMBER).body();
        number.becomes(State.DISCONNECTED);
        pages.pass(Duration.ofSeconds(3));
        String taken = pages.get(NUMBER).body();
        number.becomes(State.CONNECTED);
        pages.pass(Duration.ofSeconds(3));

        assertThat(offered).contains("<svg class=\"qr\"", "Use outro número:", "bloqueado");
        assertThat(taken).contains("Conectando").doesNotContain("<svg class=\"qr\"");
        assertThat(pages.get(NUMBER).body()).contains("Tudo pronto").doesNotContain("bloque");
    }

    @Test
    void a_picture_is_drawn_anew_renewed_and_gone_when_the_phone_has_it() {
        HttpResponse<String> sent = pages.in().submit(NUMBER, "acao=qr");
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(sent.headers().firstValue("Location")).contains(NUMBER);

        String first = pages.get(NUMBER).body();
        assertThat(first)
                .contains("<svg class=\"qr\"", path(1), "Novo código em <span data-left>17</span> s")
                .contains("<noscript><meta http-equiv=\"refresh\" content=\"5\"></noscript>")
                .doesNotContain("data:image");
        pages.pass(Duration.ofSeconds(17));
        assertThat(pages.get(NOW).body()).contains(path(2));

        number.becomes(State.DISCONNECTED);
        pages.pass(Duration.ofSeconds(2));
        assertThat(pages.get(NOW).body()).contains("Conectando…").doesNotContain("<svg");
        number.becomes(State.CONNECTED);
        pages.pass(Duration.ofSeconds(2));
        assertThat(pages.get(NOW).body()).contains("Conectado", "+55 62 99999-0000");
    }

    private static String path(int picture) {
        return ((QrDrawing.Drawn) QrDrawing.of(Body.of(QrPictures.png(ScriptedNumber.text(picture), 8, 4)))).path();
    }

    @Test
    void a_picture_that_cannot_be_read_is_shown_as_it_is() {
        number.instead = Optional.of(new Pairing.Qr(Body.of("no picture"), Duration.ofSeconds(20)));
        pages.in().submit(NUMBER, "acao=qr");

        assertThat(pages.get(NUMBER).body())
                .contains("<img class=\"qr\" src=\"data:image/png;base64,bm8gcGljdHVyZQ==\"");
    }

    @Test
    void a_code_is_asked_for_however_the_number_is_typed() {
        pages.in().submit(NUMBER, "acao=codigo&telefone=%2862%29+99999-0000");

        assertThat(pages.get(NUMBER).body())
                .contains("ABCD-2345", "Conectar com número de telefone", "Vale por mais <span data-left>160</span> s");
        assertThat(number.phones).containsExactly(new PhoneNumber("+5562999990000"));

        pages.submit(NUMBER, "acao=parar");
        assertThat(pages.get(NUMBER).body()).doesNotContain("ABCD-2345");
    }

    @Test
    void a_number_that_is_none_comes_back_with_what_was_typed() {
        HttpResponse<String> answer = pages.in().submit(NUMBER, "acao=codigo&telefone=99%22%3E");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("não parece completo", "value=\"99&#34;>\"");
        assertThat(number.phones).isEmpty();
    }

    @Test
    void what_the_bridge_refuses_is_told_and_can_be_tried_again() {
        number.code = new PairingCode.Failed("<script>no session</script>");
        pages.in().submit(NUMBER, "acao=codigo&telefone=62999990000");

        assertThat(pages.get(NUMBER).body())
                .contains("A ponte não deu nenhum código", "&lt;script&gt;no session", "Pedir o código");
    }

    @Test
    void many_browsers_cost_the_bridge_no_more_than_one() {
        pages.in().submit(NUMBER, "acao=qr");
        number.sessions.set(0);
        for (int second = 0; second < 10; second++) {
            pages.pass(Duration.ofSeconds(1));
            for (int browser = 0; browser < 10; browser++) {
                pages.get(NOW);
            }
        }

        assertThat(number.sessions.get()).isLessThanOrEqualTo(5);
        assertThat(number.pictures).hasValue(1);
    }

    @Test
    void a_browser_that_knows_the_news_gets_none() {
        HttpResponse<String> first = pages.in().get(NOW);
        String tag = first.headers().firstValue("ETag").orElse("");

        HttpResponse<String> again = pages.exchange(pages.request(NOW).header("If-None-Match", tag));
        number.becomes(State.CONNECTED);
        pages.pass(Duration.ofSeconds(2));
        HttpResponse<String> news = pages.exchange(pages.request(NOW).header("If-None-Match", tag));

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(news.statusCode()).isEqualTo(200);
        assertThat(news.body()).contains("Conectado");
    }

    @Test
    void several_numbers_are_listed_each_with_its_state_and_its_page() {
        ScriptedNumber north = new ScriptedNumber("wuzapi:norte", State.CONNECTED);
        try (OpenPairing both = new OpenPairing(number, north).in()) {
            String list = both.get("/pairing").body();
            assertThat(list)
                    .contains("Número do congresso", "Não pareado", "/pairing/numero/gowa")
                    .contains("Número norte", "Conectado", "/pairing/numero/wuzapi/norte", "+55 62 99999-0000");

            north.becomes(State.BANNED);
            both.pass(Duration.ofSeconds(2));

            assertThat(both.get("/pairing/agora").body()).contains("Bloqueado pelo WhatsApp");
            assertThat(both.get("/pairing/numero/wuzapi/norte").body()).contains("Todos os números");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/pairing/numero/wuzapi", "/pairing/numero/gowa/norte", "/pairing/nada", "/pairing/agora/nada"})
    void what_is_not_there_is_a_page_that_says_so(String path) {
        HttpResponse<String> answer = pages.in().get(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("Página não encontrada").doesNotContain("{");
    }

    @Test
    void what_no_page_of_ours_sends_is_refused_in_words() {
        pages.in();

        assertThat(pages.submit(NUMBER, "acao=apagar").statusCode()).isEqualTo(400);
        assertThat(pages.post(NUMBER, "acao=%zz").statusCode()).isEqualTo(400);
        assertThat(pages.post(NUMBER, "a=" + "b".repeat(5_000)).statusCode()).isEqualTo(413);
        assertThat(pages.post(NUMBER, "").statusCode()).isEqualTo(403);
    }
}
