package congressbot.dev.people;

/// Makes valid CPFs: nine digits, and two check digits that follow from them.
public final class CpfNumber {
    private static final int FREE_DIGITS = 9;
    private static final int ALL_DIGITS = 11;

    private CpfNumber() {}

    /// The CPF with these first nine digits, as it stands on the card: `529.982.247-25`.
    public static String of(int first) {
        StringBuilder digits = new StringBuilder("%09d".formatted(first));
        if (digits.length() != FREE_DIGITS) {
            throw new IllegalArgumentException("nine digits are free");
        }
        while (digits.length() < ALL_DIGITS) {
            digits.append(checkDigit(digits));
        }
        return digits.insert(9, '-').insert(6, '.').insert(3, '.').toString();
    }

    /// The sum of the digits, weighted 2, 3, … from the right, times ten, modulo eleven, where ten counts as zero.
    private static int checkDigit(CharSequence digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(i) - '0') * (digits.length() + 1 - i);
        }
        return sum * 10 % 11 % 10;
    }
}
