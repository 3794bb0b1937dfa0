package congressbot.bot.panel.figures;

import java.util.Arrays;
import java.util.OptionalInt;

/// Which days the figures are of, until today.
public enum Period {
    WEEK("7", OptionalInt.of(7)),
    MONTH("30", OptionalInt.of(30)),
    QUARTER("90", OptionalInt.of(90)),
    ALL("tudo", OptionalInt.empty());

    private final String code;
    private final OptionalInt days;

    Period(String code, OptionalInt days) {
        this.code = code;
        this.days = days;
    }

    /// As it stands in the page's address.
    public String code() {
        return code;
    }

    /// Empty: all that there are.
    OptionalInt days() {
        return days;
    }

    /// The one with this code, or the usual one.
    static Period of(String code) {
        return Arrays.stream(values())
                .filter(period -> period.code.equals(code))
                .findFirst()
                .orElse(MONTH);
    }
}
