package congressbot.dev.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/// What the server says to people, by key.
final class SimulatorTexts {
    private final Properties texts = new Properties();

    SimulatorTexts() {
        try (InputStream in =
                Objects.requireNonNull(SimulatorTexts.class.getResourceAsStream("texts.properties"), "texts")) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String of(String key) {
        return Objects.requireNonNull(texts.getProperty(key), key);
    }
}
