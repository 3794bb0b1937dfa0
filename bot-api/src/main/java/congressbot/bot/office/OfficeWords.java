package congressbot.bot.office;

import congressbot.bot.participant.MailState;
import congressbot.bot.participant.Participant.Status;
import congressbot.bot.text.Spelling;
import congressbot.wire.resource.ResourceFile;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.function.UnaryOperator;

/// The words that pages and files share; they are `office.properties`.
public final class OfficeWords {
    public static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");

    private final Properties words;
    private final UnaryOperator<String> channels;
    private final DateTimeFormatter moments;

    private OfficeWords(Properties words, UnaryOperator<String> channels) {
        this.words = words;
        this.channels = channels;
        this.moments = DateTimeFormatter.ofPattern(said("moment")).withZone(ZONE);
    }

    /// Reads the words beside this class.
    ///
    /// @param channels tells what channels are called
    public static OfficeWords load(UnaryOperator<String> channels) {
        return new OfficeWords(
                ResourceFile.beside(OfficeWords.class, "office.properties").properties(), channels);
    }

    public String head(Column column) {
        return said("column." + column.code());
    }

    /// The column whose head this is, also by other names.
    Optional<Column> column(String head) {
        String folded = Spelling.folded(head);
        return Arrays.stream(Column.values())
                .filter(column -> Arrays.stream(
                                (head(column) + ";" + words.getProperty("also." + column.code(), "")).split(";"))
                        .map(Spelling::folded)
                        .anyMatch(name -> !name.isEmpty() && name.equals(folded)))
                .findFirst();
    }

    public String status(Status status) {
        return said("status." + lower(status));
    }

    Optional<Status> status(String text) {
        String folded = Spelling.folded(text);
        return Arrays.stream(Status.values())
                .filter(status -> Arrays.asList(
                                said("status." + lower(status) + ".also").split(";"))
                        .contains(folded))
                .findFirst();
    }

    public String mail(MailState mail) {
        return said("mail." + lower(mail));
    }

    public String channel(String channel) {
        return channels.apply(channel);
    }

    /// Why a field is wrong.
    public String fault(String key) {
        return said("fault." + key);
    }

    /// The name of a column of the database.
    public String field(String column) {
        return words.getProperty("field." + column, column);
    }

    /// Day and time in Brasília.
    public String moment(Instant moment) {
        return moments.format(moment);
    }

    public DateTimeFormatter moments() {
        return moments;
    }

    public String said(String key) {
        return Objects.requireNonNull(words.getProperty(key), key);
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
