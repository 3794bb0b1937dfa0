package congressbot.bot.panel.people;

import static congressbot.bot.testing.TestDatabase.rows;
import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.account.Role;
import congressbot.bot.panel.Browser;
import congressbot.bot.panel.OpenPanel;
import congressbot.bot.testing.Enrolled;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PersonPagesTest {
    private static final Pattern SEEN = Pattern.compile("name=\"visto\" value=\"([^\"]+)\"");

    private final OpenPanel panel = PeoplePanel.open();
    private final Browser owner = panel.organiser();

    @AfterEach
    void close() {
        panel.close();
    }

    @Test
    void an_organiser_finds_corrects_and_sees_the_correction() {
        long number = enrolled();
        String path = "/painel/inscritos/" + number;
        Map<String, String> form = form(path);
        form.put("email", "ana.lima@ufg.br");

        HttpResponse<String> stored = owner.submit(path + "/corrigir", form);

        assertThat(stored.statusCode()).isEqualTo(303);
        String page = owner.get(Browser.location(stored)).body();
        assertThat(page)
                .contains("A correção foi salva", "pessoa@ufg.br", "ana.lima@ufg.br", "Conta owner", "por painel");
        assertThat(rows(panel.jdbi, "SELECT body->>'to' FROM outbox")).containsExactly("ana.lima@ufg.br");
    }

    @Test
    void what_is_wrong_is_told_beside_its_field_and_what_was_typed_stays() {
        long number = enrolled();
        Map<String, String> form = form("/painel/inscritos/" + number);
        form.put("email", "ana@gmial.com");
        form.put("phone", "12");

        HttpResponse<String> answer = owner.submit("/painel/inscritos/" + number + "/corrigir", form);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains(
                        "value=\"ana@gmial.com\"",
                        "Você quis dizer ana@gmail.com?",
                        "value=\"12\"",
                        "aria-invalid=\"true\"");
    }

    @Test
    void the_second_of_two_editors_sees_both_and_then_decides() {
        long number = enrolled();
        String path = "/painel/inscritos/" + number;
        Map<String, String> first = form(path);
        Map<String, String> second = form(path);
        first.put("name", "Ana Lima Prado");
        first.put("phone", "62 99876-0001");
        second.put("phone", "62 99876-0002");
        owner.submit(path + "/corrigir", first);

        HttpResponse<String> answer = owner.submit(path + "/corrigir", second);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body())
                .contains("outra pessoa mudou", "Ana Lima Prado", "99876-0001", "value=\"62 99876-0002\"");
        second.put("visto", seen(answer.body()));
        second.put("name", "Ana Lima Prado");
        assertThat(owner.submit(path + "/corrigir", second).statusCode()).isEqualTo(303);
        assertThat(rows(panel.jdbi, "SELECT full_name || phone FROM participants"))
                .containsExactly("Ana Lima Prado+5562998760002");
    }

    @Test
    void somebody_is_added_by_hand() {
        Map<String, String> form = new HashMap<>(Map.of(
                "name", "maria da conceição",
                "email", "maria@ufg.br",
                "cpf", "529.982.247-25",
                "phone", "62 99876-5432",
                "city", "Goiânia/GO",
                "profile", panel.congress().profiles().getFirst()));

        HttpResponse<String> added = owner.submit("/painel/inscritos/novo", form);
        HttpResponse<String> again = owner.submit("/painel/inscritos/novo", form);

        assertThat(owner.get(Browser.location(added)).body()).contains("Maria da Conceição", "por painel");
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("Outra inscrição confirmada tem este documento");
    }

    @Test
    void a_registration_is_cancelled_restored_and_confirmed_again() {
        String path = "/painel/inscritos/" + enrolled();

        owner.submit(path + "/cancelar", Map.of());
        assertThat(owner.get(path).body()).contains("cancelada", "Reativar").doesNotContain("Reenviar");
        assertThat(owner.submit(path + "/cancelar", Map.of()).statusCode()).isEqualTo(409);
        owner.submit(path + "/reativar", Map.of());
        owner.submit(path + "/reenviar", Map.of());

        assertThat(owner.get(path).body()).contains("a caminho");
    }

    @Test
    void whole_documents_are_for_those_who_may_and_each_reading_is_noted() {
        long number = enrolled();
        String path = "/painel/inscritos/" + number;
        panel.jdbi.useHandle(handle -> handle.execute("UPDATE participants SET cpf = '11144477735'"));

        assertThat(panel.as(Role.DOOR).get(path).body()).contains("111.444.777-35", "529.982.247-25");
        assertThat(panel.as(Role.VIEWER).get(path).body())
                .contains("•••.444.777-••", "•••.982.247-••")
                .doesNotContain("111.444.777-35", "529.982.247-25", "11144477735", "52998224725");
        assertThat(rows(
                        panel.jdbi,
                        "SELECT account_name || ' ' || subject_id FROM audit_log WHERE deed = 'read-document'"))
                .containsExactly("Conta door " + number);
    }

    @Test
    void the_chat_stands_beside_it_for_those_who_may_read_chats() {
        long number = enrolled();
        panel.jdbi.useHandle(handle -> handle.execute("""
                WITH contact AS (INSERT INTO contacts (congress_id) VALUES ('default') RETURNING id),
                chat AS (INSERT INTO conversations (congress_id, channel, account, contact_id, reply_to, state, step, version,
                                                    message_count, last_seen_at)
                         SELECT 'default', 'gowa', '1', id, 'x', '{"type": "idle"}', 'IDLE', 1, 1, now() FROM contact RETURNING id),
                said AS (INSERT INTO messages (congress_id, conversation_id, direction, turn_key, content, delivery, at)
                         SELECT 'default', id, 'in', 'r:1', '{"type": "text", "text": "meu cpf é 529.982.247-25 <b>"}',
                                'received', now() FROM chat)
                UPDATE participants SET conversation_id = (SELECT id FROM chat)"""));
        String path = "/painel/inscritos/" + number;

        assertThat(owner.get(path).body()).contains("meu cpf é 529.982.247-25 &lt;b&gt;");
        assertThat(panel.as(Role.SUPPORT).get(path).body()).contains("meu cpf é •••.982.247-•• &lt;b&gt;");
        assertThat(panel.as(Role.VIEWER).get(path).body()).doesNotContain("meu cpf", "Conversa</h2>");
    }

    @Test
    void what_is_of_another_congress_is_not_there() {
        long number = Enrolled.named("Outra Pessoa").of("another").in(panel.jdbi);
        String path = "/painel/inscritos/" + number;

        assertThat(List.of(
                        owner.get(path).statusCode(),
                        owner.get(path + "/corrigir").statusCode(),
                        owner.submit(path + "/corrigir", Map.of()).statusCode(),
                        owner.submit(path + "/cancelar", Map.of()).statusCode(),
                        owner.submit(path + "/reativar", Map.of()).statusCode(),
                        owner.submit(path + "/reenviar", Map.of()).statusCode(),
                        owner.get("/painel/inscritos/0").statusCode(),
                        owner.get("/painel/inscritos/abc").statusCode(),
                        owner.get("/painel/inscritos/99999999999999999999").statusCode()))
                .containsOnly(404);
        owner.submit("/painel/inscritos/varios/fazer", many("cancel", number));
        assertThat(rows(panel.jdbi, "SELECT status FROM participants")).containsExactly("confirmed");
    }

    @Test
    void whoever_only_looks_on_changes_nothing() {
        long number = enrolled();
        Browser viewer = panel.as(Role.VIEWER);
        String path = "/painel/inscritos/" + number;

        assertThat(viewer.get(path).body()).doesNotContain("Corrigir", "Cancelar");
        assertThat(List.of(
                        viewer.get(path + "/corrigir").statusCode(),
                        viewer.submit(path + "/cancelar", Map.of()).statusCode(),
                        viewer.submit("/painel/inscritos/novo", Map.of()).statusCode(),
                        viewer.submit("/painel/inscritos/varios/fazer", many("cancel", number))
                                .statusCode(),
                        viewer.get("/painel/inscritos.csv").statusCode(),
                        viewer.get("/painel/inscritos/importar").statusCode()))
                .containsOnly(403);
    }

    @Test
    void many_are_cancelled_after_a_question_with_their_count() {
        enrolled();
        Enrolled.named("Rui Prado").withCpf("11144477735").in(panel.jdbi);
        Enrolled.named("Eva Prado").withCpf("98765432100").cancelled().in(panel.jdbi);

        HttpResponse<String> question = owner.submit(
                "/painel/inscritos/varios", Map.of("fazer", "cancel", "quem", "todas", "vista", "busca=prado"));

        assertThat(question.body()).contains("Cancelar 1 inscrição?");
        Map<String, String> form = new HashMap<>();
        Matcher hidden = Pattern.compile("name=\"(fazer|causa|vista|numero)\" value=\"([^\"]*)\"")
                .matcher(question.body());
        while (hidden.find()) {
            form.put(hidden.group(1), hidden.group(2));
        }
        assertThat(owner.submit("/painel/inscritos/varios/fazer", form).body())
                .contains("<strong>1 inscrição cancelada</strong>");
        assertThat(rows(panel.jdbi, "SELECT full_name FROM participants WHERE status = 'cancelled' ORDER BY 1"))
                .containsExactly("Eva Prado", "Rui Prado");
    }

    @Test
    void nobody_chosen_is_told() {
        enrolled();

        assertThat(Browser.location(
                        owner.submit("/painel/inscritos/varios", Map.of("fazer", "cancel", "quem", "escolhidas"))))
                .endsWith("aviso=people-nobody");
    }

    private long enrolled() {
        return Enrolled.named("Ana Lima").in(panel.jdbi);
    }

    private static Map<String, String> many(String act, long number) {
        return Map.of(
                "fazer",
                act,
                "numero",
                Long.toString(number),
                "causa",
                "00000000-0000-0000-0000-000000000000",
                "vista",
                "");
    }

    /// The form as the browser shows it.
    private Map<String, String> form(String path) {
        String page = owner.get(path + "/corrigir").body();
        Map<String, String> form = new HashMap<>();
        Matcher field = Pattern.compile("name=\"(name|email|cpf|phone|city|badge)\" type=\"[a-z]+\" value=\"([^\"]*)\"")
                .matcher(page);
        while (field.find()) {
            form.put(field.group(1), field.group(2));
        }
        form.put("profile", "Estudante");
        form.put("visto", seen(page));
        return form;
    }

    private static String seen(String page) {
        Matcher seen = SEEN.matcher(page);
        return seen.find() ? seen.group(1) : "";
    }
}
