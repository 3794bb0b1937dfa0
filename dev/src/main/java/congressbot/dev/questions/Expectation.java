package congressbot.dev.questions;

import congressbot.bot.text.Spelling;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// What the answer to a question must hold.
sealed interface Expectation {
    /// `= -`: the documents do not tell, and neither may the bot.
    record Declined() implements Expectation {}

    /// `= R$ 20 & car | R$ 8`: parts that stand in the answer together, or others instead; without case and accents.
    record Holds(List<List<String>> alternatives) implements Expectation {
        public Holds {
            alternatives = alternatives.stream().map(List::copyOf).toList();
        }

        boolean isMetBy(String answer) {
            String plain = plain(answer);
            return alternatives.stream().anyMatch(parts -> parts.stream().allMatch(plain::contains));
        }
    }

    static Expectation of(String text) {
        if (text.equals("-")) {
            return new Declined();
        }
        return new Holds(Arrays.stream(text.split("\\|"))
                .map(alternative -> Arrays.stream(alternative.split("&"))
                        .map(Expectation::plain)
                        .toList())
                .toList());
    }

    private static String plain(String text) {
        return Spelling.withoutAccents(text)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ")
                .strip();
    }
}
