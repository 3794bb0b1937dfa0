package congressbot.dev.stores;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/// Where executables that travel inside jars are unpacked, once for all folders and runs.
final class ExecutableCache {
    static final Set<PosixFilePermission> EXECUTABLE = PosixFilePermissions.fromString("rwxr-xr-x");

    @FunctionalInterface
    interface Unpacking {
        void into(Path folder) throws IOException;
    }

    private ExecutableCache() {}

    /// The folder of this name, unpacked if it is not there. It appears whole or not at all, whoever else unpacks.
    static Path folder(String name, Unpacking unpacking) throws IOException {
        return folder(root(), name, unpacking);
    }

    static Path folder(Path root, String name, Unpacking unpacking) throws IOException {
        Path folder = root.resolve(name);
        if (Files.isDirectory(folder)) {
            return folder;
        }
        Path unfinished = Files.createTempDirectory(Folders.readable(root), name + ".unfinished");
        try {
            unpacking.into(Folders.readable(unfinished));
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Folders.delete(unfinished);
            if (!Files.isDirectory(folder)) { // else another process was faster: its copy is as good
                throw e;
            }
        }
        return folder;
    }

    /// Root's home is closed to the unprivileged user that may have to run PostgreSQL, so root gets a public place.
    private static Path root() {
        Path caches = ServerUser.isRoot()
                ? Path.of("/var/cache")
                : Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                        .filter(path -> !path.isBlank())
                        .map(Path::of)
                        .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache"));
        return caches.resolve("congress-bot").toAbsolutePath();
    }
}
