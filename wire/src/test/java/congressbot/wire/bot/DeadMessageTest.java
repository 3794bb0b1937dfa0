package congressbot.wire.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import congressbot.wire.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadMessageTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"{\"v\":1}", "{\"v\":2,\"content\":{\"type\":\"Hologram\"}}", "{\"a\":1,\"a\":2} ", "no json"})
    void the_envelope_arrives_exactly_as_it_came_even_when_nobody_can_read_it(String envelope)
            throws JsonProcessingException {
        DeadMessage dead = new DeadMessage("gowa:55:3A", "gowa:55:ana", envelope, "unreadable", 1);

        DeadMessage arrived = Json.read(Json.write(dead), DeadMessage.class);

        assertThat(arrived).isEqualTo(dead);
    }

    @Test
    void a_reason_is_a_word_and_never_a_text_of_a_person() {
        assertThatThrownBy(() -> new DeadMessage("gowa:55:3A", "gowa:55:ana", "{}", "CPF 529.982.247-25", 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void its_text_form_holds_nothing_of_the_message() {
        DeadMessage dead = new DeadMessage("gowa:55:3A", "gowa:55:5562998765432", "{\"text\":\"oi\"}", "attempts", 6);

        assertThat(dead).hasToString("DeadMessage[attempts after 6 attempts]");
    }
}
