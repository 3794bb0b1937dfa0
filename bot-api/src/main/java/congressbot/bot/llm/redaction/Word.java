package congressbot.bot.llm.redaction;

import congressbot.bot.text.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A word of a text and where it stands. The tokens of earlier steps are no words.
///
/// @param folded for comparing
/// @param before what stands between it and the word before
public record Word(String written, String folded, int from, int to, String before) {
    private static final Pattern WORD =
            Pattern.compile("\\[[A-Z]{3,9}\\]|[\\p{L}\\p{M}\\p{N}]+(?:['\u2019][\\p{L}\\p{M}]+)*");

    private static final Pattern SENTENCE_END = Pattern.compile("[.!?:;\\n\u2022*\u00bf\u00a1\"(-]");

    /// The words of a text, in order.
    public static List<Word> of(String text) {
        List<Word> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        int end = 0;
        while (matcher.find()) {
            String written = matcher.group();
            String before = text.substring(end, matcher.start());
            words.add(new Word(written, Spelling.folded(written), matcher.start(), matcher.end(), before));
            end = matcher.end();
        }
        return words;
    }

    /// One of the tokens.
    public boolean isToken() {
        return written.charAt(0) == '[';
    }

    /// It follows the word before with nothing but a space between.
    public boolean adjoins() {
        return before.equals(" ") || before.equals("-");
    }

    /// It is the first one of a sentence, a line or a quotation.
    public boolean beginsSentence() {
        return from == before.length() || SENTENCE_END.matcher(before).find();
    }

    /// Begins with a capital and goes on in small letters.
    public boolean capitalised() {
        return Character.isUpperCase(written.codePointAt(0))
                && written.codePoints().skip(1).anyMatch(Character::isLowerCase);
    }

    /// All in capitals.
    public boolean shouted() {
        return written.codePoints().allMatch(Character::isUpperCase);
    }
}
