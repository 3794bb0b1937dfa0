package congressbot.bot.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoveringTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "529.982.247-25      | •••.982.247-••",
                "52998224725         | •••982247••",
                "529982247-25        | •••982247-••",
                "529 982 247 25      | ••• 982 247 ••",
                "529-982-247-25      | •••-982-247-••",
                "529-982-247/25      | •••-982-247/••",
                "529.982.247 - 25    | •••.982.247 - ••",
                "529.982.247–25      | •••.982.247–••",
                "529, 982, 247, 25   | •••, 982, 247, ••",
                "529.982.247/25      | •••.982.247/••",
                "529 982 247 / 25    | ••• 982 247 / ••",
                "529  .  982.247_25  | •••  .  982.247_••",
                "5 2 9 9 8 2 2 4 7 2 5 | • • • 9 8 2 2 4 7 • •",
                "52 99 82 24 72 5    | •• •9 82 24 7• •",
                "５２９．９８２．２４７－２５ | •••．９８２．２４７－••",
                "٥٢٩٩٨٢٢٤٧٢٥         | •••٩٨٢٢٤٧••",
                "𝟓𝟐𝟗𝟗𝟖𝟐𝟐𝟒𝟕𝟐𝟓         | •••𝟗𝟖𝟐𝟐𝟒𝟕••",
                "cpf52998224725ok    | cpf•••982247••ok",
                "meu cpf é 529.982.247-25, ok?    | meu cpf é •••.982.247-••, ok?",
                "tenho 30 anos, cpf 529.982.247-25 | tenho 30 anos, cpf •••.982.247-••",
                "529.982.247-25 e 111.444.777-35  | •••.982.247-•• e •••.444.777-••",
                "52998224725 62998765432          | •••982247•• 62998765432",
                "8546231915          | ••462319••"
            })
    void a_cpf_is_covered_however_it_is_written(String text, String covered) {
        assertThat(Covering.CPFS.in(text)).isEqualTo(covered);
        assertThat(Covering.CPFS.standsIn(text)).isTrue();
    }

    @Test
    void a_line_break_or_an_invisible_character_in_it_hides_no_cpf() {
        assertThat(Covering.CPFS.in("529.982.\n247-25")).isEqualTo("•••.982.\n247-••");
        assertThat(Covering.CPFS.in("529\u200B.982\u0000.247-25")).isEqualTo("•••\u200B.982\u0000.247-••");
    }

    @Test
    void a_slip_of_the_finger_makes_no_other_number_of_what_stands_as_on_the_card() {
        assertThat(Covering.CPFS.in("529.982.247-26 ou 529982247-26")).isEqualTo("•••.982.247-•• ou •••982247-••");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "oi",
                "62998765432",
                "(62) 99876-5432",
                "+55 62 99876-5432",
                "5562998765432",
                "6232215678",
                "52998224726",
                "11.222.333/0001-81",
                "18/05/2027 10:00",
                "R$ 123.456.789,00",
                "529982247250",
                "74000-000"
            })
    void another_number_stays_as_it_is(String text) {
        assertThat(Covering.CPFS.in(text)).isEqualTo(text);
        assertThat(Covering.CPFS.standsIn(text)).isFalse();
    }

    @Test
    void a_passport_is_covered_where_it_is_known() {
        Covering covering = Covering.with(List.of("FX123456"));

        assertThat(covering.in("passaporte FX123456")).isEqualTo("passaporte •••••456");
        assertThat(covering.in("é o fx 123-456.")).isEqualTo("é o •• •••-456.");
        assertThat(covering.in("FX1234567, 123456 e 529.982.247-25")).isEqualTo("FX1234567, 123456 e •••.982.247-••");
        assertThat(Covering.CPFS.in("passaporte FX123456")).isEqualTo("passaporte FX123456");
    }
}
