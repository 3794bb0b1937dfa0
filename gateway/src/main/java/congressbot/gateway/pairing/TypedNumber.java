package congressbot.gateway.pairing;

import congressbot.wire.message.PhoneNumber;
import java.util.Optional;

/// A phone number as an organiser types her own: with or without country and area code's zero, with whatever stands
/// between the digits. What has neither `+` nor a country's code is Brazilian.
final class TypedNumber {
    private static final String BRAZIL = "55";

    /// With area code, without and with the ninth digit.
    private static final int SHORTEST = 10;

    private static final int LONGEST = 11;

    /// More characters than anybody types.
    private static final int MAX_LENGTH = 40;

    private TypedNumber() {}

    static Optional<PhoneNumber> parse(String typed) {
        String text = typed.strip();
        if (text.length() > MAX_LENGTH || !text.matches("\\+?[0-9 ().\\-/\\u00a0\\u2010-\\u2015]*")) {
            return Optional.empty();
        }
        String digits = text.replaceAll("[^0-9]", "");
        if (text.startsWith("+") || digits.startsWith("00")) {
            return number(digits.replaceFirst("^00", ""));
        }
        String own = digits.replaceFirst("^0", "");
        if (isNational(own)) {
            return number(BRAZIL + own);
        }
        return own.startsWith(BRAZIL) && isNational(own.substring(BRAZIL.length())) ? number(own) : Optional.empty();
    }

    private static boolean isNational(String digits) {
        return digits.length() >= SHORTEST && digits.length() <= LONGEST;
    }

    private static Optional<PhoneNumber> number(String digits) {
        try {
            return Optional.of(new PhoneNumber("+" + digits));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// As people read it: `+55 62 99876-5432`; of another country as it is.
    static String shown(String digits) {
        if (!digits.startsWith(BRAZIL) || !isNational(digits.substring(BRAZIL.length()))) {
            return digits.matches("[0-9]+") ? "+" + digits : digits;
        }
        String own = digits.substring(BRAZIL.length());
        int last = own.length() - 4;
        return "+55 " + own.substring(0, 2) + " " + own.substring(2, last) + "-" + own.substring(last);
    }
}
