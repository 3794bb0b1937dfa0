package congressbot.bot.panel;

import static congressbot.bot.panel.Browser.location;
import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.account.Account;
import congressbot.bot.account.Accounts.Listed;
import congressbot.bot.account.Role;
import congressbot.bot.account.Totp;
import congressbot.bot.account.TotpCodes;
import congressbot.bot.account.Witness;
import congressbot.bot.testing.TestDatabase;
import congressbot.wire.process.Secret;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountsPageTest {
    private static final Pattern LINK = Pattern.compile("http://localhost:8080(/painel/convite/[A-Za-z0-9_-]{43})<");
    private static final Map<String, String> RUI =
            Map.of("nome", "Rui Melo", "email", "rui@congresso.example", "papel", "door");

    private final OpenPanel panel = OpenPanel.at(OpenPanel.PLAIN);
    private final Browser owner = panel.organiser();

    @AfterEach
    void close() {
        panel.close();
    }

    @Test
    void an_invited_colleague_chooses_a_password_by_the_link_and_is_in() {
        Matcher link = LINK.matcher(owner.submit("/painel/contas", RUI).body());
        assertThat(link.find()).isTrue();
        Browser colleague = panel.browser();

        HttpResponse<String> welcome = colleague.get(link.group(1));
        HttpResponse<String> in =
                colleague.post(link.group(1), Map.of("senha", OpenPanel.PASSWORD, "senha2", OpenPanel.PASSWORD));

        assertThat(welcome.body()).contains("Oi, Rui Melo!", "rui@congresso.example");
        assertThat(location(in)).isEqualTo("/painel");
        assertThat(colleague.get("/painel/conta").body()).contains("Portaria");
        assertThat(owner.get("/painel/contas").body()).doesNotContain(link.group(1));
    }

    @ParameterizedTest
    @CsvSource({
        "R, rui@congresso.example, door, Escreva um nome com 2 a 80 letras",
        "Rui Melo, rui@congresso, door, Esse e-mail não parece completo",
        "Rui Melo, rui@congresso.example, king, Escolha um papel",
        "Rui Melo, owner@congresso.example, viewer, Já existe uma conta com esse e-mail"
    })
    void what_is_wrong_is_told_and_what_was_typed_is_kept(String name, String email, String role, String told) {
        HttpResponse<String> answer =
                owner.submit("/painel/contas", Map.of("nome", name, "email", email, "papel", role));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains(told, "name=\"nome\" value=\"" + name + "\"", "type=\"email\" value=\"" + email + "\"");
        assertThat(all()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "'-alert(1)-'",
                "${7*7}",
                "{{7*7}}",
                "<svg/onload=alert(1)>",
                "javascript:alert(1)",
                "</option></select><b>x"
            })
    void a_name_is_text_on_every_page(String name) {
        owner.submit("/painel/contas", Map.of("nome", name, "email", "rui@congresso.example", "papel", "door"));
        Account rui = account("rui@congresso.example");
        Browser colleague = panel.browser();
        panel.entrance.choose(
                panel.accounts.inviteAgain(Witness.of(rui), rui.id()).orElseThrow(), OpenPanel.PASSWORD);
        colleague.logIn("rui@congresso.example", OpenPanel.PASSWORD);

        for (HttpResponse<String> page : List.of(
                owner.get("/painel/contas"),
                owner.get("/painel/registro"),
                colleague.get("/painel/conta"),
                owner.submit("/painel/contas", Map.of("nome", name, "email", name, "papel", name)))) {
            assertThat(page.body())
                    .doesNotContain("<script>alert", "<img src=x", "<svg/onload", "</select><b>", "\"><img");
        }
        assertThat(rui.name()).isEqualTo(name);
    }

    @Test
    void without_the_token_nothing_is_done_and_what_was_typed_is_kept() {
        HttpResponse<String> answer = owner.post("/painel/contas", RUI);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body())
                .contains("Nada se perdeu", "name=\"nome\" value=\"Rui Melo\"", "value=\"rui@congresso.example\"")
                .contains("name=\"csrf\" value=\"" + owner.formToken() + "\"");
        assertThat(all()).hasSize(1);
    }

    @Test
    void the_role_is_changed_and_the_log_says_by_whom_of_whom_and_to_what() {
        Account rui = panel.account(Role.DOOR);

        HttpResponse<String> answer = owner.submit("/painel/contas/" + rui.id() + "/papel", Map.of("papel", "editor"));

        assertThat(location(answer)).isEqualTo("/painel/contas?aviso=role");
        assertThat(owner.get("/painel/contas?aviso=role").body()).contains("O papel foi trocado.");
        assertThat(account(rui.email()).role()).isEqualTo(Role.EDITOR);
        assertThat(owner.get("/painel/registro?o-que=change-role").body())
                .contains("Conta owner", "conta Conta door (Edição)");
    }

    @Test
    void a_role_that_is_taken_away_is_gone_with_the_next_click() {
        Browser editor = panel.as(Role.EDITOR);
        assertThat(editor.get("/painel/registro").statusCode()).isEqualTo(200);

        owner.submit("/painel/contas/" + panel.account(Role.EDITOR).id() + "/papel", Map.of("papel", "viewer"));

        assertThat(editor.get("/painel/registro").statusCode()).isEqualTo(403);
    }

    @Test
    void who_is_disabled_is_out_at_once_and_stays_out_until_enabled() {
        Browser door = panel.as(Role.DOOR);
        String path = "/painel/contas/" + panel.account(Role.DOOR).id();

        owner.submit(path + "/desativar", Map.of());

        assertThat(location(door.get("/painel/conta"))).startsWith("/painel/entrar");
        assertThat(door.logIn("door@congresso.example", OpenPanel.PASSWORD).statusCode())
                .isEqualTo(403);
        assertThat(owner.get("/painel/contas").body()).contains("desativada").doesNotContain(path + "/link");
        owner.submit(path + "/ativar", Map.of());
        assertThat(door.logIn("door@congresso.example", OpenPanel.PASSWORD).statusCode())
                .isEqualTo(303);
    }

    @Test
    void ended_sessions_are_over() {
        Browser door = panel.as(Role.DOOR);

        owner.submit("/painel/contas/" + panel.account(Role.DOOR).id() + "/sessoes", Map.of());

        assertThat(location(door.get("/painel/conta"))).startsWith("/painel/entrar");
    }

    @Test
    void who_lost_her_phone_comes_in_without_the_code() {
        Account door = panel.account(Role.DOOR);
        Secret secret = Totp.fresh();
        panel.entrance.turnOnTotp(door, OpenPanel.PASSWORD, secret, TotpCodes.at(secret, panel.time.instant()));

        owner.submit("/painel/contas/" + door.id() + "/codigo", Map.of());

        assertThat(location(panel.browser().logIn(door.email(), OpenPanel.PASSWORD)))
                .isEqualTo("/painel");
    }

    @Test
    void the_last_owner_cannot_give_it_up() {
        String path = "/painel/contas/" + panel.account(Role.OWNER).id();

        assertThat(location(owner.submit(path + "/papel", Map.of("papel", "viewer"))))
                .isEqualTo("/painel/contas?aviso=last-owner");
        assertThat(location(owner.submit(path + "/desativar", Map.of()))).isEqualTo("/painel/contas?aviso=last-owner");
        assertThat(owner.get("/painel/contas?aviso=last-owner").body()).contains("ninguém mais poderia administrar");
    }

    @Test
    void an_account_of_another_congress_is_not_there() {
        Account other = panel.addAccount("other", "zoe@outro.example", Role.OWNER);
        String before = TestDatabase.rows(panel.jdbi, "SELECT a::text FROM accounts a ORDER BY id")
                .toString();

        for (String deed : List.of("link", "papel", "desativar", "ativar", "sessoes", "codigo")) {
            assertThat(owner.submit("/painel/contas/" + other.id() + "/" + deed, Map.of("papel", "viewer"))
                            .statusCode())
                    .as(deed)
                    .isEqualTo(404);
        }
        assertThat(owner.get("/painel/contas").body()).doesNotContain("zoe@outro.example");
        assertThat(TestDatabase.rows(panel.jdbi, "SELECT a::text FROM accounts a ORDER BY id")
                        .toString())
                .isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1e3", "99999999999999999999", "1%20OR%201=1", "%00", "x"})
    void what_is_no_number_of_an_account_is_not_there(String id) {
        assertThat(owner.submit("/painel/contas/" + id + "/desativar", Map.of()).statusCode())
                .isIn(400, 404);
    }

    @Test
    void fields_that_the_form_does_not_have_set_nothing() {
        owner.submit(
                "/painel/contas",
                Map.of(
                        "nome",
                        "Rui Melo",
                        "email",
                        "rui@congresso.example",
                        "papel",
                        "viewer",
                        "role",
                        "owner",
                        "congress",
                        "other",
                        "password_hash",
                        "x",
                        "id",
                        "1"));

        Account rui = account("rui@congresso.example");
        assertThat(rui.role()).isEqualTo(Role.VIEWER);
        assertThat(rui.congress()).isEqualTo(panel.congress().id());
    }

    private List<Listed> all() {
        return panel.accounts.list(panel.congress().id());
    }

    private Account account(String email) {
        return all().stream()
                .map(Listed::account)
                .filter(account -> account.email().equals(email))
                .findFirst()
                .orElseThrow();
    }
}
