package congressbot.dev.bridge;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// How far a message has come, in this order; only [#FAILED] may follow after any of the first two.
public enum Delivery {
    /// On the phone: WhatsApp has not taken it.
    WAITING,
    /// With WhatsApp: one tick.
    SENT,
    /// At the other side: two ticks.
    DELIVERED,
    /// Two blue ticks.
    READ,
    /// The bridge gave up handing it over.
    FAILED;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether this may replace the other: ticks never go back.
    public boolean follows(Delivery other) {
        return compareTo(other) > 0 && !(this == FAILED && other.compareTo(DELIVERED) >= 0);
    }
}
