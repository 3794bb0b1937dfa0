package congressbot.bot.registration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1|Estudante",
                "6.|Expositor(a)",
                "2️⃣|Professor(a)",
                "opção 3|Pesquisador(a)",
                "３|Pesquisador(a)",
                "ESTUDANTE|Estudante",
                "professora|Professor(a)",
                "professor|Professor(a)",
                "Professor(a)|Professor(a)",
                "sou produtora rural|Produtor(a) rural",
                "produtor|Produtor(a) rural",
                "sou estudante de agronomia|Estudante",
                "profissional do agro|Profissional do agro"
            })
    void the_label_is_stored_verbatim(String typed, String label) {
        Parsed<Profile> parsed = Profile.parse(typed, Sample.CONGRESS.profiles(), Sample.WORDS);

        assertThat(parsed).isEqualTo(new Parsed.Ok<>(new Profile(label)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "7", "1 2", "astronauta", "", "estudante ou professor", "do", "<b>"})
    void what_is_no_profile_is_refused(String typed) {
        Parsed<Profile> parsed = Profile.parse(typed, Sample.CONGRESS.profiles(), Sample.WORDS);

        assertThat(parsed).isEqualTo(new Parsed.Invalid<>(Reason.PROFILE_UNKNOWN));
    }
}
