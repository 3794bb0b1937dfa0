package congressbot.gateway.bridge.gowa;

import static congressbot.gateway.bridge.gowa.Decoding.LID;
import static congressbot.gateway.bridge.gowa.Decoding.OWN;
import static congressbot.gateway.bridge.gowa.Decoding.PHONE;
import static congressbot.gateway.bridge.gowa.Decoding.RECEIVED;
import static congressbot.gateway.bridge.gowa.Decoding.SENT;
import static congressbot.gateway.bridge.gowa.Decoding.decode;
import static congressbot.gateway.bridge.gowa.Decoding.decoded;
import static congressbot.gateway.bridge.gowa.Decoding.message;
import static org.assertj.core.api.Assertions.assertThat;

import congressbot.gateway.bridge.Intake;
import congressbot.wire.Json;
import congressbot.wire.gateway.GatewayFact;
import congressbot.wire.message.Content;
import congressbot.wire.message.ConversationId;
import congressbot.wire.message.IncomingMessage;
import congressbot.wire.message.MessageId;
import congressbot.wire.message.PhoneNumber;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GowaEnvelopeTest {
    @Test
    void a_text_becomes_an_envelope() {
        assertThat(message("v8.3-text"))
                .isEqualTo(new IncomingMessage(
                        IncomingMessage.VERSION,
                        Gowa.CHANNEL,
                        OWN,
                        new ConversationId(Gowa.CHANNEL, OWN, PHONE),
                        PHONE,
                        List.of(PHONE, LID),
                        new MessageId(Gowa.CHANNEL, OWN, "3A5F0C11D2E34B5A6C70"),
                        new Content.Text("quero me inscrever"),
                        Optional.of("Maria"),
                        Optional.of(new PhoneNumber("+5585922223333")),
                        SENT,
                        RECEIVED,
                        "r-1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"v7-text", "v8.0-text", "v8.3-text", "v9.2-text", "signed-vector"})
    void every_version_tells_the_same(String name) {
        IncomingMessage message = message(name);

        assertThat(message.content()).isEqualTo(new Content.Text("quero me inscrever"));
        assertThat(message.conversation().contact()).isEqualTo(PHONE);
        assertThat(message.replyTo()).isEqualTo(PHONE);
        assertThat(message.sentAt()).isEqualTo(SENT);
        assertThat(message.senderName()).contains("Maria");
        assertThat(message.aliases()).contains(PHONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"yesterday\"",
                "1763663462",
                "\"+999999999-12-31T23:59:59Z\"",
                "\"1900-01-01T00:00:00Z\"",
                "\"2027-01-01T00:00:00Z\"",
                "null"
            })
    void a_time_that_cannot_be_is_the_time_of_receipt(String timestamp) {
        IncomingMessage message =
                decoded(Webhooks.message("3A", "\"body\":\"oi\"").replace("\"2026-11-20T18:31:02Z\"", timestamp));

        assertThat(message.sentAt()).isEqualTo(RECEIVED);
    }

    @Test
    void a_receipt_from_an_impossible_time_happened_when_it_came() {
        String body = Webhooks.recorded("v9.2-read").replace("2026-11-20T18:31:09Z", "+999999999-12-31T23:59:59Z");

        assertThat(decode(body))
                .isEqualTo(new Intake.Receipts(
                        List.of(new GatewayFact.Read(Gowa.CHANNEL, OWN, List.of("3EB0A1B2C3D4E5F60718"), RECEIVED))));
    }

    @Test
    void a_long_text_is_cut_between_characters() {
        String body = "\"body\":\"" + "a".repeat(IncomingMessage.MAX_TEXT - 1) + "😀😀\"";

        Content.Text text = (Content.Text) decoded(Webhooks.message("3A", body)).content();

        assertThat(text.text()).isEqualTo("a".repeat(IncomingMessage.MAX_TEXT - 1));
    }

    static Stream<String> largest_contents() {
        String long_ = "\\u0001".repeat(20_000);
        String path = "é".repeat(1_024);
        return Stream.of(
                "\"body\":\"" + long_ + "\"",
                "\"image\":{\"path\":\"" + path + "\",\"url\":\"" + path + path + "\",\"caption\":\"" + long_ + "\"}",
                "\"audio\":{\"path\":\"" + path + "\",\"mime_type\":\"" + long_ + "\",\"caption\":\"" + long_ + "\"}",
                "\"document\":{\"url\":\"" + path + path + "\",\"filename\":\"" + long_ + "\",\"caption\":\"" + long_
                        + "\"}",
                "\"location\":{\"degreesLatitude\":1,\"degreesLongitude\":1,\"name\":\"" + long_ + "\",\"address\":\""
                        + long_ + "\"}",
                "\"contact\":{\"displayName\":\"" + long_ + "\",\"phone_number\":\"" + long_ + "\"}");
    }

    @ParameterizedTest
    @MethodSource("largest_contents")
    void no_envelope_is_longer_than_its_limit(String content) {
        String body = Webhooks.message("A".repeat(128), content).replace("Maria", "\\u0001".repeat(1_000));

        IncomingMessage message = decoded(body);

        assertThat(Json.write(message).getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(IncomingMessage.MAX_BYTES);
    }

    @Test
    void an_edit_is_as_long_as_a_text_at_most() {
        String body = Webhooks.recorded("v9.2-edited").replace("quero inscrever 2 pessoas", "\\u0001".repeat(20_000));

        assertThat(Json.write(decoded(body)).getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThan(IncomingMessage.MAX_BYTES);
    }
}
