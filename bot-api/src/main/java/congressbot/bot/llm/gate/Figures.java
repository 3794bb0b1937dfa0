package congressbot.bot.llm.gate;

import congressbot.bot.knowledge.Passage;
import congressbot.bot.text.Meaning;
import congressbot.bot.text.Spelling;
import congressbot.bot.text.Words;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Each number, price, day and time of an answer stands in the organisers' texts, however it is written there.
final class Figures implements Check {
    private static final Pattern NUMBER = Pattern.compile("[0-9]+(?:[.,][0-9]+)*");
    private static final Pattern GROUPS = Pattern.compile("[0-9]+(?:[ .()/+-]{1,3}[0-9]+)*");
    private static final Pattern NO_DIGIT = Pattern.compile("[^0-9]");

    /// `1. `, `2) `
    private static final Pattern ENTRY = Pattern.compile("(?m)^\\s*[*-]?\\s*[1-9][.)]\\s");

    /// What a list or an article may count: smaller ones are no figures.
    private static final int SMALLEST_SPOKEN = 4;

    /// A price without a currency; a year is none.
    private static final Pattern PRICE = Pattern.compile("[0-9]{1,7}\\.[0-9]{2}|(?!20[0-9]{2}$)[0-9]{2,7}");

    private static final int LONGEST_VALUE = 3;

    /// Slips for numbers that are words of another of our languages.
    private static final Set<String> NEITHER = Set.of("won", "tree", "oh", "des", "doi", "hum");

    private final FigureReader reader = new FigureReader();
    private final Map<String, String> spoken;

    Figures(List<Words> languages) {
        spoken = spoken(languages);
    }

    @Override
    public boolean isBrokenBy(String answer, Proof proof) {
        String text = ENTRY.matcher(answer).replaceAll("");
        List<Figure> said = reader.read(text, false);
        List<String> words = List.of(Spelling.folded(text).split(" "));
        if (said.isEmpty() && words.stream().noneMatch(this::isNumber)) {
            return false;
        }
        Known known = new Known(proof);
        return !known.stand(said) || speaksUnknown(words, known, proof);
    }

    /// The figures of the proof.
    private final class Known {
        private final Set<Figure> figures;
        private final Set<String> groups;

        Known(Proof proof) {
            figures = new HashSet<>(reader.read(proof.text(), true));
            proof.words().stream().filter(spoken::containsKey).forEach(word -> figures.add(plain(word)));
            NUMBER.matcher(proof.text()).results().forEach(match -> figures.addAll(reader.read(match.group(), false)));
            figures.addAll(reals());
            proof.passages().stream().filter(Figures.this::namesCurrency).forEach(this::addCells);
            groups = GROUPS.matcher(proof.text())
                    .results()
                    .map(match -> NO_DIGIT.matcher(match.group()).replaceAll(""))
                    .collect(Collectors.toSet());
        }

        private Set<Figure> reals() {
            Set<Figure> sums = new HashSet<>();
            for (Figure figure : figures) {
                if (figure instanceof Figure.Money(String currency, long cents) && isReal(currency)) {
                    sums.add(new Figure.Money("", cents));
                }
            }
            return sums;
        }

        /// Sums without their currency: tables name it once.
        private void addCells(Passage passage) {
            for (Figure figure : reader.read(String.join("\n", passage.rows()), false)) {
                if (figure instanceof Figure.Plain(String digits)
                        && PRICE.matcher(digits).matches()) {
                    figures.add(new Figure.Money(
                            "", new BigDecimal(digits).movePointRight(2).longValue()));
                }
            }
        }

        boolean stand(List<Figure> said) {
            return said.stream().allMatch(this::stands);
        }

        private boolean stands(Figure figure) {
            return switch (figure) {
                case Figure.Money(String currency, long cents) ->
                    figures.contains(figure) || (isReal(currency) && figures.contains(new Figure.Money("", cents)));
                case Figure.Grouped(String digits) -> groups.stream().anyMatch(group -> group.endsWith(digits));
                case Figure.Time _, Figure.Day _, Figure.Percent _, Figure.Plain _ -> figures.contains(figure);
            };
        }
    }

    private boolean namesCurrency(Passage passage) {
        String text = passage.heading() + "\n" + passage.body();
        return reader.read(text, false).stream().anyMatch(Figure.Money.class::isInstance)
                || text.contains("R$")
                || Arrays.stream(Spelling.folded(text).split(" ", -1)).anyMatch(reader::isCurrency);
    }

    private static boolean isReal(String currency) {
        return currency.startsWith("r") || currency.equals("brl");
    }

    private boolean isNumber(String word) {
        return spoken.containsKey(word) || reader.isLarge(word);
    }

    private Figure plain(String numberWord) {
        return new Figure.Plain(spoken.getOrDefault(numberWord, ""));
    }

    /// Numbers in words that stand there neither so nor in digits.
    private boolean speaksUnknown(List<String> words, Known known, Proof proof) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            boolean sum = i > 0
                    && reader.isCurrency(word)
                    && spoken.containsKey(words.get(i - 1))
                    && !proof.hasPhrase(words.get(i - 1) + " " + word);
            boolean stands = proof.words().contains(word) || known.figures.contains(plain(word));
            if (sum || (!stands && (reader.isLarge(word) || counts(word)))) {
                return true;
            }
        }
        return false;
    }

    private boolean counts(String word) {
        String value = spoken.getOrDefault(word, "0");
        return Integer.parseInt(value) >= SMALLEST_SPOKEN;
    }

    private static Map<String, String> spoken(List<Words> languages) {
        Map<String, String> values = new HashMap<>();
        for (Words language : languages) {
            language.pairs(Meaning.NUMBER_WORD).forEach((word, value) -> {
                if (word.indexOf(' ') < 0 && value.length() <= LONGEST_VALUE && !NEITHER.contains(word)) {
                    values.putIfAbsent(word, value);
                }
            });
        }
        return Map.copyOf(values);
    }
}
