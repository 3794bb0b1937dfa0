package congressbot.bot.llm.gate;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Rules about the characters of an answer, whatever they say.
final class Letters {
    /// HTML or the like, code, headings, templates, and links in brackets.
    private static final Pattern MARKUP = Pattern.compile(
            "<\\s*[/!?\\p{L}]|&(?:#\\w+|[A-Za-z]{2,8});|`|\\]\\s*\\(|!\\[|\\[\\[|\\{\\{|\\}\\}|\\$\\{|^#{1,6} |\\|\\s*-{3}",
            Pattern.MULTILINE);

    private static final Pattern LONG_RUN = Pattern.compile("\\S{41,}");
    private static final Pattern SPELT_OUT =
            Pattern.compile("(?<![\\p{L}\\p{N}])(?:[\\p{L}\\p{N}][ .\\-_*|/,]{1,2}){6,}");
    private static final Pattern ENCODED = Pattern.compile("[A-Za-z0-9+/_-]{16,}={0,2}");
    private static final Pattern SMALL_THEN_CAPITAL = Pattern.compile("[a-z][A-Z]");

    private static final String ORDINALS = "\u00aa\u00ba";

    private Letters() {}

    static boolean hidden(String answer, Proof proof) {
        return answer.codePoints().anyMatch(Letters::hidden);
    }

    private static boolean hidden(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL -> point != '\n';
            case Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            // Empty to the eye, though a letter or a mark by category.
            default ->
                switch (point) {
                    case 0x034F, 0x115F, 0x1160, 0x2800, 0x3164, 0xFFA0 -> true;
                    default -> false;
                };
        };
    }

    static boolean markup(String answer, Proof proof) {
        return MARKUP.matcher(answer).find();
    }

    /// Letters and digits that are not those of our keyboards and do not stand in the proof.
    static boolean foreign(String answer, Proof proof) {
        return answer.codePoints()
                .filter(point -> foreign(point) || looksAlike(point))
                .anyMatch(point -> !proof.holds(Character.toString(point)));
    }

    private static boolean foreign(int point) {
        return Character.isLetter(point) && Character.UnicodeScript.of(point) != Character.UnicodeScript.LATIN;
    }

    private static boolean looksAlike(int point) {
        String letter = Character.toString(point);
        boolean plain = ORDINALS.contains(letter) || Normalizer.isNormalized(letter, Normalizer.Form.NFKC);
        boolean number = Character.getType(point) == Character.LETTER_NUMBER
                || Character.getType(point) == Character.OTHER_NUMBER
                || (Character.isDigit(point) && point > '9');
        return (Character.isLetterOrDigit(point) && !plain) || number;
    }

    static boolean scrambled(String answer, Proof proof) {
        return SPELT_OUT.matcher(answer).find()
                || LONG_RUN.matcher(answer).results().anyMatch(run -> !proof.holds(run.group()))
                || encoded(answer, proof);
    }

    private static boolean encoded(String answer, Proof proof) {
        Matcher runs = ENCODED.matcher(answer);
        while (runs.find()) {
            String run = runs.group();
            boolean mixed = SMALL_THEN_CAPITAL.matcher(run).find()
                    || run.endsWith("=")
                    || (run.chars().anyMatch(Character::isDigit) && run.chars().anyMatch(Character::isLetter));
            if (mixed && !proof.holds(run)) {
                return true;
            }
        }
        return false;
    }
}
