package congressbot.bot.registration;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import congressbot.bot.text.Spelling;
import congressbot.wire.message.PhoneNumber;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The phone under which the organisers may call the person.
public record Phone(PhoneNumber number) implements Answer {
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final String BRAZIL = "55";
    private static final int SHORTEST = 8;
    private static final int WITHOUT_AREA_CODE = 9;
    private static final int LANDLINE = 10;
    private static final int MOBILE = 11;

    /// Digits with what people write between them; `0xx62` is the old way to write "any carrier".
    private static final Pattern CANDIDATE = Pattern.compile("[+(]{0,2}[0-9](?:[0-9xX() ./–-]*[0-9])?");

    private static final Pattern AREA_CODE_THEN_MOBILE_OF_OLD = Pattern.compile("([1-9][0-9])([6-9][0-9]{7})");

    /// Finds the number in what was typed: Brazilian with its area code, or foreign with `+`.
    static Parsed<Phone> parse(String text) {
        String typed = candidate(Spelling.withPlainDigits(Spelling.cleaned(text)));
        String digits = typed.replaceAll("[^0-9]", "");
        if (digits.isEmpty()) {
            return new Parsed.Invalid<>(Reason.PHONE_NO_DIGITS);
        }
        boolean international = typed.contains("+") || (digits.startsWith("00") && digits.length() > MOBILE);
        if (international && !withoutZeros(digits).startsWith(BRAZIL)) {
            return valid("+" + withoutZeros(digits))
                    .<Parsed<Phone>>map(Parsed.Ok::new)
                    .orElseGet(() -> new Parsed.Invalid<>(Reason.PHONE_INVALID));
        }
        return brazilian(national(digits));
    }

    /// The longest run of digits: "call me after 18 h at 62 99876-5432".
    private static String candidate(String text) {
        Matcher runs = CANDIDATE.matcher(text);
        String longest = "";
        while (runs.find()) {
            longest = runs.group().length() > longest.length() ? runs.group() : longest;
        }
        return longest;
    }

    /// Without trunk prefix, carrier code and country code.
    private static String national(String digits) {
        String rest = withoutZeros(digits);
        boolean carrier = digits.startsWith("0") && !digits.startsWith("00") && rest.length() > MOBILE;
        if (rest.startsWith(BRAZIL) && rest.length() > MOBILE) {
            return withoutZeros(rest.substring(BRAZIL.length()));
        }
        return carrier ? rest.substring(2) : rest;
    }

    private static String withoutZeros(String digits) {
        return digits.replaceFirst("^0+", "");
    }

    private static Parsed<Phone> brazilian(String national) {
        if (national.length() >= SHORTEST && national.length() <= WITHOUT_AREA_CODE) {
            return new Parsed.Invalid<>(Reason.PHONE_NO_AREA_CODE);
        }
        if (national.length() != LANDLINE && national.length() != MOBILE) {
            return new Parsed.Invalid<>(Reason.PHONE_INVALID);
        }
        Matcher old = AREA_CODE_THEN_MOBILE_OF_OLD.matcher(national);
        if (old.matches()) {
            return valid("+" + BRAZIL + old.group(1) + "9" + old.group(2))
                    .<Parsed<Phone>>map(phone -> new Parsed.Suggest<>(phone, Optional.empty()))
                    .orElseGet(() -> new Parsed.Invalid<>(Reason.PHONE_INVALID));
        }
        return valid("+" + BRAZIL + national)
                .<Parsed<Phone>>map(Parsed.Ok::new)
                .orElseGet(() -> new Parsed.Invalid<>(Reason.PHONE_INVALID));
    }

    private static Optional<Phone> valid(String international) {
        try {
            var parsed = NUMBERS.parse(international, "BR");
            return NUMBERS.isValidNumber(parsed)
                    ? Optional.of(new Phone(new PhoneNumber(NUMBERS.format(parsed, PhoneNumberFormat.E164))))
                    : Optional.empty();
        } catch (NumberParseException _) {
            // Not a number of any country: for us the same as an invalid one.
            return Optional.empty();
        }
    }

    @Override
    public Field field() {
        return Field.PHONE;
    }

    @Override
    public String shown() {
        try {
            return NUMBERS.format(NUMBERS.parse(number.value(), "BR"), PhoneNumberFormat.INTERNATIONAL);
        } catch (NumberParseException _) {
            // A chat's number need not be known to the library: shown as it is.
            return number.value();
        }
    }

    @Override
    public String toString() {
        return "Phone[" + number + "]";
    }
}
