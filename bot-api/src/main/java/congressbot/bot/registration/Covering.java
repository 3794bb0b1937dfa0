package congressbot.bot.registration;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Covers the documents in what people wrote, as [Document]s are shown: `•••.982.247-••`. Everything that the form
/// takes for a CPF is one, whatever stands between its digits and in whatever script they are. Eleven digits may be a
/// phone: their check digits tell. What is written as on the card is covered even with a slip in it.
public final class Covering {
    /// For chats of which nothing else is known.
    public static final Covering CPFS = new Covering(List.of());

    private static final String COVER = "•";

    /// Check digits.
    private static final int ENDS = 2;

    /// Digits in the middle, by which two CPFs can be told apart.
    private static final int LEGIBLE_OF_CPF = 6;

    private final List<Pattern> passports;

    private Covering(List<Pattern> passports) {
        this.passports = passports;
    }

    /// Covers these passports, too.
    public static Covering with(Collection<String> passports) {
        return new Covering(passports.stream().map(Covering::written).toList());
    }

    /// `AB123456` may stand as `ab 123 456`.
    private static Pattern written(String number) {
        String letters = number.chars()
                .mapToObj(letter -> Pattern.quote(Character.toString(letter)))
                .collect(Collectors.joining("[ .-]?"));
        return Pattern.compile("(?<![A-Za-z0-9])" + letters + "(?![A-Za-z0-9])", Pattern.CASE_INSENSITIVE);
    }

    public String in(String text) {
        BitSet covered = covered(text);
        StringBuilder shown = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int point = text.codePointAt(at);
            if (covered.get(at)) {
                shown.append(COVER);
            } else {
                shown.appendCodePoint(point);
            }
            at += Character.charCount(point);
        }
        return shown.toString();
    }

    /// Whether there is anything to cover.
    public boolean standsIn(String text) {
        return !covered(text).isEmpty();
    }

    /// Where the characters stand that are covered.
    private BitSet covered(String text) {
        BitSet covered = new BitSet();
        WrittenDigits digits = WrittenDigits.of(text);
        for (int first = 0; first < digits.count(); first++) {
            if (digits.isCpf(first)) {
                coverCpf(digits, first, Cpf.LENGTH, covered);
            } else if (digits.isCpfWithoutItsZero(first)) {
                coverCpf(digits, first, Cpf.LENGTH - 1, covered);
            }
        }
        for (Pattern passport : passports) {
            Matcher found = passport.matcher(text);
            while (found.find()) {
                coverPassport(text, found.start(), found.end(), covered);
            }
        }
        return covered;
    }

    private static void coverCpf(WrittenDigits digits, int first, int length, BitSet covered) {
        int end = first + length;
        for (int i = first; i < end - LEGIBLE_OF_CPF - ENDS; i++) {
            covered.set(digits.at(i));
        }
        for (int i = end - ENDS; i < end; i++) {
            covered.set(digits.at(i));
        }
    }

    private static void coverPassport(String text, int start, int end, BitSet covered) {
        int legible = Passport.LEGIBLE;
        for (int i = end - 1; i >= start; i--) {
            if (Character.isLetterOrDigit(text.charAt(i))) {
                covered.set(i, legible <= 0);
                legible--;
            }
        }
    }
}
