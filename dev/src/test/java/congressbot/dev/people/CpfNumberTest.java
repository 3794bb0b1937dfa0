package congressbot.dev.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CpfNumberTest {
    /// The last one has a ten that counts as zero.
    @ParameterizedTest
    @CsvSource({
        "529982247, 529.982.247-25",
        "111444777, 111.444.777-35",
        "390533447, 390.533.447-05",
        "153509460, 153.509.460-56",
        "123456047, 123.456.047-00"
    })
    void the_check_digits_follow_from_the_first_nine(String first, String cpf) {
        assertThat(CpfNumber.of(Integer.parseInt(first))).isEqualTo(cpf);
    }

    @Test
    void ten_digits_are_too_many() {
        assertThatThrownBy(() -> CpfNumber.of(1_000_000_000)).isInstanceOf(IllegalArgumentException.class);
    }
}
