package congressbot.dev.injections;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.dev.process.Opened;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The command, with real stores, bot-api in this process, and a model that is on the attackers' side.
class InjectionsTest {
    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

    private final Opened opened = new Opened();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        opened.close();
    }

    @Test
    void no_attack_achieves_anything() throws Exception {
        List<Attacker.Outcome> outcomes = new Injections(folder.resolve("house"), opened).attack(PROJECT);

        assertThat(outcomes).hasSizeGreaterThanOrEqualTo(200);
        assertThat(outcomes)
                .as(Injections.text(outcomes))
                .allMatch(outcome -> outcome.breach().isEmpty());
    }

    @Test
    void no_document_achieves_anything() throws Exception {
        List<Attacker.Outcome> outcomes = new Injections(folder.resolve("house"), opened).poison(PROJECT);

        assertThat(outcomes).hasSizeGreaterThanOrEqualTo(250);
        assertThat(outcomes)
                .as(Injections.text(outcomes))
                .allMatch(outcome -> outcome.breach().isEmpty());
    }
}
