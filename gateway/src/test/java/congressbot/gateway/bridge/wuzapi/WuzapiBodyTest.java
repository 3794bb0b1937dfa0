package congressbot.gateway.bridge.wuzapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WuzapiBodyTest {
    /// All bytes, so that all letters of Base64 occur.
    private static final byte[] FILE = bytes(3_000_000);

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_large_file_is_read_apart_from_its_event(boolean json) throws IOException {
        String text = "{\"base64\":\"" + Base64.getEncoder().encodeToString(FILE)
                + "\",\"event\":{\"a\":\"+ é &\"},\"type\":\"x\"}";
        WuzapiBody body = body(json ? text : form(text));
        ByteArrayOutputStream file = new ByteArrayOutputStream();

        body.writeFile(file);

        assertThat(body.hasFile()).isTrue();
        assertThat(file.toByteArray()).isEqualTo(FILE);
        assertThat(body.event().has("base64")).isFalse();
        assertThat(body.event().at("/event/a").asText()).isEqualTo("+ é &");
    }

    @Test
    void the_file_may_stand_behind_its_event() throws IOException {
        WuzapiBody body = body("{\"event\":{\"base64\":\"no\"},\"base64\":\"T2dnUw==\"}");
        ByteArrayOutputStream file = new ByteArrayOutputStream();

        body.writeFile(file);

        assertThat(file.toString(StandardCharsets.UTF_8)).isEqualTo("OggS");
        assertThat(body.event().at("/event/base64").asText()).isEqualTo("no");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"a\":1}", "{\"base64\":7}", "{\"base64\":null}", "{\"base64\":[\"x\"]}", "[]", "{\"a\":"})
    void what_is_no_text_is_no_file(String json) throws IOException {
        assertThat(body(json).hasFile()).isFalse();
    }

    @Test
    void what_is_no_base64_cannot_be_written() {
        assertThatThrownBy(() -> body("{\"base64\":\"@@@@\"}").writeFile(new ByteArrayOutputStream()))
                .isInstanceOf(IOException.class);
    }

    /// A history that somebody subscribed to would take many times its length when it is read.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"base64\":\"AAAA\",\"event\":\"%s\"}",
                "{\"event\":\"%s\",\"base64\":\"AAAA\"}",
                "{\"event\":\"%s\"}"
            })
    void too_much_beside_the_file_is_not_read(String json) {
        String much = "x".repeat(WuzapiBody.MAX_EVENT);

        assertThatThrownBy(() -> body(json.formatted(much)).event()).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> body(form(json.formatted(much))).event()).isInstanceOf(IOException.class);
    }

    @Test
    void the_first_field_of_the_name_counts_wherever_it_stands() throws IOException {
        assertThat(body("xjsonData=1&token=a&jsonData=%7b%22a%22%3a1%7D&jsonData=2")
                        .event()
                        .path("a")
                        .asInt())
                .isEqualTo(1);
    }

    private static WuzapiBody body(String text) {
        return new WuzapiBody(WuzapiWebhooks.call(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String form(String json) {
        return "jsonData=" + URLEncoder.encode(json, StandardCharsets.UTF_8) + "&token=abc";
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) (i * 31 + i / 256);
        }
        return bytes;
    }
}
