package congressbot.bot.registration;

import java.util.regex.Pattern;

/// A CPF, the Brazilian taxpayer number: nine digits and two check digits.
public record Cpf(String digits) implements Document {
    static final int LENGTH = 11;
    private static final Pattern DIGITS = Pattern.compile("[0-9]{11}");

    public Cpf {
        if (!DIGITS.matcher(digits).matches()) {
            throw new IllegalArgumentException("a CPF has 11 digits");
        }
    }

    /// The two check digits of eleven are right: each is the sum of the digits before it, weighted 2,
    /// 3, … from the right, times ten, modulo eleven, where ten counts as zero.
    public static boolean valid(String digits) {
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

    /// As it stands on the card: what is covered cannot be checked.
    @Override
    public String spelled() {
        return digits.substring(0, 3) + "." + digits.substring(3, 6) + "." + digits.substring(6, 9) + "-"
                + digits.substring(9);
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
