package congressbot.bot.participant;

import congressbot.bot.registration.Cpf;
import congressbot.bot.text.Spelling;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whom an organiser looks for. Each part that is there is one more way to be found; without any, everybody is.
///
/// @param term what was typed, as it was understood; empty for everybody
/// @param words all of them stand in the name or the e-mail, whatever their order, case and accents
/// @param phone digits that stand in the phone one after the other
/// @param cpf the whole number
/// @param number of the registration
public record Search(
        String term, List<String> words, Optional<String> phone, Optional<Cpf> cpf, Optional<Long> number) {
    /// Longest term, in characters; what is longer is cut.
    public static final int MAX_TERM = 100;

    /// Everybody.
    public static final Search ALL = new Search("", List.of(), Optional.empty(), Optional.empty(), Optional.empty());

    /// Fewer digits stand in too many phones to find anybody.
    private static final int SHORTEST_PHONE_PART = 4;

    private static final int CPF_LENGTH = 11;

    /// A number as the panel shows it. More digits than these are no number of ours.
    private static final Pattern NUMBER = Pattern.compile("(#?) ?([0-9]{1,15})");

    /// Digits with what people write between them.
    private static final Pattern DIGITS = Pattern.compile("[0-9 ()+./-]*[0-9][0-9 ()+./-]*");

    public Search {
        words = List.copyOf(words);
    }

    /// Reads what was typed.
    public static Search of(String typed) {
        String term = Spelling.withPlainDigits(Spelling.cleaned(cut(typed)));
        if (term.isEmpty()) {
            return ALL;
        }
        Matcher number = NUMBER.matcher(term);
        if (!number.matches()) {
            String digits = DIGITS.matcher(term).matches() ? digitsOf(term) : "";
            return new Search(term, List.of(term.split(" ")), phone(digits), cpf(digits), Optional.empty());
        }
        Optional<Long> wanted = Optional.of(Long.valueOf(number.group(2)));
        if (!number.group(1).isEmpty()) {
            return new Search(term, List.of(), Optional.empty(), Optional.empty(), wanted);
        }
        return new Search(term, List.of(term), phone(term), cpf(term), wanted);
    }

    /// What was typed, if it is nothing but digits with what people write between them; else empty.
    String digits() {
        return DIGITS.matcher(term).matches() ? digitsOf(term) : "";
    }

    /// The same without the CPF as a way to be found.
    public Search withoutCpf() {
        return new Search(term, words, phone, Optional.empty(), number);
    }

    public boolean isForAll() {
        return equals(ALL);
    }

    /// Without what was typed: it may be a name, an address or a CPF.
    @Override
    public String toString() {
        return isForAll() ? "Search[all]" : "Search[some]";
    }

    private static String cut(String typed) {
        return typed.codePointCount(0, typed.length()) <= MAX_TERM
                ? typed
                : typed.substring(0, typed.offsetByCodePoints(0, MAX_TERM));
    }

    private static String digitsOf(String term) {
        return term.replaceAll("[^0-9]", "");
    }

    /// Without the zeros of long-distance and international calls, which no stored number has.
    private static Optional<String> phone(String digits) {
        return Optional.of(digits.replaceFirst("^0+", "")).filter(part -> part.length() >= SHORTEST_PHONE_PART);
    }

    private static Optional<Cpf> cpf(String digits) {
        return digits.length() == CPF_LENGTH ? Optional.of(new Cpf(digits)) : Optional.empty();
    }
}
