package congressbot.bot.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfilesTest {
    private static final Profiles PROFILES = new Profiles(Sample.CONGRESS.profiles(), Sample.WORDS);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
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
        Parsed<Profile> parsed = PROFILES.read(typed);

        assertThat(parsed).isEqualTo(new Parsed.Ok<>(new Profile(label)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "7", "1 2", "astronauta", "", "do", "<b>"})
    void what_is_no_profile_is_refused(String typed) {
        Parsed<Profile> parsed = PROFILES.read(typed);

        assertThat(parsed).isEqualTo(new Parsed.Invalid<>(Reason.PROFILE_UNKNOWN));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1|Estudante",
                "6.|Expositor(a)",
                "2️⃣|Professor(a)",
                "opção 3|Pesquisador(a)",
                "３|Pesquisador(a)",
                "a última|Expositor(a)"
            })
    void a_label_is_picked_by_its_number(String typed, String label) {
        Heard heard = Sample.DIALOGUE.hear(typed, Sample.asking(Field.PROFILE));

        assertThat(heard).isEqualTo(new Heard.Given(Told.of(new Profile(label))));
    }

    @Test
    void of_two_profiles_one_must_be_chosen() {
        Parsed<Profile> parsed = PROFILES.read("estudante ou professor");

        assertThat(parsed)
                .isEqualTo(new Parsed.Choose<>(List.of(new Profile("Estudante"), new Profile("Professor(a)"))));
    }
}
