package congressbot.bot.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What is shown of a passage. Pieces are counted from 1 on.
class ExcerptTest {
    private static final String LONG =
            "Esta frase fala de outra coisa e é longa. ".repeat(8).strip();

    @Test
    void a_short_passage_is_shown_whole() {
        assertThat(excerpt(false, Map.of(2, 1.0), "Abre às 7h.", "Fecha às 19h.", "• carro", "• moto", "Fim."))
                .isEqualTo("Abre às 7h. Fecha às 19h.\n• carro\n• moto\nFim.");
    }

    @Test
    void of_a_long_one_the_best_sentence_is_shown_with_the_one_before_it() {
        assertThat(excerpt(
                        false, Map.of(1, 0.2, 3, 1.0), LONG, "O pavilhão tem dois portões.", "O segundo abre às 7h."))
                .isEqualTo("O pavilhão tem dois portões. O segundo abre às 7h.");
    }

    @Test
    void a_sentence_that_answers_nearly_as_well_is_shown_too_and_in_the_order_of_the_passage() {
        assertThat(excerpt(false, Map.of(1, 0.96, 3, 0.5, 4, 1.0), "Primeira.", LONG, "• entre", "• última"))
                .isEqualTo("Primeira.\n• última");
    }

    @Test
    void an_answer_begins_with_its_yes_or_no() {
        assertThat(excerpt(true, Map.of(3, 1.0), "Sim.", LONG, "• até R$ 20")).isEqualTo("Sim.\n• até R$ 20");
        assertThat(excerpt(false, Map.of(3, 1.0), "Sim.", LONG, "• até R$ 20")).isEqualTo("• até R$ 20");
    }

    @Test
    void an_entry_brings_the_line_above_its_list() {
        assertThat(excerpt(false, Map.of(4, 1.0), LONG, "É proibido levar:", "• vidro", "• fogos"))
                .isEqualTo("É proibido levar:\n• fogos");
        assertThat(excerpt(false, Map.of(4, 1.0), LONG, "É proibido.", "• vidro", "• fogos"))
                .isEqualTo("• fogos");
    }

    @Test
    void what_would_not_fit_with_its_context_is_shown_without() {
        String before = "x".repeat(Excerpt.MAX - 10) + ".";

        assertThat(excerpt(false, Map.of(2, 1.0), before, "O portão abre às 7h."))
                .isEqualTo("O portão abre às 7h.");
    }

    @Test
    void a_sentence_that_is_too_long_itself_is_cut() {
        String cut = excerpt(false, Map.of(1, 1.0), "palavra ".repeat(100));

        assertThat(cut).hasSizeLessThanOrEqualTo(Excerpt.MAX).endsWith("…");
    }

    @Test
    void no_excerpt_is_longer_than_the_longest() {
        List<String> pieces = new ArrayList<>();
        Map<Integer, Double> worth = new HashMap<>();
        for (int i = 1; i <= 40; i++) {
            pieces.add("• entrada de número " + i);
            worth.put(i, 1.0);
        }

        String excerpt = excerpt(false, worth, pieces.toArray(String[]::new));

        assertThat(excerpt).hasSizeLessThanOrEqualTo(Excerpt.MAX).startsWith("• entrada de número 1\n• entrada");
    }

    @Test
    void rows_that_do_not_fit_all_are_shown_with_the_cells_that_were_asked_for() {
        List<String> rows = new ArrayList<>();
        Map<Integer, Double> worth = new HashMap<>();
        for (int i = 1; i <= 8; i++) {
            rows.add("• Curso: MC" + i + " · Tema: irrigação por gotejamento em solos arenosos · Preço: R$ " + i + "0");
            worth.put(i, 1.0);
        }
        String[] pieces = rows.toArray(String[]::new);

        assertThat(excerpt(false, worth, pieces).lines())
                .hasSize(8)
                .startsWith("• Curso: MC1 · Preço: R$ 10")
                .endsWith("• Curso: MC8 · Preço: R$ 80");
    }

    /// A price was asked for.
    private static String excerpt(boolean faq, Map<Integer, Double> worth, String... pieces) {
        Passage passage = new Passage(1, "Título", "Seção", String.join("\n", pieces), "digest");
        KnowledgeSearch.Stored stored = new KnowledgeSearch.Stored(passage, List.of(pieces), faq, Optional.empty());
        return Excerpt.of(stored, worth, cell -> cell.contains("R$"));
    }
}
