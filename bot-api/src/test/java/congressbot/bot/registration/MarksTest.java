package congressbot.bot.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MarksTest {
    private static final Marks MARKS = new Marks(Sample.WORDS);

    @Test
    void the_names_of_fields_and_the_phrases_of_introduction_are_found_in_their_order() {
        String text = "meu nome é Ana Lima, CPF: 52998224725 e moro em Goiânia";

        List<Mark> marks = MARKS.in(text);

        assertThat(marks).extracting(mark -> mark.span().of(text)).containsExactly("meu nome é", "CPF", "moro em");
        assertThat(marks.get(0).introduces(Field.NAME)).isTrue();
        assertThat(marks.get(1).fields()).containsExactly(Field.CPF);
        assertThat(marks.get(2).fields()).containsExactly(Field.CITY);
    }

    @Test
    void i_am_may_introduce_several_things_and_the_telling_one_comes_first() {
        List<Mark> marks = MARKS.in("sou estudante");

        assertThat(marks).hasSize(1);
        assertThat(marks.getFirst().fields()).startsWith(Field.PROFILE).contains(Field.NAME);
    }

    @Test
    void of_overlapping_phrases_the_longest_counts() {
        String text = "nome no crachá: Chico";

        List<Mark> marks = MARKS.in(text);

        assertThat(marks).extracting(mark -> mark.span().of(text)).containsExactly("nome no crachá");
        assertThat(marks.getFirst().introduces(Field.BADGE)).isTrue();
    }

    @Test
    void what_is_denied_introduces_nothing() {
        List<Mark> marks = MARKS.in("não sou professor");

        assertThat(marks).hasSize(1);
        assertThat(marks.getFirst().fields()).isEmpty();
    }

    @Test
    void no_phrase_reaches_over_a_comma() {
        assertThat(MARKS.in("moro, em Goiânia").stream().flatMap(mark -> mark.fields().stream()))
                .doesNotContain(Field.EMAIL, Field.NAME);
        assertThat(MARKS.in("Maria da Silva")).isEmpty();
    }

    @Test
    void but_turns_a_message() {
        String text = "sou de Minas mas moro em Goiânia";

        assertThat(MARKS.turns(text)).extracting(span -> span.of(text)).containsExactly("mas");
    }
}
