package congressbot.gateway.bridge;

import congressbot.wire.message.ChannelName;
import congressbot.wire.process.Variable;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// One bridge of ours: `gowa` where there is one of its kind, `wuzapi:norte` where it has a name.
///
/// @param name a lower-case letter and up to 19 more or digits: no number, which an account may be; not
///     `file`, because `GOWA_URL_FILE` names a file
public record Instance(ChannelName channel, Optional<String> name) {
    private static final Pattern NAME = Pattern.compile("(?!file$)[a-z][a-z0-9]{0,19}");

    public Instance {
        if (name.isPresent() && !NAME.matcher(name.get()).matches()) {
            throw new IllegalArgumentException(
                    "an instance is named by 1 to 20 lower-case letters and digits, a letter first");
        }
    }

    /// As it stands in `CHANNELS`.
    public static Instance parse(String text) {
        String[] parts = text.strip().split(":", 2);
        return new Instance(new ChannelName(parts[0]), parts.length == 2 ? Optional.of(parts[1]) : Optional.empty());
    }

    /// The way to its webhooks below `/webhooks/`; also its name in health, logs and metrics.
    public String path() {
        return name.map(own -> channel + "/" + own).orElse(channel.value());
    }

    /// What an envelope names as the receiver. A name stays the same when the number behind it changes.
    ///
    /// @param number our own, digits only, where the bridge tells it
    public String account(Optional<String> number) {
        return name.or(() -> number).orElse(channel.value());
    }

    /// As a variable of this bridge is called: `WUZAPI_URL_NORTE`.
    public String variable(Variable variable) {
        return name.map(own -> variable + "_" + own.toUpperCase(Locale.ROOT)).orElse(variable.name());
    }
}
