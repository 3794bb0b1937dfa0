package congressbot.dev.simulator;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Who wrote a message.
enum Sender {
    PERSON,
    BOT;

    @JsonValue
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
