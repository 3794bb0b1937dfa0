package congressbot.dev.stores;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The command as a process of its own, with signals.
final class StoresTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int SIGTERM_EXIT = 143;

    @TempDir
    static Path data;

    private final List<Process> processes = new ArrayList<>();

    @AfterEach
    void kill() {
        processes.forEach(Process::destroyForcibly);
    }

    @AfterAll
    static void leaveNothingRunning() throws IOException {
        EmbeddedPostgres.erase(data.resolve("stores/postgres"));
        EmbeddedRedis.erase(data.resolve("stores/redis"));
    }

    @Test
    void sigterm_stops_both_stores() throws Exception {
        Process stores = start("alone");
        List<URI> urls = urls("alone");

        stores.destroy();

        assertThat(stores.onExit().get().exitValue()).isEqualTo(SIGTERM_EXIT);
        assertThat(urls).extracting(URI::getScheme).containsExactly("postgresql", "redis");
        assertThat(urls).allSatisfy(url -> assertThat(Ports.free(url.getPort())).isEqualTo(url.getPort()));
    }

    @Test
    void the_stores_of_a_killed_process_are_inherited_by_the_next_and_used_by_a_third() throws Exception {
        Process killed = start("killed");
        List<URI> urls = urls("killed");

        killed.destroyForcibly().onExit().get();
        Process heir = start("heir");
        List<URI> inherited = urls("heir");
        Process guest = start("guest");
        List<URI> shared = urls("guest");
        heir.destroy();

        assertThat(inherited).isEqualTo(urls);
        assertThat(shared).isEqualTo(urls);
        assertThat(heir.onExit().get().exitValue()).isEqualTo(SIGTERM_EXIT);
        assertThat(guest.onExit().get().exitValue()).isEqualTo(1);
        assertThat(Files.readString(log("guest"))).contains("has ended unexpectedly");
    }

    private Process start(String name) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(coverageAgent());
        command.addAll(List.of("-Xmx128m", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path")));
        command.add(Stores.class.getName());
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("DATA_DIR", data.toString());
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(log(name).toFile())
                .start();
        processes.add(process);
        return process;
    }

    /// What the child covers counts, too.
    private static List<String> coverageAgent() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("-javaagent:"))
                .toList();
    }

    /// The printed URLs, once both are there.
    private List<URI> urls(String name) {
        return await(name).atMost(LIMIT).until(() -> printedUrls(name), urls -> urls.size() == 2);
    }

    private List<URI> printedUrls(String name) throws IOException {
        return Files.readString(log(name), UTF_8)
                .lines()
                .filter(line -> line.matches("(DATABASE|REDIS)_URL=.*"))
                .map(line -> URI.create(line.substring(line.indexOf('=') + 1)))
                .toList();
    }

    private Path log(String name) {
        return data.resolve(name + ".log");
    }
}
