package congressbot.bot.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Eleven digits may be a CPF and a mobile phone.
class FindingsTest {
    private static final Marks MARKS = new Marks(Sample.WORDS);
    private static final Documents DOCUMENTS = new Documents(Sample.WORDS);
    private static final Phones PHONES = new Phones();
    private static final String BOTH = both();
    private static final Answer CPF = new Cpf(BOTH);

    /// Eleven digits that are a valid CPF and a valid mobile number.
    private static String both() {
        for (long number = 11_980_000_000L; ; number++) {
            String digits = String.valueOf(number);
            if (Cpf.valid(digits) && PHONES.exactly(digits).isPresent()) {
                return digits;
            }
        }
    }

    @Test
    void eleven_digits_may_be_two_things() {
        assertThat(found(BOTH)).extracting(Finding::field).containsExactlyInAnyOrder(Field.CPF, Field.PHONE);
    }

    @Test
    void its_introduction_decides() {
        assertThat(resolved("cpf " + BOTH, Optional.empty(), Field.CPF, Field.PHONE))
                .extracting(Finding::answer)
                .containsExactly(CPF);
        assertThat(resolved("telefone: " + BOTH, Optional.empty(), Field.CPF, Field.PHONE))
                .extracting(Finding::field)
                .containsExactly(Field.PHONE);
    }

    @Test
    void else_the_question_decides() {
        assertThat(resolved(BOTH, Optional.of(Field.CPF), Field.CPF, Field.PHONE))
                .extracting(Finding::answer)
                .containsExactly(CPF);
        assertThat(resolved(BOTH, Optional.of(Field.PHONE), Field.PHONE))
                .extracting(Finding::field)
                .containsExactly(Field.PHONE);
    }

    @Test
    void else_it_is_what_is_missing() {
        assertThat(resolved(BOTH, Optional.of(Field.CITY), Field.PHONE))
                .extracting(Finding::field)
                .containsExactly(Field.PHONE);
    }

    @Test
    void where_nothing_decides_neither_is_taken() {
        assertThat(resolved(BOTH, Optional.empty(), Field.CPF, Field.PHONE)).isEmpty();
    }

    @Test
    void a_form_that_only_one_field_has_decides() {
        String grouped = new Cpf(BOTH).spelled();

        assertThat(resolved(grouped, Optional.of(Field.PHONE), Field.CPF, Field.PHONE))
                .extracting(Finding::answer)
                .containsExactly(CPF);
    }

    private static List<Finding> found(String text) {
        Said said = Sample.said(text);
        List<Finding> found = new ArrayList<>(DOCUMENTS.find(said));
        found.addAll(PHONES.find(said));
        return found;
    }

    private static List<Finding> resolved(String text, Optional<Field> asked, Field... missing) {
        return new Findings(text, found(text), MARKS.in(text), asked, Set.of(missing)::contains).resolved();
    }
}
