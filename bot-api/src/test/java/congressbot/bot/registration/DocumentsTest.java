package congressbot.bot.registration;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.caelum.stella.validation.CPFValidator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentsTest {
    private static final int SAMPLES = 1_000_000;
    private static final Documents DOCUMENTS = new Documents(Sample.WORDS);
    private static final Cpf CPF = new Cpf("52998224725");

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
                "529\u200B.982\u0000.247-25",
                "cinco dois nove nove oito dois dois quatro sete dois cinco",
                "cinco dois nove ponto nove oito dois ponto dois quatro sete traço dois cinco"
            })
    void the_number_is_found(String typed) {
        assertThat(read(typed)).isEqualTo(new Parsed.Ok<>(CPF));
    }

    @ParameterizedTest
    @CsvSource({
        "'', CPF_NO_DIGITS",
        "não tenho, CPF_NO_DIGITS",
        "529.982.247-26, CPF_CHECK_DIGITS",
        "529982247, CPF_TOO_SHORT",
        "1234567891, CPF_TEN_DIGITS",
        "529982247255, CPF_TOO_LONG",
        "111.111.111-11, CPF_REPEATED",
        "00000000000, CPF_REPEATED",
        "11.222.333/0001-81, CPF_IS_CNPJ",
        "passaporte, PASSPORT_MALFORMED",
        "passaporte 12, PASSPORT_MALFORMED"
    })
    void what_is_wrong_is_said(String typed, Reason reason) {
        assertThat(read(typed)).isEqualTo(new Parsed.Invalid<>(reason));
    }

    @Test
    void of_two_numbers_one_must_be_chosen() {
        Cpf other = new Cpf("11144477735");

        assertThat(read("529.982.247-25 e 111.444.777-35")).isEqualTo(new Parsed.Choose<>(List.of(CPF, other)));
        assertThat(read("529.982.247-25 ou 52998224725")).isEqualTo(new Parsed.Ok<>(CPF));
    }

    @Test
    void a_leading_zero_that_was_lost_is_suggested() {
        assertThat(read("8546231915")).isEqualTo(new Parsed.Suggest<>(new Cpf("08546231915"), Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "passaporte FX123456, FX123456",
        "meu passaporte é ab 123456, AB123456",
        "passport number: N1234567, N1234567",
        "passaporte 123456789, 123456789"
    })
    void a_passport_is_taken_where_it_is_named(String typed, String number) {
        assertThat(read(typed)).isEqualTo(new Parsed.Ok<>(new Passport(number)));
    }

    @Test
    void only_a_number_in_its_groups_is_surely_a_cpf() {
        assertThat(certainties("529.982.247-25")).containsExactly(Finding.Certainty.SURE);
        assertThat(certainties("52998224725")).containsExactly(Finding.Certainty.POSSIBLE);
        assertThat(certainties("529.982.247-26")).isEmpty();
        assertThat(certainties("+52998224725")).isEmpty();
    }

    @Test
    void we_judge_as_an_independent_library_does() {
        CPFValidator independent = new CPFValidator();
        Random random = new Random(20270518);
        List<String> disputed = new ArrayList<>();
        int valid = 0;
        for (int i = 0; i < SAMPLES; i++) {
            String digits = digits(random, i);
            boolean theirs = independent.invalidMessagesFor(digits).isEmpty();
            boolean ours = Cpf.valid(digits) && digits.chars().distinct().count() > 1;
            boolean read = DOCUMENTS.read(punctuated(digits, random)) instanceof Parsed.Ok<? extends Document>(var it)
                    && it.equals(new Cpf(digits));
            if (ours != theirs || read != theirs) {
                disputed.add(digits);
            }
            valid += theirs ? 1 : 0;
        }

        assertThat(disputed).isEmpty();
        assertThat(valid).isBetween(SAMPLES / 2, SAMPLES * 6 / 10);
    }

    /// Half of them have the check digits that their first nine digits ask for; of the others some have any digits,
    /// some one wrong digit or two swapped ones, some the same digit eleven times.
    private static String digits(Random random, int i) {
        String valid = valid(random);
        int at = random.nextInt(Cpf.LENGTH - 1);
        char digit = valid.charAt(at);
        return switch (i % 8) {
            case 4 -> String.format("%011d", random.nextLong(100_000_000_000L));
            case 5 -> valid.substring(0, at) + (digit - '0' + 1 + random.nextInt(9)) % 10 + valid.substring(at + 1);
            case 6 -> valid.substring(0, at) + valid.charAt(at + 1) + digit + valid.substring(at + 2);
            case 7 -> String.valueOf(digit).repeat(Cpf.LENGTH);
            default -> valid;
        };
    }

    private static String valid(Random random) {
        String nine = String.format("%09d", random.nextInt(1_000_000_000));
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

    /// Plain, as on the card, or with anything between any two digits.
    private static String punctuated(String digits, Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> digits;
            case 1 -> new Cpf(digits).spelled();
            case 2 -> "cpf: " + String.join(" ", digits.split("(?<=\\G.{3})"));
            default -> {
                StringBuilder typed = new StringBuilder();
                for (int at = 0; at < digits.length(); at++) {
                    typed.append(digits.charAt(at)).append(". -/,_".charAt(random.nextInt(6)));
                }
                yield typed.toString();
            }
        };
    }

    private static Parsed<? extends Document> read(String typed) {
        return DOCUMENTS.read(Sample.said(typed).text());
    }

    private static List<Finding.Certainty> certainties(String typed) {
        return DOCUMENTS.find(Sample.said(typed)).stream()
                .map(Finding::certainty)
                .toList();
    }

    @Test
    void the_text_form_is_masked() {
        assertThat(CPF).hasToString("Cpf[***.982.247-**]");
        assertThat(new Passport("FX123456")).hasToString("Passport[*****456]");
    }
}
