package congressbot.bot.llm.redaction;

import congressbot.bot.text.Spelling;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the organisers published: its words, numbers and addresses are nobody's secret.
final class Published {
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");
    private static final Pattern NUMBER_IN_PARTS = Pattern.compile("[0-9]+(?:[ .,/()+-]{1,3}[0-9]+)*");
    private static final Pattern NO_DIGIT = Pattern.compile("[^0-9]+");
    private static final int MOST_PARTS = 4;

    private final String text;
    private final Set<String> words;
    private final Set<String> numbers = new HashSet<>();

    Published(String published) {
        text = published.toLowerCase(Locale.ROOT);
        words = new HashSet<>(List.of(Spelling.folded(published).split(" ")));
        collect(NUMBER, published);
        collect(NUMBER_IN_PARTS, published);
    }

    private void collect(Pattern pattern, String published) {
        Matcher matcher = pattern.matcher(published);
        while (matcher.find()) {
            numbers.add(NO_DIGIT.matcher(matcher.group()).replaceAll(""));
        }
    }

    boolean hasWord(String folded) {
        return words.contains(folded);
    }

    /// It stands there to the letter.
    boolean has(String literal) {
        return text.contains(literal.toLowerCase(Locale.ROOT));
    }

    /// The whole number stands there, or each of its few longer parts.
    boolean hasNumber(String run) {
        List<String> parts =
                List.of(NO_DIGIT.split(NO_DIGIT.matcher(run).replaceFirst(" ").strip(), -1));
        return numbers.contains(NO_DIGIT.matcher(run).replaceAll(""))
                || (parts.size() <= MOST_PARTS
                        && parts.stream().allMatch(part -> part.length() > 1 && numbers.contains(part)));
    }
}
