package congressbot.bot.registration;

import congressbot.bot.text.Spelling;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// A CPF, the Brazilian taxpayer number: nine digits and two check digits.
public record Cpf(String digits) implements Answer {
    static final int LENGTH = 11;
    private static final int CNPJ_LENGTH = 14;

    private static final Pattern DIGITS = Pattern.compile("[0-9]{11}");

    private static final Pattern NO_DIGIT = Pattern.compile("[^0-9]");

    /// As it stands on the card, or without punctuation: recognised among other digits.
    private static final Pattern STANDING_ALONE =
            Pattern.compile("(?<![0-9])[0-9]{3}[ .]?[0-9]{3}[ .]?[0-9]{3}[ ./-]?[0-9]{2}(?![0-9])");

    /// As it stands on the card: nothing else looks like this.
    private static final Pattern UNMISTAKABLE =
            Pattern.compile("(?<![0-9])[0-9]{3}\\.[0-9]{3}\\.[0-9]{3}-[0-9]{2}(?![0-9])");

    public Cpf {
        if (!DIGITS.matcher(digits).matches()) {
            throw new IllegalArgumentException("a CPF has 11 digits");
        }
    }

    /// Finds the CPF in what was typed, whatever the punctuation and the script of the digits.
    static Parsed<Cpf> parse(String text) {
        String plain = Spelling.withPlainDigits(Spelling.cleaned(text));
        String all = digitsOf(plain);
        List<String> alone = found(STANDING_ALONE, plain);
        String digits = all.length() != LENGTH && alone.size() == 1 ? alone.getFirst() : all;
        return switch (digits.length()) {
            case 0 -> new Parsed.Invalid<>(Reason.CPF_NO_DIGITS);
            case LENGTH -> judge(digits);
            case CNPJ_LENGTH -> new Parsed.Invalid<>(Reason.CPF_IS_CNPJ);
            default -> new Parsed.Invalid<>(Reason.CPF_LENGTH);
        };
    }

    /// The texts in this sentence that can only be a CPF, as they were typed.
    static List<String> unmistakable(String text) {
        return UNMISTAKABLE.matcher(text).results().map(MatchResult::group).toList();
    }

    private static Parsed<Cpf> judge(String digits) {
        if (digits.chars().distinct().count() == 1) {
            return new Parsed.Invalid<>(Reason.CPF_REPEATED);
        }
        return valid(digits) ? new Parsed.Ok<>(new Cpf(digits)) : new Parsed.Invalid<>(Reason.CPF_CHECK_DIGITS);
    }

    /// The two check digits are right: each is the sum of the digits before it, weighted 2, 3, … from the right, times
    /// ten, modulo eleven, where ten counts as zero.
    static boolean valid(String digits) {
        return checkDigit(digits, LENGTH - 2) == digits.charAt(LENGTH - 2) - '0'
                && checkDigit(digits, LENGTH - 1) == digits.charAt(LENGTH - 1) - '0';
    }

    private static int checkDigit(String digits, int length) {
        int sum = 0;
        for (int i = 0; i < length; i++) {
            sum += (digits.charAt(i) - '0') * (length + 1 - i);
        }
        return sum * 10 % 11 % 10;
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> digitsOf(match.group()))
                .distinct()
                .toList();
    }

    private static String digitsOf(String text) {
        return NO_DIGIT.matcher(text).replaceAll("");
    }

    @Override
    public Field field() {
        return Field.CPF;
    }

    /// Masked even for the person herself: chats are read over shoulders. Not with `*`, WhatsApp's mark for bold.
    @Override
    public String shown() {
        return masked("•");
    }

    @Override
    public String toString() {
        return "Cpf[" + masked("*") + "]";
    }

    private String masked(String cover) {
        return cover.repeat(3) + "." + digits.substring(3, 6) + "." + digits.substring(6, 9) + "-" + cover.repeat(2);
    }
}
