package congressbot.dev.stores;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import redis.embedded.core.ExecutableProvider;
import redis.embedded.error.OsArchitectureNotFound;
import redis.embedded.error.UnknownOSName;
import redis.embedded.model.OsArchitecture;

/// The `redis-server` of the machine, else the one of the classpath (6.2).
final class RedisExecutable {
    private static final String NAME = "redis-server";

    private RedisExecutable() {}

    static Path file() throws IOException {
        Optional<Path> installed = installed();
        return installed.isPresent() ? installed.get() : embedded();
    }

    private static Optional<Path> installed() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Arrays.stream(path.split(File.pathSeparator))
                .map(folder -> Path.of(folder).resolve(NAME))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Path embedded() throws IOException {
        String resource = resource();
        return ExecutableCache.folder(resource, folder -> unpack("/" + resource, folder.resolve(NAME)))
                .resolve(NAME);
    }

    private static String resource() throws StoreUnavailable {
        try {
            return Optional.ofNullable(
                            ExecutableProvider.newProvidedVersionsMap().get(OsArchitecture.detectOSandArchitecture()))
                    .map(name -> name.replace("/", ""))
                    .orElseThrow(RedisExecutable::missing);
        } catch (OsArchitectureNotFound | UnknownOSName _) { // as good as none for this machine
            throw missing();
        }
    }

    private static StoreUnavailable missing() {
        return new StoreUnavailable("no embedded Redis for %s on %s: install redis-server"
                .formatted(System.getProperty("os.name"), System.getProperty("os.arch")));
    }

    private static void unpack(String resource, Path file) throws IOException {
        try (InputStream content = RedisExecutable.class.getResourceAsStream(resource)) {
            if (content == null) {
                throw missing();
            }
            Files.copy(content, file);
        }
        Files.setPosixFilePermissions(file, ExecutableCache.EXECUTABLE);
    }
}
