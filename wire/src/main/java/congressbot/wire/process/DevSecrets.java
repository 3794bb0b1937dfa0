package congressbot.wire.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/// Secrets that nobody had to think of, for `ENV=dev`: random, so that there is no default key to know, and kept, so
/// that all processes agree.
final class DevSecrets {
    /// Characters of the shortest secret that is taken: 256 bits when random hexadecimal has twice as many.
    static final int LENGTH = 32;

    private static final int BYTES = 32;

    private DevSecrets() {}

    static String keptIn(Path dataDir, Variable variable) {
        try {
            Path file = dataDir.resolve("secrets").resolve(variable.name());
            if (Files.notExists(file)) {
                create(file);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Written aside and linked into place: whoever comes second finds it whole.
    private static void create(Path file) throws IOException {
        Path folder = Files.createDirectories(file.getParent());
        var onlyOwner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Path aside = Files.createTempFile(folder, ".new", "", onlyOwner);
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        Files.writeString(aside, HexFormat.of().formatHex(bytes));
        try {
            Files.createLink(file, aside);
        } catch (FileAlreadyExistsException _) {
            // Another process was faster: its secret holds.
        } finally {
            Files.delete(aside);
        }
    }
}
