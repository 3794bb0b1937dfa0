package congressbot.wire.message;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/// A phone number in E.164 form, `+5562998765432`. Whether it exists is not known here.
public record PhoneNumber(@JsonValue String value) {
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

    @JsonCreator
    public PhoneNumber {
        if (!E164.matcher(value).matches()) {
            throw new IllegalArgumentException("a phone number has the form +5562998765432");
        }
    }

    /// Masked, for logs.
    @Override
    public String toString() {
        return Mask.tail(value);
    }
}
