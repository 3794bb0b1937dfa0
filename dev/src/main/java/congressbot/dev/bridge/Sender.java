package congressbot.dev.bridge;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Who wrote a message.
public enum Sender {
    PERSON,
    BOT,
    /// Somebody of the organisers, on the phone that has the congress's number.
    STAFF;

    @JsonValue
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
