package congressbot.bot.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MunicipalitiesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Goiânia|Goiânia/GO",
                "goiania|Goiânia/GO",
                "GOIÂNIA - GO|Goiânia/GO",
                "goiania/go|Goiânia/GO",
                "Goiânia, Goiás|Goiânia/GO",
                "Goiânia GO|Goiânia/GO",
                "Goiânia (GO)|Goiânia/GO",
                "sou de goiania|Goiânia/GO",
                "moro em Goiânia, GO|Goiânia/GO",
                "Eu moro na cidade de Goiás|Goiás/GO",
                "São Paulo|São Paulo/SP",
                "São Paulo, São Paulo|São Paulo/SP",
                "rio de janeiro rio de janeiro|Rio de Janeiro/RJ",
                "bom jesus - piauí|Bom Jesus/PI",
                "Bom Jesus, Rio Grande do Sul|Bom Jesus/RS",
                "alta floresta doeste|Alta Floresta D'Oeste/RO",
                "Alta Floresta D’Oeste|Alta Floresta D'Oeste/RO",
                "Mato Grosso, Paraíba|Mato Grosso/PB",
                "Iporá|Iporá/GO",
                "Brasília DF|Brasília/DF"
            })
    void a_city_is_found(String typed, String city) {
        Municipalities.Found found = Sample.MUNICIPALITIES.find(typed, Sample.WORDS);

        assertThat(((Municipalities.Found.One) found).municipality().shown()).isEqualTo(city);
    }

    @Test
    void a_name_of_several_states_gives_exactly_those() {
        Municipalities.Found found = Sample.MUNICIPALITIES.find("bom jesus", Sample.WORDS);

        assertThat(((Municipalities.Found.Several) found).municipalities())
                .extracting(Municipality::state)
                .containsExactly(Uf.PB, Uf.PI, Uf.RN, Uf.RS, Uf.SC);
    }

    @ParameterizedTest
    @CsvSource({
        "Lugar Nenhum, CITY_UNKNOWN",
        "'', CITY_UNKNOWN",
        "Goiânia/SP, CITY_NOT_IN_STATE",
        "GO, CITY_ONLY_STATE",
        "Rio Grande do Sul, CITY_ONLY_STATE",
        "😀, CITY_UNKNOWN"
    })
    void what_is_no_city_is_refused_with_its_reason(String typed, Reason reason) {
        Municipalities.Found found = Sample.MUNICIPALITIES.find(typed, Sample.WORDS);

        assertThat(found).isEqualTo(new Municipalities.Found.None(reason));
    }

    @Test
    void every_city_is_understood_when_it_is_asked() {
        State.Collecting asking = Sample.asking(Field.CITY);
        List<String> misheard = new ArrayList<>();

        for (Municipality city : Sample.MUNICIPALITIES.all()) {
            for (String typed : List.of(city.name(), city.name().toLowerCase(Locale.ROOT) + " " + city.state())) {
                Heard heard = Sample.DIALOGUE.hear(typed, asking);
                boolean understood = switch (heard) {
                    case Heard.Given given -> given.answers().equals(Answers.of(city));
                    case Heard.Ambiguous ambiguous -> ambiguous.candidates().contains(city);
                    default -> false;
                };
                if (!understood) {
                    misheard.add(typed + " → " + heard);
                }
            }
        }

        assertThat(Sample.MUNICIPALITIES.all()).hasSize(5_571);
        assertThat(misheard).isEmpty();
    }
}
