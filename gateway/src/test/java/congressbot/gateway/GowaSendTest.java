package congressbot.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.gateway.bridge.SendResult;
import congressbot.wire.message.Attachment;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GowaSendTest {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 1, 2, '\r', '\n', '-', '-'
    };
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F'};
    private static final byte[] WEBP = "RIFF1234WEBPVP8 ".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] PDF = "%PDF-1.7 and so on".getBytes(StandardCharsets.ISO_8859_1);

    private final OpenGowa gowa = new OpenGowa();

    @AfterEach
    void close() {
        gowa.close();
    }

    @Test
    void an_image_keeps_its_size_so_that_a_code_in_it_can_be_read() {
        SendResult result = send(Attachment.Kind.IMAGE, "ingresso.png", PNG);

        assertThat(result).isEqualTo(new SendResult.Sent(FakeGowa.SENT));
        FakeGowa.Upload upload = gowa.fake.uploads().getFirst();
        assertThat(upload.part()).isEqualTo("image");
        assertThat(upload.type()).isEqualTo("image/png");
        assertThat(upload.bytes()).isEqualTo(PNG);
        assertThat(upload.fields())
                .isEqualTo(Map.of(
                        "phone",
                        List.of(OpenGowa.MARIA),
                        "caption",
                        List.of("Seu ingresso: olá, até lá!"),
                        "hd",
                        List.of("true")));
    }

    @Test
    void a_photo_is_named_as_the_bridge_compares_it() {
        send(Attachment.Kind.IMAGE, "foto.jpeg", JPEG);

        assertThat(gowa.fake.uploads().getFirst().type()).isEqualTo("image/jpeg");
    }

    @ParameterizedTest
    @CsvSource({"400, {}, GOWA_DEVICE_ID_NORTE", "401, Unauthorized, GOWA_BASIC_AUTH_NORTE"})
    void what_is_misconfigured_is_named_as_the_instance_has_it(int status, String body, String variable) {
        try (OpenGowa norte = new OpenGowa("gowa:norte", Optional.of("congresso"))) {
            norte.fake.onSend(status, body);

            SendResult result = norte.bridge.send(OpenGowa.to(OpenGowa.MARIA, "oi"), "r:1", OpenGowa.SOON);

            assertThat(result)
                    .isInstanceOfSatisfying(
                            SendResult.TryLater.class,
                            later -> assertThat(later.reason()).contains(" " + variable));
        }
    }

    /// The bridge writes all images into one folder, by their names.
    @Test
    void two_images_never_have_the_same_name() {
        send(Attachment.Kind.IMAGE, "ingresso.png", PNG);
        send(Attachment.Kind.IMAGE, "ingresso.png", PNG);

        assertThat(gowa.fake.uploads()).extracting(FakeGowa.Upload::fileName).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"v8.12.0", "v9.1.9", "7.11.4", "latest", ""})
    void a_bridge_that_would_shrink_it_gets_it_as_a_file(String version) {
        gowa.fake.devices().version(Optional.of(version).filter(told -> !told.isEmpty()));

        send(Attachment.Kind.IMAGE, "ingresso.png", PNG);

        FakeGowa.Upload upload = gowa.fake.uploads().getFirst();
        assertThat(upload.part()).isEqualTo("file");
        assertThat(upload.fileName()).isEqualTo("ingresso.png");
        assertThat(upload.bytes()).isEqualTo(PNG);
        assertThat(upload.fields()).doesNotContainKey("hd");
    }

    @Test
    void an_image_that_the_bridge_takes_from_nobody_goes_as_a_file() {
        send(Attachment.Kind.IMAGE, "mapa.webp", WEBP);

        assertThat(gowa.fake.uploads().getFirst().part()).isEqualTo("file");
    }

    @Test
    void a_document_keeps_its_name() {
        SendResult result = send(Attachment.Kind.DOCUMENT, "Programação \"final\"\r\n/2026.pdf", PDF);

        assertThat(result).isEqualTo(new SendResult.Sent(FakeGowa.SENT));
        FakeGowa.Upload upload = gowa.fake.uploads().getFirst();
        assertThat(upload.part()).isEqualTo("file");
        assertThat(upload.type()).isEqualTo("application/pdf");
        assertThat(upload.fileName()).isEqualTo("Programação _final____2026.pdf");
        assertThat(upload.bytes()).isEqualTo(PDF);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "failed to upload file: EOF | TryLater",
                "failed to save thumbnail open statics/senditems: no space left | TryLater",
                "Failed to open image file 'a.png' for thumbnail generation: unknown format | Refused",
                "invalid character 'p' looking for beginning of value | Refused",
                "unexpected end of JSON input | Refused",
                "json: cannot unmarshal string into Go struct field | Refused",
                "server returned error 463 | ReachLimited",
                "failed to send: 463 | ReachLimited",
                "server returned error 420 | TryLater",
                "no LID found for 5585922223333@s.whatsapp.net from server | TryLater",
                "message ID 3EB0 not found | Unknown",
                "context deadline exceeded | Unknown"
            })
    void only_the_text_of_a_failure_tells_how_far_it_came(String text, String result) {
        gowa.fake.onSend(500, "{\"code\":\"INTERNAL_SERVER_ERROR\",\"message\":\"" + text + "\"}");

        assertThat(send(Attachment.Kind.IMAGE, "a.png", PNG).getClass().getSimpleName())
                .isEqualTo(result);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "{\"code\":", "null", "[]", "7", "{\"code\":\"SUCCESS\""})
    void a_success_in_no_words_of_the_bridge_proves_nothing(String body) {
        gowa.fake.onSend(200, body);

        assertThat(send(Attachment.Kind.IMAGE, "a.png", PNG)).isInstanceOf(SendResult.Unknown.class);
    }

    private SendResult send(Attachment.Kind kind, String name, byte[] bytes) {
        return gowa.bridge.send(
                OpenGowa.withFile("Seu ingresso: olá, até lá!", kind, name, bytes), "r:1", OpenGowa.SOON);
    }
}
