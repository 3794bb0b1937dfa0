package congressbot.migrations.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// The file of a backup, to be read.
final class Archive implements AutoCloseable {
    /// More than any label of ours has.
    private static final int LABEL_LIMIT = 1024 * 1024;

    private final ZipFile zip;

    /// @throws ZipException when it is no zip archive, or was cut off
    Archive(Path file) throws IOException {
        this.zip = new ZipFile(file.toFile());
    }

    /// Takes the bytes of an entry.
    @FunctionalInterface
    interface Reader<T, X extends Exception> {
        T read(InputStream bytes) throws IOException, X;
    }

    /// Empty when a stranger wrote the archive.
    Optional<Label> label() throws IOException {
        if (zip.getEntry(Label.ENTRY) == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Label.of(this.<byte[], IOException>read(Label.ENTRY, in -> in.readNBytes(LABEL_LIMIT))));
        } catch (JsonProcessingException _) {
            return Optional.empty();
        }
    }

    /// @throws ZipException when the entry is missing, or not what was written
    <T, X extends Exception> T read(String name, Reader<T, X> reader) throws IOException, X {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new ZipException("no " + name);
        }
        try (CheckedInputStream bytes =
                new CheckedInputStream(Objects.requireNonNull(zip.getInputStream(entry)), new CRC32())) {
            T read = reader.read(bytes);
            bytes.skip(Long.MAX_VALUE);
            if (bytes.getChecksum().getValue() != entry.getCrc()) {
                throw new ZipException(name + " is damaged");
            }
            return read;
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
