package congressbot.wire.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/// What nobody had to set, for `ENV=dev`: one file for a variable in `DATA_DIR/dev`, where all processes find the
/// same. The embedded stores leave their addresses there; secrets are made up, so that there is no default to know.
public final class DevValues {
    /// Characters of the shortest secret that is taken.
    static final int SECRET_LENGTH = 32;

    private static final int RANDOM_BYTES = 32;

    private final Path folder;

    public DevValues(Path dataDir) {
        folder = dataDir.resolve("dev");
    }

    /// Keeps a value until it is kept anew; readable for the owner only.
    public void keep(Variable variable, String value) throws IOException {
        Files.move(aside(value), folder.resolve(variable.name()), StandardCopyOption.ATOMIC_MOVE);
    }

    /// What was kept last.
    public Optional<String> kept(String variable) {
        Path file = folder.resolve(variable);
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The kept secret, or a new random one. When several processes come at once, the first one's holds.
    String madeUp(String variable) {
        try {
            Path aside = aside(random());
            try {
                Files.createLink(folder.resolve(variable), aside);
            } catch (FileAlreadyExistsException _) {
                // Another process was faster: its secret holds.
            } finally {
                Files.delete(aside);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return kept(variable).orElseThrow();
    }

    static String random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /// Written aside and then put in place: nobody ever reads half of it.
    private Path aside(String value) throws IOException {
        Files.createDirectories(folder);
        var onlyOwner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        return Files.writeString(Files.createTempFile(folder, ".new", "", onlyOwner), value);
    }
}
