package congressbot.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import congressbot.wire.message.ChannelName;
import congressbot.wire.message.Content;
import congressbot.wire.message.ConversationId;
import congressbot.wire.message.IncomingMessage;
import congressbot.wire.message.MessageId;
import congressbot.wire.message.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    private static final ChannelName GOWA = new ChannelName("gowa");

    static Stream<Content> every_content() {
        return Stream.of(
                new Content.Text("quero me inscrever"),
                new Content.Audio("ref", Optional.of("audio/ogg"), Optional.of(3), Optional.empty(), Optional.empty()),
                new Content.Image("ref", Optional.of("crachá")),
                new Content.Document("ref", Optional.of("a.pdf"), Optional.empty()),
                new Content.Location(-16.68, -49.25, Optional.of("Goiânia"), Optional.empty()),
                new Content.Contact("Ana", Optional.empty()),
                new Content.Choice("1", "Estudante"),
                new Content.Reaction("3A", "👍"),
                new Content.Edited("3A", "na verdade Anápolis"),
                new Content.Deleted("3A"),
                new Content.FromStaff("oi, aqui é a Carla"),
                new Content.Unsupported("sticker"));
    }

    @ParameterizedTest
    @MethodSource("every_content")
    void an_envelope_comes_back_as_it_was_written(Content content) throws JsonProcessingException {
        IncomingMessage message = envelope(content);

        assertThat(Json.read(Json.write(message), IncomingMessage.class)).isEqualTo(message);
    }

    @Test
    void a_field_of_a_later_version_is_ignored() throws JsonProcessingException {
        String json = Json.write(envelope(new Content.Text("oi"))).replaceFirst("\\{", "{\"later\":1,");

        assertThat(Json.read(json, IncomingMessage.class).content()).isEqualTo(new Content.Text("oi"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"type\":\"Hologram\"", "\"type\":\"Text\",\"type\":\"Text\"", "\"kind\":\"Text\""})
    void an_unknown_or_doubled_type_is_refused(String type) {
        String json = Json.write(envelope(new Content.Text("oi"))).replace("\"type\":\"Text\"", type);

        assertThatThrownBy(() -> Json.read(json, IncomingMessage.class)).isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void a_missing_field_is_refused() {
        String json = Json.write(envelope(new Content.Text("oi"))).replace("\"replyTo\"", "\"elsewhere\"");

        assertThatThrownBy(() -> Json.read(json, IncomingMessage.class)).isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void null_is_no_value() {
        assertThatThrownBy(() -> Json.read("null", IncomingMessage.class)).isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void nothing_personal_stands_in_the_text_forms() {
        IncomingMessage message = envelope(new Content.Text("oi"));

        assertThat(message.conversation() + " " + message.id() + " "
                        + message.phone().orElseThrow())
                .doesNotContain("5562998765432")
                .doesNotContain("5585911110000");
    }

    private static IncomingMessage envelope(Content content) {
        return new IncomingMessage(
                IncomingMessage.VERSION,
                GOWA,
                "5585911110000@s.whatsapp.net",
                new ConversationId(GOWA, "5585911110000@s.whatsapp.net", "5562998765432@s.whatsapp.net"),
                "5562998765432@s.whatsapp.net",
                List.of("5562998765432@s.whatsapp.net", "184467440737095@lid"),
                new MessageId(GOWA, "5585911110000@s.whatsapp.net", "3A5F"),
                content,
                Optional.of("Maria"),
                Optional.of(new PhoneNumber("+5562998765432")),
                Instant.parse("2026-11-20T18:31:02Z"),
                Instant.parse("2026-11-20T18:31:03Z"),
                "r-1");
    }
}
