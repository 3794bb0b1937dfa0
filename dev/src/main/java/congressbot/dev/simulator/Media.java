package congressbot.dev.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/// Files that people sent, under names that nobody guesses; served at `/statics/media/{name}`.
final class Media {
    static final String PATH = "/statics/media/";
    private static final String NAME = "[0-9a-f-]{36}\\.(ogg|jpg|png)";

    private final Path folder;

    Media(Path folder) {
        this.folder = folder;
    }

    /// The kinds that a phone of ours sends, told apart by their first bytes: what a page says of them is not asked.
    enum Kind {
        OGG("ogg", "audio/ogg", 2 * 1024 * 1024, "4f676753"),
        JPEG("jpg", "image/jpeg", 5 * 1024 * 1024, "ffd8ff"),
        PNG("png", "image/png", 5 * 1024 * 1024, "89504e47");

        final String suffix;
        final String type;
        final int maxBytes;
        private final String start;

        /// @param start the first bytes, in hexadecimal digits
        Kind(String suffix, String type, int maxBytes, String start) {
            this.suffix = suffix;
            this.type = type;
            this.maxBytes = maxBytes;
            this.start = start;
        }

        boolean is(byte[] bytes) {
            int length = start.length() / 2;
            return bytes.length >= length
                    && HexFormat.of().formatHex(bytes, 0, length).equals(start);
        }
    }

    record Stored(Path file, String type) {}

    /// Keeps a file, and gives its path on our server.
    String keep(Kind kind, byte[] bytes) throws IOException {
        Files.createDirectories(folder);
        String name = UUID.randomUUID() + "." + kind.suffix;
        Files.write(folder.resolve(name), bytes);
        return PATH + name;
    }

    Optional<Stored> find(String name) {
        if (!name.matches(NAME)) {
            return Optional.empty();
        }
        Path file = folder.resolve(name);
        for (Kind kind : Kind.values()) {
            if (name.endsWith("." + kind.suffix) && Files.isRegularFile(file)) {
                return Optional.of(new Stored(file, kind.type));
            }
        }
        return Optional.empty();
    }
}
