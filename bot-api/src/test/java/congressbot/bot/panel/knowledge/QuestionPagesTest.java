package congressbot.bot.panel.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.account.Account;
import congressbot.bot.account.Role;
import congressbot.bot.panel.Browser;
import congressbot.bot.panel.OpenPanel;
import congressbot.bot.testing.Asked;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QuestionPagesTest {
    private static final String LIST = "/painel/perguntas";

    private final KnownHouse house = new KnownHouse();
    private final Browser editor = house.editor;
    private final Asked maria = Asked.by(house.jdbi(), "default", "gowa", "5562911112222@s.whatsapp.net");
    private final Asked jose = Asked.by(house.jdbi(), "default", "gowa", "5562933334444@s.whatsapp.net");
    private final Asked web = Asked.by(house.jdbi(), "default", "chat", "navegador");

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void an_empty_list_says_what_will_come() {
        assertThat(editor.get(LIST).body()).contains("Nenhuma pergunta à espera.");
        assertThat(editor.get(LIST + "?situacao=answered").body()).contains("Nenhuma resposta publicada");
        assertThat(editor.get(LIST + "?situacao=dismissed&pagina=99999999").body())
                .contains("Nada foi descartado");
    }

    @Test
    void the_most_asked_comes_first() {
        maria.asks("tem fraldário?");
        maria.asks("tem piscina no hotel?");
        jose.asks("o hotel tem piscina?");
        house.group();

        String page = editor.get(LIST).body();

        assertThat(page.indexOf("o hotel tem piscina?")).isPositive().isLessThan(page.indexOf("tem fraldário?"));
        assertThat(page).contains("<strong>2</strong> vezes · 2 pessoas");
    }

    @Test
    void one_click_publishes_the_answer_and_tells_who_asked() {
        String group = asked();

        String page = editor.get(group).body();
        HttpResponse<String> published = editor.submit(group, answer("Sim, a piscina abre às 9h."));

        assertThat(page)
                .contains(
                        "2 pessoas recebem uma mensagem cada",
                        "1 perguntou pelo chat do site",
                        "value=\"o hotel tem piscina?\"");
        assertThat(Browser.location(published)).isEqualTo(group + "?aviso=answer-told");
        assertThat(editor.get(group).body())
                .contains("Respondida por Conta owner", "Sim, a piscina abre às 9h.", "0 pessoas avisadas, 2 à espera");
        assertThat(editor.submit("/painel/conhecimento/perguntar", Map.of("pergunta", "tem piscina no hotel?"))
                        .body())
                .contains("a piscina abre às 9h");
        assertThat(house.rows("SELECT status FROM answer_notices")).containsExactly("pending", "pending");
        assertThat(house.rows("SELECT deed FROM audit_log WHERE deed LIKE '%question'"))
                .containsExactly("answer-question");
    }

    @Test
    void before_publishing_she_sees_the_answer_set_and_what_the_bot_would_say() {
        String group = asked();
        Map<String, String> form =
                Map.of("pergunta", "O hotel tem piscina?", "resposta", "Sim, **aberta** às 9h.", "acao", "previa");

        String page = editor.submit(group, form).body();

        assertThat(page).contains("Sim, <strong>aberta</strong> às 9h.", "Trecho do conhecimento");
        assertThat(house.rows("SELECT status FROM question_groups")).containsExactly("open");
        assertThat(house.rows("SELECT id FROM knowledge_documents WHERE origin = 'panel'"))
                .isEmpty();
    }

    @Test
    void the_second_who_answers_keeps_her_text_and_sees_the_first() {
        String group = asked();
        editor.submit(group, answer("Sim, às 9h."));

        HttpResponse<String> late = editor.submit(group, answer("Não tem, não."));

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("Outra pessoa decidiu antes", "Sim, às 9h.", "Não tem, não.");
        assertThat(house.rows("SELECT answer FROM question_groups")).containsExactly("Sim, às 9h.");
    }

    @Test
    void a_refused_answer_says_why_and_stays() {
        String group = asked();

        HttpResponse<String> page = editor.submit(group, answer("# Título\n\ntexto <b>"));

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("Ainda não dá para publicar", "texto &lt;b&gt;");
    }

    @Test
    void nothing_of_a_question_becomes_a_part_of_a_page() {
        List<String> attacks = List.of(
                "<script>alert(1)</script> tem piscina?",
                "\"><img src=x onerror=alert(1)> tem sauna?",
                "' onmouseover='alert(1) tem spa?",
                "</textarea><svg/onload=alert(1)> tem cinema?",
                "${7*7} {{constructor}} @if tem boliche?");
        attacks.forEach(maria::asks);
        house.group();

        assertThat(editor.get(LIST).body()).doesNotContain("<script>alert", "<img src", "<svg/");
        for (String id : house.rows("SELECT id::text FROM question_groups")) {
            assertThat(editor.get(LIST + "/" + id).body())
                    .doesNotContain(
                            "<script>alert",
                            "<img src",
                            "<svg/",
                            "</textarea><"); // in a value, what ends it would be a double quote
        }
    }

    @Test
    void a_group_is_dismissed_and_opened_again() {
        String group = asked();

        editor.submit(group + "/descartar", Map.of());
        String dismissed = editor.get(group).body();
        editor.submit(group + "/reabrir", Map.of());

        assertThat(dismissed).contains("Descartada por Conta owner");
        assertThat(house.rows("SELECT status FROM question_groups")).containsExactly("open");
    }

    @Test
    void groups_are_put_together_and_a_question_is_taken_out() {
        String group = asked();
        long sauna = maria.asks("tem sauna no hotel?");
        house.group();
        String other = LIST + "/"
                + house.rows("SELECT group_id::text FROM questions WHERE id = " + sauna)
                        .getFirst();

        HttpResponse<String> merged =
                editor.submit(other + "/juntar", Map.of("com", group.substring(group.lastIndexOf('/') + 1)));
        HttpResponse<String> taken = editor.submit(group + "/separar", Map.of("separada", Long.toString(sauna)));

        assertThat(Browser.location(merged)).isEqualTo(group + "?aviso=question-merged");
        assertThat(Browser.location(taken)).endsWith("?aviso=question-taken-out");
        assertThat(house.rows("SELECT id FROM question_groups")).hasSize(2);
    }

    @Test
    void a_group_of_another_congress_is_not_there() {
        String group = asked();
        Account eva = house.panel.addAccount("other", "eva@congresso.example", Role.OWNER);
        Browser stranger = house.panel.browser();
        stranger.logIn(eva.email(), OpenPanel.PASSWORD);

        assertThat(stranger.get(group).statusCode()).isEqualTo(404);
        assertThat(stranger.submit(group, answer("Não."))).satisfies(answer -> {
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).as("what was typed").contains("Não.");
        });
        for (String deed : List.of("/descartar", "/reabrir", "/separar", "/juntar")) {
            assertThat(stranger.submit(group + deed, Map.of("separada", "1", "com", "1"))
                            .statusCode())
                    .as(deed)
                    .isEqualTo(404);
        }
        assertThat(stranger.get(LIST + "/abc").statusCode()).isEqualTo(404);
        assertThat(house.rows("SELECT status FROM question_groups")).containsExactly("open");
    }

    private String asked() {
        maria.asks("tem piscina no hotel?");
        jose.asks("o hotel tem piscina?");
        web.asks("vai ter piscina no hotel?");
        house.group();
        return LIST + "/" + house.rows("SELECT id::text FROM question_groups").getFirst();
    }

    private static Map<String, String> answer(String text) {
        return Map.of("pergunta", "O hotel tem piscina?", "resposta", text, "avisar", "sim", "acao", "publicar");
    }
}
