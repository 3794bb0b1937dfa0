package congressbot.bot.registration;

import congressbot.bot.text.Meaning;
import congressbot.bot.text.Spelling;
import congressbot.bot.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Numbers that were said as words: `cinco dois nove, nove oito dois` is `529 982`.
final class SpokenDigits {
    /// Fewer words in a row may well be words: "a dois passos", "as duas".
    private static final int SHORTEST_RUN = 3;

    private static final int LONGEST_VALUE = 3;

    private static final int HUNDRED = 100;
    private static final int TWENTY = 20;

    private final Map<String, String> values;
    private final Set<String> punctuation;
    private final Set<String> and;

    private final int shortestRun;

    SpokenDigits(Words words) {
        this(words, SHORTEST_RUN);
    }

    private SpokenDigits(Words words, int shortestRun) {
        this.shortestRun = shortestRun;
        values = words.pairs(Meaning.NUMBER_WORD);
        punctuation = Stream.of(Meaning.SPOKEN_DOT, Meaning.SPOKEN_HYPHEN)
                .flatMap(list -> words.of(list).stream())
                .collect(Collectors.toUnmodifiableSet());
        and = words.of(Meaning.SPOKEN_AND);
    }

    /// Inside an address, where even two words are a number: "maria vinte e um".
    static SpokenDigits within(Words words) {
        return new SpokenDigits(words, 2);
    }

    /// The text with runs of number words written as digits.
    String written(String text) {
        return text.lines().map(this::line).collect(Collectors.joining("\n"));
    }

    private String line(String line) {
        List<String> out = new ArrayList<>();
        List<String> run = new ArrayList<>();
        for (String token : line.split(" ", -1)) {
            if (belongs(token, !run.isEmpty())) {
                run.add(token);
            } else {
                close(run, out);
                out.add(token);
            }
        }
        close(run, out);
        return String.join(" ", out);
    }

    private boolean belongs(String token, boolean inside) {
        String word = Spelling.folded(token);
        return values.containsKey(word)
                || isDigits(word)
                || (inside && (punctuation.contains(word) || and.contains(word)));
    }

    private void close(List<String> run, List<String> out) {
        List<String> trailing = new ArrayList<>();
        while (!run.isEmpty() && !isNumber(run.getLast())) {
            trailing.addFirst(run.removeLast());
        }
        long words = run.stream()
                .filter(token -> values.containsKey(Spelling.folded(token)))
                .count();
        long numbers = run.stream().filter(this::isNumber).count();
        if (words > 0 && numbers >= shortestRun) {
            out.add(digits(run));
        } else {
            out.addAll(run);
        }
        out.addAll(trailing);
        run.clear();
    }

    private boolean isNumber(String token) {
        String word = Spelling.folded(token);
        return values.containsKey(word) || isDigits(word);
    }

    private String digits(List<String> run) {
        StringBuilder digits = new StringBuilder();
        int open = 0;
        boolean joined = false;
        for (String token : run) {
            String word = Spelling.folded(token);
            if (and.contains(word)) {
                joined = true;
            } else if (isNumber(token)) {
                String value = values.getOrDefault(word, word);
                int number = value.length() <= LONGEST_VALUE ? Integer.parseInt(value) : 0;
                if (joined && completes(open, number)) {
                    open += number;
                    digits.setLength(digits.length() - String.valueOf(open).length());
                    digits.append(open);
                } else {
                    digits.append(value);
                    open = isDigits(word) ? 0 : number;
                }
                joined = false;
            }
        }
        return digits.toString();
    }

    /// "vinte e nove", "quinhentos e vinte".
    private static boolean completes(int open, int number) {
        boolean tens = open >= TWENTY && open % 10 == 0 && open % HUNDRED != 0 && number > 0 && number < 10;
        boolean hundreds = open >= HUNDRED && open % HUNDRED == 0 && number > 0 && number < HUNDRED;
        return tens || hundreds;
    }

    private static boolean isDigits(String word) {
        return !word.isEmpty() && word.chars().allMatch(letter -> letter >= '0' && letter <= '9');
    }
}
