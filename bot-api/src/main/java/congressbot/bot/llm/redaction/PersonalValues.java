package congressbot.bot.llm.redaction;

import congressbot.bot.text.Spelling;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/// What one person told of herself, in pieces small enough to be found anywhere.
final class PersonalValues {
    private static final Pattern NO_DIGIT = Pattern.compile("[^0-9]");
    private static final int SHORTEST_WORD = 2;
    private static final int SHORTEST_NUMBER = 3;

    /// From this length on (letters) a word of hers gives her away inside a longer one, too.
    private static final int TELLING = 5;

    private final Set<String> words = new HashSet<>();
    private final Set<String> numbers = new HashSet<>();

    /// @param nobodys words that are part of many values, such as particles and providers of e-mail
    PersonalValues(Collection<String> values, Set<String> nobodys) {
        for (String value : values) {
            for (String word : Spelling.folded(value).split(" ", -1)) {
                if (word.length() >= SHORTEST_WORD
                        && !nobodys.contains(word)
                        && word.codePoints().anyMatch(Character::isLetter)) {
                    words.add(word);
                }
            }
            String digits = NO_DIGIT.matcher(Spelling.plain(value)).replaceAll("");
            if (digits.length() >= SHORTEST_NUMBER) {
                numbers.add(digits);
            }
        }
    }

    boolean hasWord(String folded) {
        return words.contains(folded)
                || words.stream().anyMatch(word -> word.length() >= TELLING && folded.contains(word));
    }

    /// Whether the digits are a telling part of a number of hers.
    boolean hasNumber(String digits) {
        return digits.length() >= SHORTEST_NUMBER
                && numbers.stream().anyMatch(number -> number.contains(digits) || digits.contains(number));
    }
}
