package congressbot.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.gateway.bridge.gowa.Webhooks;
import congressbot.wire.Json;
import congressbot.wire.message.IncomingMessage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Signed bodies that no honest bridge would send: none fails the gateway, and whatever stands in the queue is an
/// envelope.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileWebhookTest {
    private static final String TEXT = Webhooks.message("3A", "\"body\":\"oi\"");

    private TestGateway test = new TestGateway();

    @BeforeAll
    void stands() {
        assertThat(test.webhook(TEXT).statusCode()).isEqualTo(200);
    }

    @BeforeEach
    void empty() {
        test.redis.flushAll();
    }

    @AfterAll
    void close() {
        test.close();
    }

    static Stream<String> never_enqueued() {
        return Stream.of(
                        Stream.of(
                                "",
                                " ",
                                "null",
                                "true",
                                "7",
                                "\"\"",
                                "\"event\"",
                                "[]",
                                "{}",
                                "[" + TEXT + "]",
                                "{",
                                "}",
                                "{\"event\"",
                                "{'event':'message'}",
                                "<xml/>",
                                "event=message&payload=1",
                                "NaN",
                                "\u0000",
                                "// " + TEXT,
                                TEXT + TEXT,
                                TEXT + "x",
                                TEXT.substring(0, TEXT.length() - 1),
                                TEXT + "\u0000"),
                        Stream.of("[", "{\"event\":", "{\"event\":\"message\",\"payload\":{\"chat_id\":", "[{\"a\":")
                                .map(bomb -> bomb.repeat(100_000 / bomb.length())),
                        Stream.of(
                                TEXT.replace("\"payload\":{", "\"payload\":{\"id\":\"3B\","),
                                TEXT.replace("{\"event\":\"message\"", "{\"event\":\"message\",\"event\":\"message\""),
                                TEXT.replace("\"message\"", "null"),
                                TEXT.replace("\"message\"", "[\"message\"]"),
                                TEXT.replace("\"message\"", "\"Message\""),
                                TEXT.replace("\"message\"", "\"message\\u0000\""),
                                TEXT.replace("\"id\":\"3A\"", "\"id\":null"),
                                TEXT.replace("\"id\":\"3A\"", "\"id\":{}"),
                                TEXT.replace("\"id\":\"3A\"", "\"id\":\"\\u0000\""),
                                TEXT.replace("\"id\":\"3A\"", "\"id\":\"\\ud800\""),
                                TEXT.replace("\"id\":\"3A\"", "\"id\":\"3A\\r\\nX: y\""),
                                TEXT.replace("\"id\":\"3A\"", "\"id\":\"á\"")),
                        Stream.of(
                                        "",
                                        "@",
                                        "@s.whatsapp.net",
                                        "5585922223333",
                                        "5585922223333@",
                                        "5585922223333@s.whatsapp.net@lid",
                                        "55 85@s.whatsapp.net",
                                        "5585922223333@s.whatsapp.net\\n",
                                        "../../etc@s.whatsapp.net",
                                        "5585922223333@example.com",
                                        "x'; DROP TABLE participants; --@lid",
                                        "٥٥٨٥@s.whatsapp.net",
                                        "5".repeat(65) + "@lid",
                                        "a:b:c@lid",
                                        "\\ud800@lid",
                                        "\\u0000@lid")
                                .map(chat ->
                                        TEXT.replace("\"chat_id\":\"" + TestGateway.CUSTOMER, "\"chat_id\":\"" + chat)),
                        Stream.of("null", "7", "true", "[]", "{}", "1e999999999", "-0")
                                .map(value -> TEXT.replace(
                                        "\"chat_id\":\"" + TestGateway.CUSTOMER + "\"", "\"chat_id\":" + value)))
                .flatMap(bodies -> bodies);
    }

    @ParameterizedTest
    @MethodSource("never_enqueued")
    void what_is_no_message_never_comes_into_the_queue(String body) {
        int status = test.webhook(body).statusCode();

        assertThat(status).isBetween(200, 499);
        assertThat(test.queued()).isEmpty();
    }

    static Stream<String> enqueued() {
        return Stream.concat(
                Stream.of(
                                "\"body\":\"\\u0000\\ud800 oi \\udc00\\ud83d\"",
                                "\"body\":\"" + "\\ud83d".repeat(20_000) + "\"",
                                "\"body\":\"\\u202e\\u2028\\u0007\\u001b[31m\"",
                                "\"body\":{\"$ne\":1}",
                                "\"image\":[[]]",
                                "\"image\":{\"path\":{\"path\":{}}}",
                                "\"image\":{\"path\":\"../../../etc/passwd\",\"url\":\"file:///etc/passwd\"}",
                                "\"image\":{\"url\":\"http://169.254.169.254/\",\"caption\":\"\\u0000\"}",
                                "\"document\":{\"filename\":\"" + "a/".repeat(5_000) + "\"}",
                                "\"audio\":\"\\u0000\"",
                                "\"location\":{\"degreesLatitude\":1e999,\"degreesLongitude\":-1e999}",
                                "\"contact\":{\"displayName\":\"\\ud800\",\"vcard\":\"waid=" + "9".repeat(100_000)
                                        + "\"}",
                                "\"contacts_array\":[7,null,[]]",
                                "\"from_lid\":7,\"chat_lid\":[],\"body\":\"oi\"",
                                "\"__proto__\":{},\"@class\":\"java.lang.Runtime\",\"type\":\"Hologram\",\"body\":\"oi\"",
                                "\"number\":" + "9".repeat(900) + ",\"body\":\"oi\"",
                                "\"deep\":" + "[".repeat(300) + "]".repeat(300) + ",\"body\":\"oi\"")
                        .map(content -> Webhooks.message("3A", content)),
                Stream.of(
                        TEXT.replace("Maria", "\\ud800\\u0000" + "M".repeat(100_000)),
                        TEXT.replace("\"Maria\"", "{}"),
                        TEXT.replace("2026-11-20T18:31:02Z", "-999999999-01-01T00:00:00Z"),
                        TEXT.replace("5585911110000@s.whatsapp.net", "a:b c"),
                        TEXT.replace("\"is_from_me\":false", "\"is_from_me\":\"sim\""),
                        TEXT.replace("\"is_from_me\":false", "\"is_from_me\":{}")));
    }

    @ParameterizedTest
    @MethodSource("enqueued")
    void hostile_content_ends_as_a_sound_envelope(String body) throws Exception {
        int status = test.webhook(body).statusCode();

        assertThat(status).isEqualTo(200);
        assertThat(test.queued()).hasSize(1);
        String envelope = test.queued().getFirst();
        assertThat(Json.write(Json.read(envelope, IncomingMessage.class))).isEqualTo(envelope);
        assertThat(envelope).doesNotContain("\\u0000", "\u0000");
        assertThat(envelope.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(IncomingMessage.MAX_BYTES);
    }

    @Test
    void bytes_that_are_no_text_are_kept_as_unreadable() {
        byte[] text = TEXT.replace("oi", "é").getBytes(StandardCharsets.ISO_8859_1);
        byte[] overlong = {'{', '"', (byte) 0xC0, (byte) 0x80, '"', ':', '1', '}'};

        assertThat(test.webhook(text).statusCode()).isEqualTo(200);
        assertThat(test.webhook(overlong).statusCode()).isEqualTo(200);
        assertThat(test.queued()).isEmpty();
        assertThat(test.unreadable()).hasSize(2);
    }

    static Stream<Integer> seeds() {
        return IntStream.range(0, 60).boxed();
    }

    /// Each changes, cuts, doubles or inserts a few bytes of a recorded webhook.
    @ParameterizedTest
    @MethodSource("seeds")
    void a_garbled_webhook_fails_nothing(int seed) {
        byte[] body = garbled(new Random(seed));

        int status = test.webhook(body).statusCode();

        assertThat(status).isEqualTo(200);
        assertThat(test.queued()).allSatisfy(envelope -> Json.read(envelope, IncomingMessage.class));
    }

    private static byte[] garbled(Random random) {
        List<String> names = List.of("v7-text", "v7-edited", "v8.3-image", "v9.2-text", "v9.2-location", "v9.2-read");
        byte[] body = Webhooks.recorded(names.get(random.nextInt(names.size()))).getBytes(StandardCharsets.UTF_8);
        for (int change = 0; change < 4; change++) {
            int at = random.nextInt(body.length);
            ByteArrayOutputStream changed = new ByteArrayOutputStream();
            changed.write(body, 0, at);
            changed.write(random.nextInt(256));
            int from = random.nextBoolean() ? at : Math.min(body.length, at + random.nextInt(8));
            changed.write(body, from, body.length - from);
            body = changed.toByteArray();
        }
        return body;
    }
}
