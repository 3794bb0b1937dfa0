package congressbot.bot.registration;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

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
    CPF_NO_DIGITS,
    CPF_TOO_SHORT,
    CPF_TEN_DIGITS,
    CPF_TOO_LONG,
    CPF_CHECK_DIGITS,
    CPF_REPEATED,
    CPF_IS_CNPJ,
    CPF_NOT_OFFERED,
    EMAIL_NOT_OFFERED,
    PHONE_NOT_OFFERED,
    PASSPORT_MALFORMED,
    PHONE_NO_DIGITS,
    PHONE_NO_AREA_CODE,
    PHONE_AREA_CODE_UNKNOWN,
    PHONE_INVALID,
    CITY_UNKNOWN,
    CITY_NOT_IN_STATE,
    CITY_ONLY_STATE,
    CITY_ONLY_CAPITAL,
    CITY_ONLY_COUNTRY,
    CITY_ABROAD,
    CITY_NOT_OFFERED,
    STATE_NOT_OFFERED,
    PROFILE_UNKNOWN;

    private static final Set<Reason> ATTEMPTS = EnumSet.of(
            NAME_TOO_LONG,
            EMAIL_MALFORMED,
            EMAIL_ACCENTS,
            CPF_TEN_DIGITS,
            CPF_TOO_LONG,
            CPF_CHECK_DIGITS,
            CPF_REPEATED,
            CPF_IS_CNPJ,
            PHONE_NO_AREA_CODE,
            PHONE_AREA_CODE_UNKNOWN);

    /// The sentence that explains it.
    String key() {
        return "reason." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Whoever was told this meant to give a value: a number that long, an address with an `@`.
    boolean isAttempt() {
        return ATTEMPTS.contains(this);
    }
}
