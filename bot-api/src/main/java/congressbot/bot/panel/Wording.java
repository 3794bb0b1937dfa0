package congressbot.bot.panel;

import congressbot.wire.resource.ResourceFile;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/// The words and forms that pages and files share; they are `panel.properties`.
public final class Wording {
    public static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");

    private final Properties words;
    private final DateTimeFormatter moments;
    private final Locale locale;

    private Wording(Properties words) {
        this.words = words;
        this.moments = DateTimeFormatter.ofPattern(words.getProperty("moment")).withZone(ZONE);
        this.locale = Locale.forLanguageTag(words.getProperty("locale"));
    }

    public static Wording load() {
        return new Wording(
                ResourceFile.beside(Wording.class, "panel.properties").properties());
    }

    /// Day and time in Brasília.
    public String moment(Instant moment) {
        return moments.format(moment);
    }

    /// As people write it: `1.234`.
    public String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /// A number with what is counted.
    ///
    /// @param one what stands beside a one
    /// @param many what stands beside all others
    public String count(long number, String one, String many) {
        return number(number) + " " + (number == 1 ? one : many);
    }

    /// A channel that has no name of its own is called as it is.
    public String channel(String channel) {
        return find("channel." + channel).orElse(channel);
    }

    /// The same in a list, where channels that are called alike have to be told apart.
    ///
    /// @param all channels of the list
    public String channel(String channel, Collection<String> all) {
        String name = channel(channel);
        boolean shared =
                all.stream().filter(other -> channel(other).equals(name)).count() > 1;
        return shared ? find("channel.apart." + channel).orElse(name) : name;
    }

    /// The text of a key, which is there.
    public String said(String key) {
        return find(key).orElseThrow(() -> new IllegalArgumentException("no words for " + key));
    }

    public Optional<String> find(String key) {
        return Optional.ofNullable(words.getProperty(key));
    }
}
