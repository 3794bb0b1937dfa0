package congressbot.bot.registration;

import java.util.Locale;

/// Why a text is no value of the asked field.
public enum Reason {
    TOO_LONG,
    NAME_ONLY_FIRST,
    NAME_WITH_DIGITS,
    NAME_TOO_LONG,
    NOT_A_NAME,
    NO_EMAIL,
    EMAIL_MALFORMED,
    EMAIL_ACCENTS,
    EMAIL_TWO,
    CPF_NO_DIGITS,
    CPF_LENGTH,
    CPF_CHECK_DIGITS,
    CPF_REPEATED,
    CPF_IS_CNPJ,
    PHONE_NO_DIGITS,
    PHONE_NO_AREA_CODE,
    PHONE_INVALID,
    CITY_UNKNOWN,
    CITY_NOT_IN_STATE,
    CITY_ONLY_STATE,
    STATE_NOT_OFFERED,
    PROFILE_UNKNOWN;

    /// The sentence that explains it.
    String key() {
        return "reason." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// For a message that was no attempt at a value at all.
    static Reason nothingOf(Field field) {
        return switch (field) {
            case NAME -> NOT_A_NAME;
            case EMAIL -> NO_EMAIL;
            case CPF -> CPF_NO_DIGITS;
            case PHONE -> PHONE_NO_DIGITS;
            case CITY -> CITY_UNKNOWN;
            case PROFILE -> PROFILE_UNKNOWN;
        };
    }
}
