package congressbot.bot.registration;

import congressbot.bot.text.Meaning;
import congressbot.bot.text.Spelling;
import congressbot.bot.text.Words;
import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// A person's full name: two words or more, in any script.
public record FullName(String value) implements Answer {
    static final int MIN_LENGTH = 2;
    static final int MAX_LENGTH = 120;

    /// Letters, joined by apostrophes or hyphens; a period may end an abbreviation.
    private static final Pattern WORD =
            Pattern.compile("[\\p{L}\\p{M}]+(?:['’´`-][\\p{L}\\p{M}]+)*+\\.?", Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern EMOJI = Pattern.compile("[\\p{So}\\uFE0F\\u20E3\\x{1F3FB}-\\x{1F3FF}]");
    private static final Pattern PUNCTUATION_AROUND = Pattern.compile("^[\\s\"“”:,;.!?*_~-]+|[\\s\"“”:,;!?*_~-]+$");
    private static final Pattern PART = Pattern.compile("(?<=['’´`-])");

    /// Scripts that write a full name without a space.
    private static final List<UnicodeScript> WITHOUT_SPACES =
            List.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.HANGUL);

    public FullName {
        if (length(value) < MIN_LENGTH || length(value) > MAX_LENGTH) {
            throw new IllegalArgumentException("a name has 2 to 120 characters");
        }
    }

    /// Finds the name in what was typed; introductions ("my name is") and emoji are left out, capitals put right.
    static Parsed<FullName> parse(String text, Words words) {
        String name = bare(text, words);
        if (name.chars().anyMatch(Character::isDigit)) {
            return new Parsed.Invalid<>(Reason.NAME_WITH_DIGITS);
        }
        List<String> parts = Arrays.asList(name.split(" "));
        if (!parts.stream().allMatch(part -> WORD.matcher(part).matches()) || words.contains(Meaning.CODE, name)) {
            return new Parsed.Invalid<>(Reason.NOT_A_NAME);
        }
        if (!full(parts, words)) {
            return new Parsed.Invalid<>(Reason.NAME_ONLY_FIRST);
        }
        String spelled = withCapitals(parts, name, words);
        if (length(spelled) > MAX_LENGTH) {
            return new Parsed.Invalid<>(Reason.NAME_TOO_LONG);
        }
        return new Parsed.Ok<>(new FullName(spelled));
    }

    /// In characters as PostgreSQL counts them, not in UTF-16 units.
    private static int length(String name) {
        return name.codePointCount(0, name.length());
    }

    private static String bare(String text, Words words) {
        String visible = EMOJI.matcher(Spelling.cleaned(text)).replaceAll(" ");
        String name = words.withoutLeadIn(Meaning.NAME_LEAD_IN, Spelling.cleaned(visible));
        return Spelling.cleaned(PUNCTUATION_AROUND.matcher(name).replaceAll(""));
    }

    private static boolean full(List<String> parts, Words words) {
        long names = parts.stream().filter(part -> !particle(part, words)).count();
        boolean initialsOnly = parts.stream().allMatch(part -> letters(part) < 2);
        return (names >= 2 && !initialsOnly)
                || (letters(parts.getFirst()) >= 2 && WITHOUT_SPACES.contains(script(parts.getFirst())));
    }

    private static boolean particle(String part, Words words) {
        return words.of(Meaning.NAME_PARTICLE).contains(Spelling.folded(part));
    }

    private static long letters(String part) {
        return part.codePoints().filter(Character::isLetter).count();
    }

    private static UnicodeScript script(String part) {
        return UnicodeScript.of(part.codePointAt(0));
    }

    /// Only a name typed in one case is touched: "McDonald" knows better.
    private static String withCapitals(List<String> parts, String name, Words words) {
        if (!name.equals(name.toLowerCase(Locale.ROOT)) && !name.equals(name.toUpperCase(Locale.ROOT))) {
            return name;
        }
        StringBuilder capitals = new StringBuilder(name.length());
        for (String part : parts) {
            boolean first = capitals.isEmpty();
            capitals.append(first ? "" : " ")
                    .append(!first && particle(part, words) ? lower(part) : capital(part, first));
        }
        return capitals.toString();
    }

    /// Each piece of `joana d'arc-lima` for itself; the elided particle in the middle of a name stays small.
    private static String capital(String part, boolean first) {
        StringBuilder capitals = new StringBuilder(part.length());
        for (String piece : PART.splitAsStream(lower(part)).toList()) {
            boolean elided =
                    !first && piece.length() == 2 && !Character.isLetter(piece.charAt(1)) && piece.charAt(1) != '-';
            int end = piece.offsetByCodePoints(0, 1);
            capitals.append(
                    elided
                            ? piece
                            : Character.toString(Character.toTitleCase(piece.codePointAt(0))) + piece.substring(end));
        }
        return capitals.toString();
    }

    private static String lower(String part) {
        return part.toLowerCase(Locale.ROOT);
    }

    /// The first word, to call the person by.
    public String first() {
        int space = value.indexOf(' ');
        return space < 0 ? value : value.substring(0, space);
    }

    @Override
    public Field field() {
        return Field.NAME;
    }

    @Override
    public String shown() {
        return value;
    }

    @Override
    public String toString() {
        return "FullName[" + value.substring(0, value.offsetByCodePoints(0, 1)) + "…]";
    }
}
