package congressbot.dev.bench.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageReaderTest {
    @Test
    void messages_come_one_after_the_other_until_the_connection_ends() throws IOException {
        MessageReader reader =
                reader("POST /a HTTP/1.1\r\nContent-Length: 3\r\nX-A:  b \r\n\r\nabcGET /b HTTP/1.1\r\n\r\n");

        Message first = reader.next().orElseThrow();
        Message second = reader.next().orElseThrow();

        assertThat(first.start()).isEqualTo("POST /a HTTP/1.1");
        assertThat(first.headers()).isEqualTo(Map.of("content-length", "3", "x-a", "b"));
        assertThat(first.body().text()).isEqualTo("abc");
        assertThat(second.start()).isEqualTo("GET /b HTTP/1.1");
        assertThat(second.body().size()).isZero();
        assertThat(reader.next()).isEqualTo(Optional.empty());
    }

    @Test
    void what_is_written_can_be_read() throws IOException {
        byte[] written = Message.bytes("HTTP/1.1 200 OK", Map.of("Content-Type", "text/plain"), "ção".repeat(9_000));

        Message read =
                new MessageReader(new ByteArrayInputStream(written)).next().orElseThrow();

        assertThat(read.start()).isEqualTo("HTTP/1.1 200 OK");
        assertThat(read.headers()).containsEntry("content-type", "text/plain");
        assertThat(read.body().text()).isEqualTo("ção".repeat(9_000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 9999999\r\n\r\n",
                "HTTP/1.1 200 OK\r\nno header\r\n\r\n",
                "HTTP/1.1 200 OK\nContent-Length: 0\r\n\r\n"
            })
    void what_our_gateway_does_not_say_is_refused(String said) {
        assertThatThrownBy(() -> reader(said).next()).isInstanceOf(Unexpected.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 20", "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nab"})
    void a_connection_that_ends_in_the_middle_is_told(String said) {
        assertThatThrownBy(() -> reader(said).next()).isInstanceOf(EOFException.class);
    }

    private static MessageReader reader(String said) {
        return new MessageReader(new ByteArrayInputStream(said.getBytes(StandardCharsets.UTF_8)));
    }
}
