package congressbot.bot.panel;

import static congressbot.bot.panel.Browser.location;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import congressbot.bot.account.Account;
import congressbot.bot.account.Accounts;
import congressbot.bot.account.Accounts.Listed;
import congressbot.bot.account.Role;
import congressbot.bot.account.Token;
import congressbot.bot.account.Witness;
import congressbot.bot.testing.TestDatabase;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WelcomeTest {
    private static final String EMAIL = "ana@congresso.example";
    private static final Map<String, String> TWICE = Map.of("senha", OpenPanel.PASSWORD, "senha2", OpenPanel.PASSWORD);

    private final OpenPanel panel = OpenPanel.at(OpenPanel.PLAIN);
    private final Browser browser = panel.browser();

    @AfterEach
    void close() {
        panel.close();
    }

    @Test
    void the_first_account_is_made_with_the_key_and_is_an_owners() {
        HttpResponse<String> answer = begin(OpenPanel.KEY, "Ana Lima", EMAIL, OpenPanel.PASSWORD);

        assertThat(location(answer)).isEqualTo("/painel");
        assertThat(browser.get("/painel/contas").statusCode()).isEqualTo(200);
        assertThat(accounts())
                .extracting(Account::email, Account::name, Account::role)
                .containsExactly(tuple(EMAIL, "Ana Lima", Role.OWNER));
    }

    @Test
    void the_key_opens_nothing_once_there_is_an_account() {
        panel.account(Role.VIEWER);

        HttpResponse<String> answer = begin(OpenPanel.KEY, "Ana Lima", EMAIL, OpenPanel.PASSWORD);

        assertThat(location(answer)).isEqualTo("/painel/entrar");
        assertThat(location(browser.get("/painel/primeiro"))).isEqualTo("/painel/entrar");
        assertThat(accounts()).hasSize(1);
    }

    @Test
    void without_a_key_nobody_makes_an_account_in_the_browser() {
        try (OpenPanel without = OpenPanel.withoutKey()) {
            Map<String, String> form = new LinkedHashMap<>(TWICE);
            form.putAll(Map.of("chave", "", "nome", "Ana Lima", "email", EMAIL));

            assertThat(location(without.browser().post("/painel/primeiro", form)))
                    .isEqualTo("/painel/entrar");
            assertThat(without.accounts.isEmpty()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "a chave errada, Ana Lima, ana@congresso.example, uma senha bem comprida, A chave não confere",
        "a chave do painel, A, ana@congresso.example, uma senha bem comprida, Escreva um nome com 2 a 80 letras",
        "a chave do painel, Ana Lima, ana@congresso, uma senha bem comprida, Esse e-mail não parece completo",
        "a chave do painel, Ana Lima, ana@congresso.example, 12345678, uma das primeiras que qualquer um tenta"
    })
    void what_is_wrong_is_told_and_what_was_typed_is_kept(
            String key, String name, String email, String password, String told) {
        HttpResponse<String> answer = begin(key, name, email, password);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains(told, "name=\"nome\" value=\"" + name + "\"", "type=\"email\" value=\"" + email + "\"")
                .doesNotContain("value=\"" + key, password + "\"");
        assertThat(accounts()).isEmpty();
    }

    @Test
    void guesses_at_the_key_are_slowed_wherever_they_come_from() {
        for (int i = 0; i < Guesses.PER_ACCOUNT; i++) {
            assertThat(begin("errada " + i, "Ana Lima", EMAIL, OpenPanel.PASSWORD)
                            .statusCode())
                    .isEqualTo(422);
        }

        assertThat(begin(OpenPanel.KEY, "Ana Lima", EMAIL, OpenPanel.PASSWORD).statusCode())
                .isEqualTo(429);
        panel.time.pass(Guesses.SPAN);
        assertThat(begin(OpenPanel.KEY, "Ana Lima", EMAIL, OpenPanel.PASSWORD).statusCode())
                .isEqualTo(303);
    }

    @Test
    void an_address_of_another_congress_is_told_to_be_taken() {
        panel.accounts.invite(Witness.ofCommand("other"), EMAIL, "Ana Souza", Role.VIEWER);

        HttpResponse<String> answer = begin(OpenPanel.KEY, "Ana Lima", EMAIL, OpenPanel.PASSWORD);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("já tem uma conta em outro congresso");
    }

    @Test
    void whoever_was_invited_before_becomes_the_owner_by_the_key() {
        panel.accounts.invite(Witness.ofCommand(panel.congress().id()), EMAIL, "Ana Souza", Role.VIEWER);

        begin(OpenPanel.KEY, "Ana Lima", EMAIL, OpenPanel.PASSWORD);

        assertThat(accounts()).extracting(Account::role).containsExactly(Role.OWNER);
    }

    @Test
    void a_link_serves_once_and_the_page_says_so() {
        String path = invitation();

        HttpResponse<String> first = browser.post(path, TWICE);
        HttpResponse<String> second = panel.browser().post(path, TWICE);

        assertThat(location(first)).isEqualTo("/painel");
        assertThat(second.statusCode()).isEqualTo(404);
        assertThat(second.body()).contains("Este link não vale mais");
        assertThat(panel.browser().get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void looking_at_a_link_uses_it_not() {
        String path = invitation();

        browser.get(path);
        browser.get(path);

        assertThat(location(browser.post(path, TWICE))).isEqualTo("/painel");
    }

    @Test
    void a_link_is_too_old_after_seven_days() {
        String path = invitation();

        panel.time.pass(Accounts.INVITED);

        assertThat(browser.post(path, TWICE).statusCode()).isEqualTo(404);
    }

    @Test
    void a_password_typed_differently_or_too_weak_leaves_the_link() {
        String path = invitation();

        HttpResponse<String> different = browser.post(path, Map.of("senha", OpenPanel.PASSWORD, "senha2", "outra"));
        HttpResponse<String> weak = browser.post(path, Map.of("senha", "12345678", "senha2", "12345678"));

        assertThat(List.of(different.statusCode(), weak.statusCode())).containsOnly(422);
        assertThat(different.body()).contains("As duas senhas novas não são iguais");
        assertThat(weak.body()).contains("uma das primeiras que qualquer um tenta");
        assertThat(location(browser.post(path, TWICE))).isEqualTo("/painel");
    }

    @Test
    void a_form_of_another_site_chooses_nothing() {
        String path = invitation();

        assertThat(browser.postFrom(path, TWICE, Map.of("Sec-Fetch-Site", "cross-site"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(location(browser.post(path, TWICE))).isEqualTo("/painel");
    }

    @Test
    void whoever_is_in_as_somebody_else_is_so_no_more() {
        Browser owner = panel.organiser();
        String old = owner.cookies().get("painel");

        owner.post(invitation(), TWICE);

        assertThat(owner.get("/painel/conta").body()).contains(EMAIL);
        owner.cookies().put("painel", old);
        assertThat(owner.get("/painel/conta").statusCode()).isEqualTo(303);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "%00", "..%2Fentrar", "' OR 1=1 --"})
    void what_is_no_link_says_that_it_is_none(String token) {
        assertThat(browser.get("/painel/convite/" + Browser.encoded(token)).statusCode())
                .isIn(400, 404);
    }

    private HttpResponse<String> begin(String key, String name, String email, String password) {
        return browser.post(
                "/painel/primeiro",
                Map.of("chave", key, "nome", name, "email", email, "senha", password, "senha2", password));
    }

    private String invitation() {
        Token link = panel.accounts
                .invite(Witness.ofCommand(panel.congress().id()), EMAIL, "Ana Lima", Role.DOOR)
                .orElseThrow();
        assertThat(TestDatabase.rows(panel.jdbi, "SELECT token_hash FROM account_invitations"))
                .containsExactly(link.hash());
        return "/painel/convite/" + link.value();
    }

    private List<Account> accounts() {
        return panel.accounts.list(panel.congress().id()).stream()
                .map(Listed::account)
                .toList();
    }
}
