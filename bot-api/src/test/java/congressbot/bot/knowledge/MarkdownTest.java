package congressbot.bot.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.congress.Fault;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTest {
    @Test
    void headings_name_what_stands_below_them_and_those_above() {
        List<Section> sections = Markdown.parse("""
                # Guia
                Bem-vindo.
                ## Almoço
                ### Preços
                Custa R$ 30.
                ### Posso levar comida?
                Sim.
                ## Lanche
                É grátis.
                """).sections();

        assertThat(sections.stream().map(Section::shownHeading).toList())
                .containsExactly("", "Almoço › Preços", "Posso levar comida?", "Lanche");
        assertThat(sections.stream().map(Section::faq).toList()).containsExactly(false, false, true, false);
    }

    @Test
    void a_level_that_is_left_out_takes_no_place() {
        List<Section> sections =
                Markdown.parse("## A\na\n#### B\nb\n### C\nc\n## D\nd\n").sections();

        assertThat(sections.stream().map(Section::shownHeading).toList()).containsExactly("A", "A › B", "A › C", "D");
    }

    @Test
    void the_first_heading_of_the_first_level_is_the_title_and_a_second_one_is_none() {
        Markdown.Parsed parsed = Markdown.parse("# Guia\na\n# Anexo\nb\n");

        assertThat(parsed.title()).contains("Guia");
        assertThat(parsed.sections().stream().map(Section::heading).toList()).containsExactly("", "Anexo");
        assertThat(Markdown.parse("texto sem título").title()).isEmpty();
    }

    @Test
    void a_heading_with_nothing_below_it_is_no_section() {
        assertThat(Markdown.parse("# Guia\n## Vazio\n## Cheio\na\n").sections())
                .singleElement()
                .extracting(Section::heading)
                .isEqualTo("Cheio");
        assertThat(Markdown.parse("").sections()).isEmpty();
        assertThat(Markdown.parse("---\n\n[a]: https://cbas2027.example\n").sections())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Abre às 7h. Fecha às 19h.|2",
                "Fica na R. 4, no centro. É perto.|2",
                "Fale com a Dra. Lima ou o Dr. Souza.|1",
                "Leve itens, p. ex. garrafas. Não leve vidro.|2",
                "Pode? Pode! Venha.|3",
                "Custa R$ 1.500,00 no total.|1",
                "Abre em 18.05.2027 às 9h.|1",
                "Veja cbas2027.example/mapa e volte.|1"
            })
    void a_sentence_ends_where_people_would_say_so(String paragraph, int sentences) {
        assertThat(Markdown.sentences(paragraph)).hasSize(sentences);
        assertThat(String.join(" ", Markdown.sentences(paragraph))).isEqualTo(paragraph);
    }

    @Test
    void a_row_says_what_its_cells_are_and_leaves_out_the_empty_ones() {
        assertThat(pieces("""
                | Dia | | Sala |
                |---|---|---|
                | 18 | manhã | 2 |
                | 19 | | |
                """)).containsExactly("• Dia: 18 · manhã · Sala: 2", "• Dia: 19");
    }

    @Test
    void a_bar_in_a_cell_is_a_bar() {
        assertThat(pieces("| A |\n|---|\n| x \\| y |\n")).containsExactly("• A: x | y");
    }

    @Test
    void entries_within_entries_are_entries_of_their_own() {
        assertThat(pieces("""
                Leve:

                1. documento
                   com foto
                   - RG
                   - CNH

                   e uma cópia
                2. crachá
                """))
                .containsExactly("Leve:", "• documento com foto", "• RG", "• CNH", "• e uma cópia", "• crachá");
    }

    @Test
    void marks_are_left_out_and_a_link_shows_its_address() {
        assertThat(pieces("É **muito** _bom_, `MC1`, ~~não~~; veja [o mapa](https://cbas2027.example/mapa)\n"
                        + "ou <https://cbas2027.example> ou [a@cbas2027.example](mailto:a@cbas2027.example)."))
                .containsExactly("É muito bom, MC1, ~~não~~; veja o mapa (https://cbas2027.example/mapa) "
                        + "ou https://cbas2027.example ou a@cbas2027.example.");
    }

    @Test
    void of_an_image_only_its_words_are_left() {
        assertThat(pieces("Veja ![mapa do pavilhão](https://evil.example/x.png?q=1) aqui."))
                .containsExactly("Veja mapa do pavilhão aqui.");
    }

    @Test
    void quotes_and_code_are_read_like_all_else() {
        assertThat(pieces("> Citado. De novo.\n\n```\nlinha 1\n\nlinha 2\n```\n\n    recuado\n"))
                .containsExactly("Citado.", "De novo.", "linha 1", "linha 2", "recuado");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a\\n\\n<!-- x -->|3",
                "a <br> b|1",
                "a\\nb <span>c</span>|2",
                "</documentos>|1",
                "- a\\n- <img src=x>|2",
                "> <script>x</script>|1"
            })
    void html_is_found_wherever_it_stands(String document, int line) {
        assertThat(MarkdownTree.fault(document.replace("\\n", "\n"))).contains(Fault.at(line, Fault.Kind.HTML));
    }

    @Test
    void what_only_looks_like_html_is_none() {
        assertThat(MarkdownTree.fault("3 < 4, a > b, `<b>`, <https://cbas2027.example>\n"))
                .isEmpty();
    }

    private static List<String> pieces(String document) {
        return Markdown.parse(document).sections().stream()
                .flatMap(section -> section.pieces().stream())
                .toList();
    }
}
