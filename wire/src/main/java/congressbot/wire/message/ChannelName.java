package congressbot.wire.message;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/// One way to WhatsApp, in lower case: `gowa`, `meta`, … or `chat` for the HTTP door.
public record ChannelName(@JsonValue String value) {
    private static final Pattern FORM = Pattern.compile("[a-z]{2,16}");

    /// The channel whose HTTP answer is the delivery: nothing is sent for it.
    public static final ChannelName CHAT = new ChannelName("chat");

    @JsonCreator
    public ChannelName {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a channel is 2 to 16 lower-case letters");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
