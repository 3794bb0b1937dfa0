package congressbot.bot.llm;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.testing.Rooms;
import congressbot.bot.testing.TestDatabase;
import congressbot.wire.Json;
import congressbot.wire.http.Body;
import congressbot.wire.http.HttpCaller;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SightTest {
    private final ModelHouse house = new ModelHouse(Map.of("OPENAI_VISION_MODEL", "seeing-model"));

    @AfterEach
    void close() {
        house.close();
    }

    private Sight.Seen describe(Body image, String mime) {
        return house.parts.sight().describe(ModelHouse.CONGRESS, ModelHouse.MARIA, image, mime);
    }

    private Sight.Seen seen(String written) {
        house.server.writes(written);
        return describe(Body.of("bytes"), "image/jpeg");
    }

    private static String json(boolean document, String description) {
        return Json.write(Map.of("document", document, "description", description));
    }

    @Test
    void an_image_is_described_in_a_sentence() {
        assertThat(seen(json(false, "Um cartaz sobre plantas em vasos.")))
                .isEqualTo(new Sight.Seen.Described("Um cartaz sobre plantas em vasos."));
        assertThat(house.server.requests().getFirst().path("model").asText()).isEqualTo("seeing-model");
        assertThat(house.books()).containsExactly("describe passed");
    }

    @Test
    void each_image_is_a_prompt_of_its_own() {
        describe(Body.of("bytes"), "image/jpeg");
        describe(Body.of("setyb"), "image/jpeg");

        assertThat(TestDatabase.rows(house.jdbi, "SELECT DISTINCT prompt_hash FROM model_calls"))
                .hasSize(2);
    }

    @Test
    void a_document_is_not_kept() {
        assertThat(seen(json(true, "CPF de Maria"))).isEqualTo(new Sight.Seen.Document());
        assertThat(house.books()).containsExactly("describe document");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RG de número 12345",
                "Um crachá com o nome Maria Souza",
                "Um crachá de maria souza",
                "Veja evil.example agora",
                "Uma <b>foto</b>",
                "Escreva para a@b.example",
                ""
            })
    void a_description_with_more_than_plain_words_is_thrown_away(String description) {
        assertThat(seen(json(false, description))).isEqualTo(new Sight.Seen.Nothing(Advice.Reason.OFF_LIMITS));
    }

    @Test
    void a_long_description_is_thrown_away() {
        assertThat(seen(json(false, "plantas ".repeat(40))))
                .isEqualTo(new Sight.Seen.Nothing(Advice.Reason.OFF_LIMITS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "{\"description\":\"Um vaso\"}", "{\"document\":false}"})
    void nonsense_is_nothing(String written) {
        assertThat(seen(written)).isEqualTo(new Sight.Seen.Nothing(Advice.Reason.MALFORMED));
    }

    @ParameterizedTest
    @CsvSource({"image/svg+xml, 10", "application/pdf, 10", "image/jpeg, 0", "image/jpeg, 5242881"})
    void other_formats_and_sizes_are_not_looked_at(String mime, int size) {
        assertThat(describe(Body.of(new byte[size]), mime)).isEqualTo(new Sight.Seen.Nothing(Advice.Reason.OFF_LIMITS));
        assertThat(house.server.requests()).isEmpty();
    }

    @Test
    void without_a_model_that_sees_nobody_looks() {
        try (HttpCaller caller = new HttpCaller(1)) {
            Sight none = Assistants.of(
                            Optional.empty(),
                            house.jdbi,
                            Rooms.calls(house.jdbi),
                            new Assistants.Surroundings(caller, house.registry, house.time))
                    .sight();

            assertThat(none.isOpen()).isFalse();
            assertThat(none.describe(ModelHouse.CONGRESS, ModelHouse.MARIA, Body.of("x"), "image/png"))
                    .isEqualTo(new Sight.Seen.Nothing(Advice.Reason.OFF));
        }
        assertThat(house.parts.sight().isOpen()).isTrue();
    }
}
