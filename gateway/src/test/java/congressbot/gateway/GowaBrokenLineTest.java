package congressbot.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.gateway.bridge.Alarm;
import congressbot.gateway.bridge.Means;
import congressbot.gateway.bridge.MediaSeal;
import congressbot.gateway.bridge.SendResult;
import congressbot.gateway.bridge.Session;
import congressbot.gateway.bridge.gowa.Gowa;
import congressbot.gateway.bridge.gowa.GowaSettings;
import congressbot.gateway.bridge.gowa.Webhooks;
import congressbot.wire.http.HttpCaller;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A bridge whose line breaks, which no proper server can be told to do.
class GowaBrokenLineTest {
    private final HttpCaller caller = new HttpCaller(2);
    private ServerSocket server;
    private Gowa bridge;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0);
        URI here = URI.create("http://127.0.0.1:" + server.getLocalPort());
        GowaSettings settings = new GowaSettings(here, Optional.empty(), Optional.empty(), List.of(Webhooks.SECRET));
        InstantSource time = InstantSource.system();
        bridge = new Gowa(
                TestGateway.GOWA,
                settings,
                new Means(caller, new MediaSeal(TestGateway.KEY), new Alarm(time), time, Path.of("target")));
    }

    @AfterEach
    void close() throws IOException {
        caller.close();
        server.close();
    }

    @Test
    void a_line_that_breaks_after_the_message_left_leaves_it_open() {
        answer("");

        assertThat(send(Duration.ofSeconds(5))).isInstanceOf(SendResult.Unknown.class);
    }

    @Test
    void an_answer_that_breaks_off_leaves_it_open() {
        answer("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{\"code\":\"SUCC");

        assertThat(send(Duration.ofSeconds(5))).isInstanceOf(SendResult.Unknown.class);
    }

    @Test
    void an_answer_that_never_comes_leaves_it_open() {
        Thread.startVirtualThread(this::acceptAndWait);

        assertThat(send(Duration.ofMillis(300))).isInstanceOf(SendResult.Unknown.class);
    }

    @Test
    void who_is_not_there_got_nothing() throws IOException {
        server.close();

        assertThat(send(Duration.ofSeconds(5))).isInstanceOf(SendResult.TryLater.class);
        assertThat(bridge.session().state()).isEqualTo(Session.State.UNREACHABLE);
    }

    private SendResult send(Duration atMost) {
        return bridge.send(TestGateway.outgoing("olá"), "r:1", atMost);
    }

    /// Reads one request to its end, writes this, and hangs up.
    private void answer(String raw) {
        Thread.startVirtualThread(() -> {
            try (Socket line = server.accept()) {
                readRequest(line.getInputStream());
                line.getOutputStream().write(raw.getBytes(StandardCharsets.UTF_8));
            } catch (IOException _) {
                // the test ended first
            }
        });
    }

    private void acceptAndWait() {
        try (Socket line = server.accept()) {
            line.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException _) {
            // the test ended first
        }
    }

    private static void readRequest(InputStream in) throws IOException {
        StringBuilder seen = new StringBuilder();
        while (!seen.toString().contains("\"message\":")) {
            seen.append((char) in.read());
        }
        in.skipNBytes(in.available());
    }
}
