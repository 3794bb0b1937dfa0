package congressbot.bot.registration;

import congressbot.bot.text.Meaning;
import congressbot.bot.text.Spelling;
import congressbot.bot.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Writes an address that was said: `joao ponto silva arroba gmail ponto com`.
final class SpokenEmails {
    private static final String AT = "@";
    private static final Pattern BETWEEN = Pattern.compile("[\\s,;:()\\[\\]]+|\\.{2,}|\\.$");

    private final Words words;
    private final Map<String, String> numbers;
    private final SpokenDigits digits;

    SpokenEmails(Words words) {
        this.words = words;
        this.numbers = words.pairs(Meaning.NUMBER_WORD);
        this.digits = SpokenDigits.within(words);
    }

    /// An address as it was put together.
    ///
    /// @param sure no words were joined that had nothing between them
    record Said(String address, boolean sure) {
        @Override
        public String toString() {
            return "Said[…]";
        }
    }

    /// The address, when something like `@` was said.
    Optional<Said> address(String piece) {
        String plain = words.without(Meaning.SPOKEN_TOGETHER, Spelling.cleaned(piece));
        String bare = words.withoutLeadIn(Meaning.EMAIL_LEAD_IN, plain);
        List<String> tokens = new ArrayList<>();
        for (String token : BETWEEN.split(digits.written(bare), -1)) {
            if (!token.isEmpty()) {
                tokens.add(symbol(token));
            }
        }
        int at = tokens.indexOf(AT);
        boolean together = !plain.equals(Spelling.cleaned(piece));
        return at > 0 && at < tokens.size() - 1 ? Optional.of(joined(tokens, at, together)) : Optional.empty();
    }

    private String symbol(String token) {
        String word = Spelling.folded(token);
        if (words.of(Meaning.SPOKEN_AT).contains(word)) {
            return AT;
        }
        if (words.of(Meaning.SPOKEN_DOT).contains(word)) {
            return ".";
        }
        if (words.of(Meaning.SPOKEN_UNDERSCORE).contains(word)) {
            return "_";
        }
        if (words.of(Meaning.SPOKEN_HYPHEN).contains(word)) {
            return "-";
        }
        return numbers.getOrDefault(word, token);
    }

    private static Said joined(List<String> tokens, int at, boolean together) {
        int end = at + 1;
        StringBuilder domain = new StringBuilder(tokens.get(end));
        while (end + 2 < tokens.size() && tokens.get(end + 1).equals(".")) {
            domain.append('.').append(tokens.get(end + 2));
            end += 2;
        }
        boolean apart = false;
        for (int i = 1; i < at; i++) {
            apart |= Character.isLetter(tokens.get(i).codePointAt(0)) && isWord(tokens.get(i - 1));
        }
        String address = String.join("", tokens.subList(0, at)) + AT + domain;
        return new Said(Spelling.withoutAccents(address.toLowerCase(Locale.ROOT)), together || !apart);
    }

    private static boolean isWord(String token) {
        return Character.isLetterOrDigit(token.codePointAt(0));
    }
}
