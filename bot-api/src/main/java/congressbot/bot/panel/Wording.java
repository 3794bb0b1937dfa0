package congressbot.bot.panel;

import congressbot.bot.participant.Participant;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

/// The words and forms that the page and the file share; they are `panel.properties`.
final class Wording {
    private static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");

    private final Properties words;
    private final DateTimeFormatter moments;

    private Wording(Properties words) {
        this.words = words;
        this.moments = DateTimeFormatter.ofPattern(said("moment")).withZone(ZONE);
    }

    static Wording load() {
        Properties words = new Properties();
        try (InputStream resource = Wording.class.getResourceAsStream("panel.properties")) {
            if (resource == null) {
                throw new IllegalStateException("no words for the panel");
            }
            words.load(new InputStreamReader(resource, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Wording(words);
    }

    String status(Participant.Status status) {
        return said("status." + status.name().toLowerCase(Locale.ROOT));
    }

    /// Day and time in Brasília.
    String moment(Instant moment) {
        return moments.format(moment);
    }

    /// The heads of the file's columns.
    List<String> columns() {
        return List.of(said("columns").split(";"));
    }

    /// The file's name, with the day in ISO 8601, so that files sort by it.
    String fileName(Instant now) {
        return said("file").replace("{day}", LocalDate.ofInstant(now, ZONE).toString());
    }

    private String said(String key) {
        return Objects.requireNonNull(words.getProperty(key), key);
    }
}
