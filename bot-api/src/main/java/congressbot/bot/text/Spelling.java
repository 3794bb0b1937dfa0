package congressbot.bot.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.Collectors;

/// What a keyboard does to a text, undone: invisible characters, accents, case, decorated letters, slips of the finger.
public final class Spelling {
    /// Vietnamese and Hebrew letters bear two or three; more is mischief.
    private static final int MOST_MARKS = 3;

    private static final int VARIATION = 0xFE0F;
    private static final int KEYCAP = 0x20E3;
    private static final int FULL_WIDTH_FIRST = 0xFF01;
    private static final int FULL_WIDTH_LAST = 0xFF5E;
    private static final int FULL_WIDTH_OFFSET = FULL_WIDTH_FIRST - '!';
    private static final int HYPHEN_FIRST = 0x2010;
    private static final int HYPHEN_LAST = 0x2012;

    private static final int LATIN_ACCENTED_FIRST = 0xC0;
    private static final int LATIN_ACCENTED_LAST = 0xFF;

    /// What becomes of each [Latin][#isLatin] character when it is folded; a space between words.
    private static final char[] LATIN_FOLDED = new char[LATIN_ACCENTED_LAST + 1];

    static {
        for (char letter = 0; letter <= LATIN_ACCENTED_LAST; letter++) {
            String folded = foldedOfAnyScript(String.valueOf(letter));
            LATIN_FOLDED[letter] = folded.isEmpty() ? ' ' : folded.charAt(0);
        }
    }

    private Spelling() {}

    /// The text in composed form on one line, without control, bidirectional, zero-width, private and unpaired
    /// characters; runs of spaces become one, and a letter bears at most three marks.
    public static String cleaned(String text) {
        if (isClean(text)) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length());
        int marks = 0;
        for (int point : text.codePoints().toArray()) {
            marks = mark(point) ? marks + 1 : 0;
            if (marks <= MOST_MARKS) {
                append(kept, point);
            }
        }
        return Normalizer.normalize(kept, Normalizer.Form.NFC).strip();
    }

    /// The quick way for what most people type: words in Latin characters with single spaces between them.
    private static boolean isClean(String text) {
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (!isLatin(letter) && (letter != ' ' || before == ' ')) {
                return false;
            }
            before = letter;
        }
        return text.isEmpty() || before != ' ';
    }

    /// A visible character of ASCII, or an accented one: in composed form, and the same whatever stands beside it.
    private static boolean isLatin(char letter) {
        return (letter > ' ' && letter <= '~') || (letter >= LATIN_ACCENTED_FIRST && letter <= LATIN_ACCENTED_LAST);
    }

    /// The text [cleaned] line by line; lines without a character are left out.
    public static String cleanedLines(String text) {
        return text.lines()
                .map(Spelling::cleaned)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static void append(StringBuilder kept, int point) {
        if (Character.isWhitespace(point) || Character.isSpaceChar(point)) {
            separate(kept);
        } else if (!invisible(point)) {
            kept.appendCodePoint(point);
        }
    }

    private static boolean invisible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            // Letters by category, but empty to the eye: the Hangul fillers and the blank Braille pattern.
            default ->
                switch (point) {
                    case 0x034F, 0x115F, 0x1160, 0x2800, 0x3164, 0xFFA0 -> true;
                    default -> false;
                };
        };
    }

    /// The words of a text for comparing: compatibility letters made plain (`Ｓ`, `𝓢` → `s`), lower case, no accents,
    /// no punctuation; every emoji is a word of its own, without skin tone.
    public static String folded(String text) {
        if (isFolded(text)) {
            return text;
        }
        return isLatin(text) ? foldedLatin(text) : foldedOfAnyScript(text);
    }

    private static boolean isLatin(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != ' ' && !isLatin(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static String foldedLatin(String text) {
        StringBuilder words = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char folded = LATIN_FOLDED[text.charAt(i)];
            if (folded == ' ') {
                separate(words);
            } else {
                words.append(folded);
            }
        }
        return words.toString().strip();
    }

    private static String foldedOfAnyScript(String text) {
        String plain = Normalizer.normalize(
                Normalizer.normalize(cleaned(text), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT),
                Normalizer.Form.NFD);
        StringBuilder words = new StringBuilder(plain.length());
        plain.codePoints().forEach(point -> appendFolded(words, point));
        return words.toString().strip();
    }

    /// The quick way for what was folded before: single words of plain letters and digits.
    private static boolean isFolded(String text) {
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            boolean plain = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
            if (!plain && (letter != ' ' || before == ' ')) {
                return false;
            }
            before = letter;
        }
        return text.isEmpty() || before != ' ';
    }

    /// Plain letters in place of accented ones: what an address is spelt with when it is said.
    public static String withoutAccents(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFD)
                .codePoints()
                .filter(point -> !mark(point))
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private static void appendFolded(StringBuilder words, int point) {
        if (Character.isLetterOrDigit(point)) {
            words.appendCodePoint(point);
        } else if (Character.getType(point) == Character.OTHER_SYMBOL) {
            separate(words);
            words.appendCodePoint(point);
            separate(words);
        } else if (!mark(point)) {
            separate(words);
        }
    }

    private static void separate(StringBuilder words) {
        if (!words.isEmpty() && words.charAt(words.length() - 1) != ' ') {
            words.append(' ');
        }
    }

    private static boolean mark(int point) {
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }

    /// The text with the digits of any script as `0` to `9`.
    public static String withPlainDigits(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints()
                .forEach(point ->
                        plain.appendCodePoint(Character.isDigit(point) ? '0' + Character.digit(point, 10) : point));
        return plain.toString();
    }

    /// The text with full-width characters, odd hyphens and keycaps as a plain keyboard has them, and the digits of any
    /// script as `0` to `9`.
    public static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints()
                .filter(point -> point != VARIATION && point != KEYCAP)
                .forEach(point -> plain.appendCodePoint(
                        point >= FULL_WIDTH_FIRST && point <= FULL_WIDTH_LAST
                                ? point - FULL_WIDTH_OFFSET
                                : point >= HYPHEN_FIRST && point <= HYPHEN_LAST ? '-' : point));
        return withPlainDigits(plain.toString());
    }

    /// How many letters must be changed, added, left out or swapped with their neighbour to get from one word to the
    /// other (optimal string alignment).
    public static int distance(String from, String to) {
        int[] before = new int[to.length() + 1];
        int[] last = new int[to.length() + 1];
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                boolean same = from.charAt(i - 1) == to.charAt(j - 1);
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && swapped(from, i, to, j)) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
            }
            int[] free = before;
            before = last;
            last = row;
            row = free;
        }
        return last[to.length()];
    }

    private static boolean swapped(String from, int i, String to, int j) {
        return from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
    }
}
