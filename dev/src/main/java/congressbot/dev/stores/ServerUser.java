package congressbot.dev.stores;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// As whom the servers run: not as root, which PostgreSQL refuses.
final class ServerUser {
    private static final int ROOT = 0;

    /// The traditional user and group that own nothing.
    private static final int NOBODY = 65534;

    private static final Duration PROBE_LIMIT = Duration.ofSeconds(5);

    private ServerUser() {}

    static boolean isRoot() {
        try {
            Path self = Path.of("/proc/self");
            return Files.exists(self) && owner(self, "unix:uid") == ROOT;
        } catch (IOException _) { // no such attribute: not a system where root matters
            return false;
        }
    }

    /// The words to put before a command, so that it may use the folder and is not root. Whoever owns the folder runs
    /// it. Where that is root, a user namespace of its own makes it nobody in its own eyes while the files stay
    /// root's; where the kernel or the container forbids that, the folder is given away to nobody.
    static List<String> prefix(Path folder) throws IOException {
        if (!isRoot()) {
            return List.of();
        }
        if (owner(folder, "unix:uid") == ROOT) {
            List<String> namespace = List.of("unshare", "-U");
            if (canEnter(folder, namespace)) {
                return namespace;
            }
            giveAway(folder);
        }
        return theOwner(folder);
    }

    private static List<String> theOwner(Path folder) throws IOException {
        int user = owner(folder, "unix:uid");
        List<String> prefix =
                List.of("setpriv", "--reuid=" + user, "--regid=" + owner(folder, "unix:gid"), "--clear-groups");
        if (!canEnter(folder, prefix)) {
            throw new StoreUnavailable(
                    "user %d, who runs the server in root's place, cannot enter %s: open the folders above it or set DATA_DIR"
                            .formatted(user, folder));
        }
        return prefix;
    }

    private static boolean canEnter(Path folder, List<String> prefix) {
        try {
            new Command(prefix, Path.of("ls"), List.of(folder.toString()), setupLog(folder)).run(PROBE_LIMIT, "");
            return true;
        } catch (IOException _) { // forbidden, or the program is not installed: the caller has another way
            return false;
        }
    }

    private static void giveAway(Path folder) throws IOException {
        List<String> arguments = List.of("-R", NOBODY + ":" + NOBODY, folder.toString());
        new Command(List.of(), Path.of("chown"), arguments, setupLog(folder)).run(PROBE_LIMIT, "");
    }

    /// Gives the file to whoever owns the folder.
    static void giveTo(Path folder, Path file) throws IOException {
        Files.setAttribute(file, "unix:uid", owner(folder, "unix:uid"));
    }

    private static Path setupLog(Path folder) {
        return folder.resolve("setup.log");
    }

    private static int owner(Path path, String attribute) throws IOException {
        return (int) Files.getAttribute(path, attribute);
    }
}
