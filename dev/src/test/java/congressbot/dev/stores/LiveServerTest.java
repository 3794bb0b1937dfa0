package congressbot.dev.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class LiveServerTest {
    @Test
    void a_process_runs_until_it_has_ended() throws Exception {
        Process process = new ProcessBuilder("sleep", "60").start();
        LiveServer server = new LiveServer(process.pid(), 0);
        boolean before = server.running();

        server.kill();

        assertThat(before).isTrue();
        await().until(() -> !server.running());
        assertThat(process.waitFor()).isNotZero();
    }

    @Test
    void a_zombie_does_not_run() throws Exception {
        assumeTrue(Files.exists(Path.of("/proc/self/stat")));
        // The shell becomes a program that never waits for the child that the shell left it.
        Process parent = new ProcessBuilder("sh", "-c", "sleep 60 & echo $!; exec sleep 60 >&-").start();
        try {
            long pid =
                    Long.parseLong(parent.inputReader(StandardCharsets.US_ASCII).readLine());
            LiveServer child = new LiveServer(pid, 0);
            Path program = Path.of("/proc/" + parent.pid() + "/comm");
            await().until(() -> Files.readString(program).strip().equals("sleep")); // no shell that would still wait

            child.kill();

            await().until(() -> !child.running());
            assertThat(ProcessHandle.of(pid)).isPresent();
        } finally {
            parent.destroyForcibly();
        }
    }
}
