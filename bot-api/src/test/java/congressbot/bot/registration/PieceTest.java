package congressbot.bot.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PieceTest {
    private static final Marks MARKS = new Marks(Sample.WORDS);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ana Lima, Goiânia GO; estudante|Ana Lima/Goiânia GO/estudante",
                "Ana Lima - Goiânia - estudante|Ana Lima/Goiânia/estudante",
                "Não-Me-Toque|Não-Me-Toque",
                "José C. Lima Jr.|José C. Lima Jr.",
                "Ana Lima. Estudante!|Ana Lima/Estudante",
                "onde é? Ana Lima|onde é?/Ana Lima",
                ",,, ;|''"
            })
    void a_message_is_cut_at_its_separators(String text, String pieces) {
        List<Piece> cut = Piece.cut(text, List.of(), List.of(), List.of());

        assertThat(String.join("/", cut.stream().map(Piece::text).toList())).isEqualTo(pieces);
    }

    @Test
    void a_piece_knows_what_introduces_it() {
        String text = "Nome: Ana Lima\nCidade: Goiânia";

        List<Piece> cut = Piece.cut(text, MARKS.in(text), List.of(), List.of());

        assertThat(cut).extracting(Piece::text).containsExactly("Ana Lima", "Goiânia");
        assertThat(cut.get(0).fields()).contains(Field.NAME);
        assertThat(cut.get(1).fields()).containsExactly(Field.CITY);
        assertThat(cut.get(1).introduction(text)).isEqualTo("Cidade");
    }

    @Test
    void what_was_found_is_cut_out_and_ends_an_introduction() {
        String text = "cpf 52998224725 Ana Lima";

        List<Piece> cut = Piece.cut(text, MARKS.in(text), List.of(), List.of(new Span(4, 15)));

        assertThat(cut).containsExactly(new Piece("Ana Lima", Optional.empty()));
    }

    @Test
    void but_sets_two_pieces_apart() {
        String text = "sou de Minas mas moro em Goiânia";

        List<Piece> cut = Piece.cut(text, MARKS.in(text), MARKS.turns(text), List.of());

        assertThat(cut).extracting(Piece::text).containsExactly("Minas", "Goiânia");
    }
}
