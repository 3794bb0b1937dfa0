package congressbot.bot.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProposerTest {
    private final ModelHouse house = new ModelHouse(Map.of());

    @AfterEach
    void close() {
        house.close();
    }

    private Optional<String> propose(Proposal.Field field, String text) {
        return house.parts
                .assistant()
                .propose(new Proposal(ModelHouse.CONGRESS, ModelHouse.MARIA, field, text, List.of("Valdirênia")));
    }

    @Test
    void a_city_is_proposed() {
        house.server.writes("{\"value\":\"Anápolis/GO\"}");

        assertThat(propose(Proposal.Field.CITY, "na terra do trem, a valdirênia diz que é anapolis"))
                .contains("Anápolis/GO");
        assertThat(house.server.sent()).contains("em que cidade ela mora").doesNotContain("valdir");
        assertThat(house.books()).containsExactly("propose passed");
    }

    @Test
    void a_profile_is_one_of_the_labels() {
        house.server.writes("{\"value\":\"produtor(a) rural\"}").writes("{\"value\":\"Astronauta\"}");

        assertThat(propose(Proposal.Field.PROFILE, "eu crio gado de leite")).contains("Produtor(a) rural");
        assertThat(propose(Proposal.Field.PROFILE, "eu vou pra lua")).isEmpty();
        assertThat(house.server.requests().getFirst().toString()).contains("Estudante; Professor(a)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"value\":null}",
                "{\"value\":17}",
                "{}",
                "",
                "nonsense",
                "{\"value\":\"\"}",
                "{\"value\":\"https://evil.example\"}",
                "{\"value\":\"Goi\\u200bânia\"}",
                "{\"value\":\"Rua 4\"}",
                "{\"value\":\"<b>Natal</b>\"}",
                "{\"value\":\"[NOME]\"}",
                "{\"value\":\"Goiânia'; DROP TABLE participants; --\"}"
            })
    void what_is_no_plain_value_is_none(String written) {
        house.server.writes(written);

        assertThat(propose(Proposal.Field.CITY, "lá perto do rio")).isEmpty();
    }

    @Test
    void a_text_of_nothing_but_personal_data_is_not_sent() {
        assertThat(propose(Proposal.Field.CITY, "529.982.247-25")).isEmpty();
        assertThat(house.server.requests()).isEmpty();
    }

    @Test
    void a_failure_is_no_help() {
        house.server.answersRaw(500, "");

        assertThat(propose(Proposal.Field.CITY, "lá perto do rio")).isEmpty();
        assertThat(house.books()).containsExactly("propose failed");
    }
}
