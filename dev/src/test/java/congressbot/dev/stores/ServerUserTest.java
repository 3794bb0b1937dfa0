package congressbot.dev.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ServerUserTest {
    private static final int THEIR_USER = 1234;
    private static final int THEIR_GROUP = 5678;

    @TempDir
    Path parent;

    @Test
    void whoever_is_not_root_runs_the_server_as_such() throws Exception {
        assumeFalse(ServerUser.isRoot());

        assertThat(ServerUser.prefix(parent)).isEmpty();
    }

    @Test
    void root_runs_the_server_as_the_owner_of_the_folder() throws Exception {
        assumeTrue(ServerUser.isRoot());
        Path folder = theirFolder();

        Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwx--x--x"));

        assertThat(ServerUser.prefix(folder))
                .containsExactly("setpriv", "--reuid=1234", "--regid=5678", "--clear-groups");
    }

    @Test
    void an_owner_who_cannot_enter_the_folder_is_named() throws Exception {
        assumeTrue(ServerUser.isRoot());
        Path folder = theirFolder();

        Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwx------"));

        assertThatThrownBy(() -> ServerUser.prefix(folder))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("user 1234")
                .hasMessageContaining("cannot enter " + folder);
    }

    private Path theirFolder() throws IOException {
        Path folder = Files.createDirectory(parent.resolve("theirs"));
        Files.setAttribute(folder, "unix:uid", THEIR_USER);
        Files.setAttribute(folder, "unix:gid", THEIR_GROUP);
        return folder;
    }
}
