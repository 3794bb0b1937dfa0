package congressbot.bot.office;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A column of the list, of the files that go out, and of those that come in.
public enum Column {
    NUMBER,
    NAME,
    EMAIL,
    DOCUMENT,
    PHONE,
    CITY,
    STATE,
    COUNTRY,
    PROFILE,
    STATUS,
    REGISTERED,
    BADGE,
    CHANNEL,
    MAIL;

    /// Of a file, unless others were chosen.
    public static final List<Column> USUAL =
            List.of(NUMBER, NAME, EMAIL, DOCUMENT, PHONE, CITY, STATE, COUNTRY, PROFILE, STATUS, REGISTERED, BADGE);

    /// Its name in addresses and keys.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Column> of(String code) {
        return Arrays.stream(values())
                .filter(column -> column.code().equals(code))
                .findFirst();
    }
}
