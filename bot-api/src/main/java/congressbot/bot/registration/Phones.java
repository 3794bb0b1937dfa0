package congressbot.bot.registration;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import congressbot.wire.message.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Recognises phone numbers: Brazilian ones with their area code (DDD), foreign ones with `+`.
final class Phones implements Recogniser {
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final String BRAZIL = "55";
    private static final int SHORTEST = 8;
    private static final int WITHOUT_AREA_CODE = 9;
    private static final int LANDLINE = 10;
    private static final int MOBILE = 11;

    /// The area codes in use. Source: Anatel, Plano Geral de Códigos Nacionais (Resolução 263/2001).
    private static final Set<Integer> AREA_CODES = Set.of(
            11, 12, 13, 14, 15, 16, 17, 18, 19, 21, 22, 24, 27, 28, 31, 32, 33, 34, 35, 37, 38, 41, 42, 43, 44, 45, 46,
            47, 48, 49, 51, 53, 54, 55, 61, 62, 63, 64, 65, 66, 67, 68, 69, 71, 73, 74, 75, 77, 79, 81, 82, 83, 84, 85,
            86, 87, 88, 89, 91, 92, 93, 94, 95, 96, 97, 98, 99);

    /// Digits with what people write between them; `0xx62` is the old way to write "any carrier".
    private static final Pattern CANDIDATE = Pattern.compile("[+(]{0,2}[0-9](?:[0-9xX() ./–-]*[0-9])?");

    /// With the country's code: `+55 62 99876-5432`
    private static final Pattern INTERNATIONAL = Pattern.compile("(?<![0-9])\\+[0-9][0-9 ().–-]{6,18}[0-9](?![0-9])");

    /// The area code in brackets: `(62) 99876 5432`, `0xx(62)99876-5432`
    private static final Pattern BRACKETED =
            Pattern.compile("(?<![0-9])(?:55 ?)?\\( ?0?(?:[xX]{2} ?)?[1-9][0-9] ?\\)[0-9 .–-]{8,13}[0-9](?![0-9])");

    /// A hyphen before the last four digits: `62 99876-5432`, `0xx62 9876-5432`
    private static final Pattern HYPHENATED = Pattern.compile(
            "(?<![0-9])(?:55 ?)?0?(?:[xX]{2} ?)?[1-9][0-9][ .–-]{0,3}(?:9[ .]?)?[0-9]{4}[ .]?[–-] ?[0-9]{4}(?![0-9])");

    /// What only a phone looks like.
    private static final List<Pattern> PHONE_LIKE = List.of(INTERNATIONAL, BRACKETED, HYPHENATED);

    /// Ten or eleven digits, perhaps in two or three groups: `62998765432`, `62 99876 5432`
    private static final Pattern PLAIN =
            Pattern.compile("(?<![0-9.])(?:55 ?)?[1-9][0-9] ?(?:9 ?)?[0-9]{4} ?[0-9]{4}(?![0-9.])");

    /// The area code and the number with words between: `62 e o número é 98111-2233`
    private static final Pattern APART =
            Pattern.compile("(?<![0-9])0?([1-9][0-9])[^0-9]{1,25}((?:9[ .]?)?[0-9]{4}[ .-]?[0-9]{4})(?![0-9])");

    private static final Pattern AREA_CODE_THEN_MOBILE_OF_OLD = Pattern.compile("([1-9][0-9])([6-9][0-9]{7})");
    /// What [PhoneNumber] takes: up to 15 digits (ITU-T E.164).
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{7,14}");

    /// `62`, `DDD 62`, `(062)`
    private static final Pattern AREA_CODE = Pattern.compile("[^0-9]*0?([1-9][0-9])[^0-9]*");

    private static final Pattern NO_DIGIT = Pattern.compile("[^0-9]");

    @Override
    public Field field() {
        return Field.PHONE;
    }

    @Override
    public List<Finding> find(Said said) {
        List<Finding> found = new ArrayList<>();
        PHONE_LIKE.forEach(pattern -> Finding.addAll(pattern, Finding.Certainty.SURE, said, this::read, found));
        Finding.addAll(PLAIN, Finding.Certainty.POSSIBLE, said, this::read, found);
        return found;
    }

    @Override
    public Parsed<Phone> read(String piece) {
        List<Phone> sure = sure(piece);
        if (sure.size() > 1) {
            return new Parsed.Choose<>(sure);
        }
        String typed = candidate(piece.replace('[', '(').replace(']', ')'));
        String digits = NO_DIGIT.matcher(typed).replaceAll("");
        if (digits.isEmpty()) {
            return new Parsed.Invalid<>(Reason.PHONE_NO_DIGITS);
        }
        boolean international = typed.contains("+") || (digits.startsWith("00") && digits.length() > MOBILE);
        if (international && !withoutZeros(digits).startsWith(BRAZIL)) {
            return possible("+" + withoutZeros(digits))
                    .<Parsed<Phone>>map(Parsed.Ok::new)
                    .orElseGet(() -> new Parsed.Invalid<>(Reason.PHONE_INVALID));
        }
        Parsed<Phone> parsed = brazilian(national(digits));
        Matcher apart = APART.matcher(piece);
        return parsed instanceof Parsed.Part<Phone> && apart.find()
                ? brazilian(apart.group(1) + NO_DIGIT.matcher(apart.group(2)).replaceAll(""))
                : parsed;
    }

    private static List<Phone> sure(String piece) {
        List<Phone> found = new ArrayList<>();
        PHONE_LIKE.stream().flatMap(pattern -> pattern.matcher(piece).results()).forEach(match -> {
            String digits = NO_DIGIT.matcher(match.group()).replaceAll("");
            if (brazilian(national(digits)) instanceof Parsed.Ok<Phone>(Phone phone) && !found.contains(phone)) {
                found.add(phone);
            }
        });
        return found;
    }

    @Override
    public Optional<Phone> exactly(String piece) {
        return read(piece) instanceof Parsed.Ok<Phone>(Phone phone) ? Optional.of(phone) : Optional.empty();
    }

    /// The area code of a number.
    @Override
    public Optional<Parsed<? extends Answer>> completed(String number, Said rest) {
        Matcher code = AREA_CODE.matcher(rest.text());
        return code.matches() ? Optional.of(read(code.group(1) + number)) : Optional.empty();
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
        if (national.length() == SHORTEST || national.length() == WITHOUT_AREA_CODE) {
            return withoutAreaCode(national);
        }
        if (national.length() != LANDLINE && national.length() != MOBILE) {
            return new Parsed.Invalid<>(Reason.PHONE_INVALID);
        }
        if (!AREA_CODES.contains(Integer.parseInt(national.substring(0, 2)))) {
            return new Parsed.Invalid<>(Reason.PHONE_AREA_CODE_UNKNOWN);
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

    private static Parsed<Phone> withoutAreaCode(String local) {
        boolean mobile = local.length() == WITHOUT_AREA_CODE && local.startsWith("9");
        boolean old = local.length() == SHORTEST && local.charAt(0) >= '2';
        return mobile || old
                ? new Parsed.Part<>(local, Reason.PHONE_NO_AREA_CODE)
                : new Parsed.Invalid<>(Reason.PHONE_INVALID);
    }

    private static Optional<Phone> valid(String international) {
        return phone(international, NUMBERS::isValidNumber);
    }

    /// Of other countries' numbering we know less: a number of a length that they have will do.
    private static Optional<Phone> possible(String international) {
        return international.length() > SHORTEST ? phone(international, NUMBERS::isPossibleNumber) : Optional.empty();
    }

    private static Optional<Phone> phone(String international, Predicate<Phonenumber.PhoneNumber> judge) {
        try {
            Phonenumber.PhoneNumber parsed = NUMBERS.parse(international, "BR");
            String written = NUMBERS.format(parsed, PhoneNumberFormat.E164);
            return judge.test(parsed) && E164.matcher(written).matches()
                    ? Optional.of(new Phone(new PhoneNumber(written)))
                    : Optional.empty();
        } catch (NumberParseException _) {
            // Not a number of any country: for us the same as an invalid one.
            return Optional.empty();
        }
    }
}
