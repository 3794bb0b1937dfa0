package congressbot.wire.resource;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;

/// A file on the class path, UTF-8 where it is text. One that is missing is a mistake in the build.
public final class ResourceFile {
    private static final String COMMENT = "#";

    private final Class<?> beside;
    private final String name;

    private ResourceFile(Class<?> beside, String name) {
        this.beside = beside;
        this.name = name;
    }

    /// The file with this name in the package of a class; with a leading `/`, from the root of the
    /// class path.
    public static ResourceFile beside(Class<?> type, String name) {
        return new ResourceFile(type, name);
    }

    public byte[] bytes() {
        try (InputStream in = beside.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no file " + name + " beside " + beside.getSimpleName());
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    /// Its lines, stripped, without empty ones and those that begin with `#`.
    public List<String> lines() {
        return text().lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith(COMMENT))
                .toList();
    }

    public Properties properties() {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
