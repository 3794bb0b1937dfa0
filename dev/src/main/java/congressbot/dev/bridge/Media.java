package congressbot.dev.bridge;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// Files that were sent, under names that nobody guesses; served at `/statics/media/{name}`.
public final class Media {
    public static final String PATH = "/statics/media/";
    private static final String NAME = "[0-9a-f-]{36}\\.(ogg|jpg|png|pdf|bin)";

    private final Path folder;

    /// @param folder made when the first file comes
    public Media(Path folder) {
        this.folder = folder;
    }

    /// The kinds that are sent, told apart by their first bytes: what a page says of them is not asked.
    public enum Kind {
        OGG("ogg", "audio/ogg", 2 * 1024 * 1024, "4f676753"),
        JPEG("jpg", "image/jpeg", 5 * 1024 * 1024, "ffd8ff"),
        PNG("png", "image/png", 5 * 1024 * 1024, "89504e47"),
        PDF("pdf", "application/pdf", 10 * 1024 * 1024, "25504446"),
        /// Whatever begins differently.
        OTHER("bin", "application/octet-stream", 10 * 1024 * 1024, "");

        private final String suffix;
        private final String type;
        private final int maxBytes;
        private final String start;

        /// @param start the first bytes, in hexadecimal digits
        Kind(String suffix, String type, int maxBytes, String start) {
            this.suffix = suffix;
            this.type = type;
            this.maxBytes = maxBytes;
            this.start = start;
        }

        /// The first of these that the bytes are.
        public static Optional<Kind> of(byte[] bytes, List<Kind> some) {
            return some.stream().filter(kind -> kind.is(bytes)).findFirst();
        }

        public static Kind of(byte[] bytes) {
            return Stream.of(values())
                    .filter(kind -> kind.is(bytes))
                    .findFirst()
                    .orElse(OTHER);
        }

        public String type() {
            return type;
        }

        public int maxBytes() {
            return maxBytes;
        }

        public boolean isPicture() {
            return this == JPEG || this == PNG;
        }

        private boolean is(byte[] bytes) {
            int length = start.length() / 2;
            return bytes.length >= length
                    && bytes.length <= maxBytes
                    && HexFormat.of().formatHex(bytes, 0, length).equals(start);
        }
    }

    public record Stored(Path file, Kind kind) {
        public byte[] bytes() throws IOException {
            return Files.readAllBytes(file);
        }
    }

    /// Serves them to everybody who knows their names.
    public void addTo(RoutesConfig routes) {
        routes.get(PATH + "{name}", this::serve);
    }

    private void serve(Context call) throws IOException {
        Optional<Stored> stored = find(call.pathParam("name"));
        if (stored.isEmpty()) {
            call.status(HttpStatus.NOT_FOUND);
            return;
        }
        Path file = stored.get().file();
        call.writeSeekableStream(Files.newInputStream(file), stored.get().kind().type(), Files.size(file));
    }

    /// Keeps a file, and gives its path on our server.
    public String keep(Kind kind, byte[] bytes) throws IOException {
        Files.createDirectories(folder);
        String name = UUID.randomUUID() + "." + kind.suffix;
        Files.write(folder.resolve(name), bytes);
        return PATH + name;
    }

    /// The file of that name, the last part of its path.
    public Optional<Stored> find(String name) {
        if (!name.matches(NAME)) {
            return Optional.empty();
        }
        Path file = folder.resolve(name);
        return Stream.of(Kind.values())
                .filter(kind -> name.endsWith("." + kind.suffix) && Files.isRegularFile(file))
                .map(kind -> new Stored(file, kind))
                .findFirst();
    }

    /// The file of a message.
    public Optional<Stored> of(ChatContent content) {
        return content.file().flatMap(path -> find(path.substring(PATH.length())));
    }
}
