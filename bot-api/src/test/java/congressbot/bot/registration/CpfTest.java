package congressbot.bot.registration;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.caelum.stella.validation.CPFValidator;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CpfTest {
    private static final int SAMPLES = 200_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "52998224725",
                "529.982.247-25",
                "529 982 247 25",
                "529-982-247/25",
                "5 2 9 9 8 2 2 4 7 2 5",
                "meu cpf é 529.982.247-25, ok?",
                "tenho 30 anos, cpf 529.982.247-25",
                "CPF: 52998224725 (2 filhos)",
                "５２９．９８２．２４７－２５",
                "٥٢٩٩٨٢٢٤٧٢٥",
                "529\u200B.982\u0000.247-25"
            })
    void the_number_is_found(String typed) {
        Parsed<Cpf> parsed = Cpf.parse(typed);

        assertThat(parsed).isEqualTo(new Parsed.Ok<>(new Cpf("52998224725")));
    }

    @ParameterizedTest
    @CsvSource({
        "'', CPF_NO_DIGITS",
        "não tenho, CPF_NO_DIGITS",
        "529.982.247-26, CPF_CHECK_DIGITS",
        "5299822472, CPF_LENGTH",
        "529982247255, CPF_LENGTH",
        "111.111.111-11, CPF_REPEATED",
        "00000000000, CPF_REPEATED",
        "11.222.333/0001-81, CPF_IS_CNPJ",
        "529.982.247-25 e 111.444.777-35, CPF_LENGTH"
    })
    void what_is_wrong_is_said(String typed, Reason reason) {
        Parsed<Cpf> parsed = Cpf.parse(typed);

        assertThat(parsed).isEqualTo(new Parsed.Invalid<>(reason));
    }

    @Test
    void we_judge_as_an_independent_library_does() {
        CPFValidator independent = new CPFValidator();
        Random random = new Random(20270518);
        List<String> disputed = new ArrayList<>();
        int valid = 0;

        for (int i = 0; i < SAMPLES; i++) {
            String digits = random(random, i);
            boolean ours = Cpf.parse(digits) instanceof Parsed.Ok<Cpf>;
            if (ours != independent.invalidMessagesFor(digits).isEmpty()) {
                disputed.add(digits);
            }
            valid += ours ? 1 : 0;
        }

        assertThat(disputed).isEmpty();
        assertThat(valid).isGreaterThan(SAMPLES / 4);
    }

    /// Half of them get the check digits that their first nine digits ask for.
    private static String random(Random random, int i) {
        StringBuilder digits = new StringBuilder(Cpf.LENGTH);
        while (digits.length() < Cpf.LENGTH) {
            digits.append(random.nextInt(10));
        }
        if (i % 2 == 0) {
            return digits.toString();
        }
        String nine = digits.substring(0, 9);
        int first = weighted(nine);
        return nine + first + weighted(nine + first);
    }

    private static int weighted(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += Character.digit(digits.charAt(i), 10) * (digits.length() + 1 - i);
        }
        int rest = sum % 11;
        return rest < 2 ? 0 : 11 - rest;
    }

    @Test
    void the_text_form_is_masked() {
        assertThat(new Cpf("52998224725")).hasToString("Cpf[***.982.247-**]");
    }
}
