package congressbot.dev.compose;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// The health check of our containers, run as Docker runs it.
class HealthProbeTest {
    @Test
    void the_probe_tells_a_healthy_process_from_a_sick_one_and_from_none() throws Exception {
        assertThat(probe(server(200))).isZero();
        assertThat(probe(server(503))).isEqualTo(1);
        HttpServer gone = server(200);
        gone.stop(0);
        assertThat(probe(gone)).isEqualTo(1);
    }

    private static HttpServer server(int status) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/health", call -> {
            call.sendResponseHeaders(status, -1);
            call.close();
        });
        server.start();
        return server;
    }

    /// The command of compose.yaml, with this machine's JVM, jar and port.
    private static int probe(HttpServer server) throws IOException, InterruptedException {
        List<String> test =
                ComposeFile.words(ComposeFile.read().service("gateway").at("/healthcheck/test"));
        assertThat(test).startsWith("CMD", "java").contains("/app/wire.jar");
        List<String> command = new ArrayList<>(test.subList(1, test.size() - 1));
        command.set(0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.replaceAll(word -> word.equals("/app/wire.jar") ? "../wire/target/wire.jar" : word);
        command.add("" + server.getAddress().getPort());
        Process process = new ProcessBuilder(command).inheritIO().start();
        try {
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            return process.exitValue();
        } finally {
            server.stop(0);
        }
    }
}
