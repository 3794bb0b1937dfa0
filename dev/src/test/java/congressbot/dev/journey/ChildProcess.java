package congressbot.dev.journey;

import static org.awaitility.Awaitility.await;

import congressbot.wire.http.Call;
import congressbot.wire.http.Exchange;
import congressbot.wire.http.HttpCaller;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// One of our processes, started from its packaged jar as the launcher does, and killed without warning.
final class ChildProcess implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(40);

    private final String module;
    private final String mainClass;
    private final int port;
    private final Map<String, String> environment;
    private final Path console;
    private Process process;

    ChildProcess(String module, String mainClass, int port, Map<String, String> environment, Path folder)
            throws IOException {
        this.module = module;
        this.mainClass = mainClass;
        this.port = port;
        this.environment = Map.copyOf(environment);
        this.console = folder.resolve(module + ".console");
        this.process = launch();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    Path console() {
        return console;
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    void restart() throws IOException {
        process = launch();
    }

    void awaitReady(HttpCaller http) {
        await().atMost(START)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> http.send(Call.get(address().resolve("/health"), Duration.ofSeconds(2)))
                                instanceof Exchange.Answered answered
                        && answered.status() == 200);
    }

    /// As SIGTERM does; true when the process ended within its grace time.
    boolean stop() throws InterruptedException {
        process.destroy();
        return process.waitFor(35, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private Process launch() throws IOException {
        Path target = Path.of("..", module, "target").toAbsolutePath().normalize();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m", "-cp"));
        command.add(target.resolve(module + ".jar") + File.pathSeparator + target.resolve("lib") + "/*");
        command.add(mainClass);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(console.toFile()));
        builder.environment().putAll(environment);
        return builder.start();
    }
}
