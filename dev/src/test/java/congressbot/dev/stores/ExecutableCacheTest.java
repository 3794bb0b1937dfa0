package congressbot.dev.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExecutableCacheTest {
    private static final String NAME = "server-1";

    @TempDir
    Path root;

    @Test
    void a_folder_is_unpacked_once() throws Exception {
        Path first = ExecutableCache.folder(root, NAME, folder -> write(folder, "first"));

        Path second = ExecutableCache.folder(root, NAME, folder -> write(folder, "second"));

        assertThat(second).isEqualTo(first);
        assertThat(second.resolve("server")).hasContent("first");
    }

    @Test
    void a_failed_unpacking_leaves_nothing_behind() {
        assertThatThrownBy(() -> ExecutableCache.folder(root, NAME, folder -> {
                    write(folder, "half");
                    throw new IOException("disk full");
                }))
                .hasMessage("disk full");

        assertThat(root).isEmptyDirectory();
    }

    @Test
    void of_two_that_unpack_at_once_the_first_to_finish_serves_both() throws Exception {
        Path served = ExecutableCache.folder(root, NAME, slow -> {
            ExecutableCache.folder(root, NAME, quick -> write(quick, "quick"));
            write(slow, "slow");
        });

        assertThat(served.resolve("server")).hasContent("quick");
        assertThat(root.toFile().list()).containsExactly(NAME);
    }

    @Test
    void what_is_unpacked_is_open_to_the_user_who_runs_it() throws Exception {
        Path folder = ExecutableCache.folder(root.resolve("new"), NAME, unpacked -> write(unpacked, "server"));

        assertThat(Files.getPosixFilePermissions(folder)).isEqualTo(ExecutableCache.EXECUTABLE);
        assertThat(Files.getPosixFilePermissions(root.resolve("new"))).isEqualTo(ExecutableCache.EXECUTABLE);
    }

    private static void write(Path folder, String content) throws IOException {
        Files.writeString(folder.resolve("server"), content);
    }
}
