package congressbot.dev.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import congressbot.dev.process.Opened;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A server that repeats what it hears, behind a proxy.
class ProxyTest {
    private static final int PATIENCE_MS = 400;

    private final Opened opened = new Opened();
    private final AtomicInteger heard = new AtomicInteger();
    private Proxy proxy;

    @BeforeEach
    void listen() throws IOException {
        ServerSocket server = opened.with(new ServerSocket(0, 5, InetAddress.getLoopbackAddress()));
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                try {
                    Socket client = server.accept();
                    Thread.ofVirtual().start(() -> repeat(client));
                } catch (IOException _) {
                    return; // the test is over
                }
            }
        });
        proxy = opened.with(Proxy.to("127.0.0.1", server.getLocalPort()));
    }

    @AfterEach
    void close() {
        opened.close();
    }

    @Test
    void what_is_open_passes_both_ways() throws IOException {
        try (Socket client = client()) {
            assertThat(said(client, "abc")).isEqualTo("abc");
        }
    }

    @Test
    void what_is_cut_is_reset_also_when_it_was_open_before() throws IOException {
        try (Socket client = client()) {
            said(client, "abc");

            proxy.become(Condition.CUT);

            assertThatThrownBy(() -> said(client, "def")).isInstanceOf(SocketException.class);
        }
    }

    @Test
    void cut_before_the_reply_the_server_has_heard() throws IOException {
        try (Socket client = client()) {
            proxy.become(Condition.CUT_BEFORE_REPLY);

            assertThatThrownBy(() -> said(client, "abc")).isInstanceOf(SocketException.class);
            assertThat(heard).hasValue(3);
            assertThat(proxy.broken()).isPositive();
        }
    }

    @Test
    void half_open_nobody_hears_anything_until_it_ends() throws IOException {
        try (Socket client = client()) {
            proxy.become(Condition.HALF_OPEN);

            assertThatThrownBy(() -> said(client, "abc")).isInstanceOf(SocketTimeoutException.class);
            proxy.become(Condition.OPEN);
            assertThatThrownBy(() -> said(client, "abc")).isInstanceOf(SocketException.class);
            assertThat(heard).hasValue(0);
        }
    }

    @Test
    void a_slow_one_answers_late() throws IOException {
        try (Socket client = client()) {
            proxy.become(Condition.SLOW);

            assertThatThrownBy(() -> said(client, "abc")).isInstanceOf(SocketTimeoutException.class);
            client.setSoTimeout(10_000);
            assertThat(new String(client.getInputStream().readNBytes(3), StandardCharsets.UTF_8))
                    .isEqualTo("abc");
        }
    }

    @Test
    void what_drips_comes_whole_and_slowly() throws IOException {
        try (Socket client = client()) {
            proxy.become(Condition.DRIPPING);
            long start = System.nanoTime();

            assertThat(said(client, "abcdef")).isEqualTo("abcdef");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofSeconds(1));
        }
    }

    private Socket client() throws IOException {
        Socket client = opened.with(new Socket(InetAddress.getLoopbackAddress(), proxy.port()));
        client.setSoTimeout(PATIENCE_MS);
        return client;
    }

    private static String said(Socket client, String text) throws IOException {
        client.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        byte[] answer = client.getInputStream().readNBytes(text.length());
        if (answer.length < text.length()) {
            throw new SocketException("closed");
        }
        return new String(answer, StandardCharsets.UTF_8);
    }

    private void repeat(Socket client) {
        try (client) {
            for (int c = client.getInputStream().read();
                    c >= 0;
                    c = client.getInputStream().read()) {
                heard.incrementAndGet();
                client.getOutputStream().write(c);
            }
        } catch (IOException _) {
            // The proxy broke it off, which is what is tested.
        }
    }
}
