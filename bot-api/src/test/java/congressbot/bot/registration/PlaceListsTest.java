package congressbot.bot.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The hand-written lists hold what they promise.
class PlaceListsTest {
    private static Found find(String typed) {
        return PlacesTest.PLACES.find(typed, Sample.WORDS);
    }

    static Stream<List<String>> nicknames() {
        return Rows.of("nicknames.csv", 3);
    }

    @ParameterizedTest
    @MethodSource("nicknames")
    void a_nickname_means_one_municipality_and_is_the_name_of_no_other(List<String> row) {
        String meant = row.get(1) + "/" + row.get(2);

        assertThat(find(row.get(0)))
                .isInstanceOfSatisfying(
                        Found.One.class, one -> assertThat(one.place().shown()).isEqualTo(meant));
        assertThat(find(row.get(0) + " - " + row.get(2))).isEqualTo(find(row.get(0)));
    }

    static Stream<List<String>> districts() {
        return Rows.of("districts.csv", 4);
    }

    @ParameterizedTest
    @MethodSource("districts")
    void a_district_with_its_state_leads_to_its_municipality(List<String> row) {
        String meant = row.get(1) + "/" + row.get(2);

        assertThat(shown(find(row.get(0) + ", " + row.get(2))))
                .anyMatch(place -> place.equals(meant) || place.equals(row.get(0) + "/" + row.get(2)));
    }

    static Stream<List<String>> citiesAbroad() {
        return Rows.of("cities-abroad.csv", 3);
    }

    @ParameterizedTest
    @MethodSource("citiesAbroad")
    void a_known_city_abroad_is_asked_about_alone_and_certain_with_its_country(List<String> row) {
        Abroad city = new Abroad(row.get(0), row.get(1));

        assertThat(find(row.get(0))).isInstanceOf(Found.Maybe.class);
        assertThat(shown(find(row.get(0)))).contains(city.shown());
        assertThat(find(city.shown())).isEqualTo(new Found.One(city));
    }

    private static List<String> shown(Found found) {
        return switch (found) {
            case Found.One one -> List.of(one.place().shown());
            case Found.Several several ->
                several.municipalities().stream().map(Place::shown).toList();
            case Found.Maybe maybe ->
                maybe.candidates().stream().map(Place::shown).toList();
            case Found.None _ -> List.of();
        };
    }
}
