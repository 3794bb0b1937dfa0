package congressbot.bot.panel.figures;

import static congressbot.bot.testing.TestDatabase.rows;
import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.account.AuditLog;
import congressbot.bot.account.Role;
import congressbot.bot.panel.Browser;
import congressbot.bot.panel.OpenPanel;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhonesPageTest {
    private static final String PATH = "/painel/numeros/telefones";

    private final OpenPanel panel =
            OpenPanel.with(open -> List.of(new PhonesPage(open.jdbi, new AuditLog(open.jdbi, open.time), open.pages)));
    private final Browser owner = panel.organiser();

    @AfterEach
    void close() {
        panel.close();
    }

    @Test
    void a_number_is_added_shown_and_taken_off_and_all_of_it_stands_in_the_log() {
        owner.submit(PATH, Map.of("nome", "Ana", "telefone", "(62) 99876-5432"));
        assertThat(owner.get(PATH).body()).contains("+5562998765432").contains("Ana");

        owner.submit(PATH + "/remover", Map.of("telefone", "+5562998765432"));

        assertThat(owner.get(PATH).body()).doesNotContain("+5562998765432").contains("Nenhum telefone ainda");
        assertThat(rows(panel.jdbi, "SELECT deed FROM audit_log WHERE subject_kind = 'organiser-phone'"))
                .containsExactly("edit-numbers", "edit-numbers");
        assertThat(rows(panel.jdbi, "SELECT subject_id FROM audit_log WHERE subject_kind = 'organiser-phone'"))
                .noneMatch(subject -> subject.contains("99876"));
    }

    @ParameterizedTest
    @CsvSource({
        "(62) 99876-5432, +5562998765432",
        "62 3521-1000, +556235211000",
        "5562998765432, +5562998765432",
        "+351 912 345 678, +351912345678"
    })
    void a_number_is_read_as_people_write_it(String typed, String number) {
        assertThat(PhonesPage.read(typed).orElseThrow().value()).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "99876", "abc 62998765432", "+0123456789", "0000000000000000000000000000000000"})
    void what_is_no_number_is_refused_and_what_was_typed_stays(String typed) {
        var answer = owner.submit(PATH, Map.of("nome", "Ana & Cia", "telefone", typed));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("não parece completo").contains("Ana &amp; Cia");
        assertThat(rows(panel.jdbi, "SELECT phone FROM organiser_numbers")).isEmpty();
    }

    @Test
    void a_number_of_another_congress_is_neither_shown_nor_taken_off() {
        panel.jdbi.useHandle(handle -> handle.execute(
                "INSERT INTO organiser_numbers (congress_id, phone, name) VALUES ('other', '+5562998765432', 'Ana')"));

        assertThat(owner.get(PATH).body()).doesNotContain("+5562998765432");
        assertThat(owner.submit(PATH + "/remover", Map.of("telefone", "+5562998765432"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(rows(panel.jdbi, "SELECT phone FROM organiser_numbers")).hasSize(1);
    }

    @Test
    void only_who_manages_accounts_may_add_one() {
        Browser editor = panel.as(Role.EDITOR);

        assertThat(editor.get(PATH).statusCode()).isEqualTo(403);
        assertThat(editor.submit(PATH, Map.of("nome", "Ana", "telefone", "62998765432"))
                        .statusCode())
                .isEqualTo(403);
    }
}
