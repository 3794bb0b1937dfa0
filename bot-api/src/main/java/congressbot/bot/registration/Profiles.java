package congressbot.bot.registration;

import congressbot.bot.text.Meaning;
import congressbot.bot.text.Spelling;
import congressbot.bot.text.Words;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Recognises the profiles of one congress: by word or synonym, perhaps misspelt, perhaps in a sentence.
final class Profiles implements Recogniser {
    /// Shortest part of a label, in letters, that stands for it.
    private static final int SHORTEST_PART = 4;

    /// From this length on (letters), a word one slip away is meant.
    private static final int SLIP_FROM = 6;

    private final List<String> labels;
    private final Words words;
    private final Map<String, List<String>> spellings = new HashMap<>();

    /// The longest first: "curso de agronomia" is a student's, "agronomia" alone is not.
    private final List<String> synonyms;

    Profiles(List<String> labels, Words words) {
        this.labels = labels;
        this.words = words;
        labels.forEach(label -> spellings.put(label, spelt(label)));
        this.synonyms = words.pairs(Meaning.PROFILE_WORD).keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    @Override
    public Field field() {
        return Field.PROFILE;
    }

    @Override
    public List<Finding> find(Said said) {
        return List.of();
    }

    @Override
    public Parsed<Profile> read(String piece) {
        String typed = folded(piece);
        return named(typed)
                .or(() -> single(mentioned(typed)))
                .or(() -> single(part(typed)))
                .or(() -> single(misspelt(typed)))
                .<Parsed<Profile>>map(label -> new Parsed.Ok<>(new Profile(label)))
                .orElseGet(() -> several(mentioned(typed)));
    }

    private static Parsed<Profile> several(Set<String> meant) {
        return meant.size() > 1
                ? new Parsed.Choose<>(meant.stream().map(Profile::new).toList())
                : new Parsed.Invalid<>(Reason.PROFILE_UNKNOWN);
    }

    /// A label or a synonym and nothing else.
    @Override
    public Optional<Profile> exactly(String piece) {
        return named(folded(piece)).map(Profile::new);
    }

    private String folded(String piece) {
        return Spelling.folded(words.withoutLeadIn(Meaning.PROFILE_LEAD_IN, Spelling.cleaned(piece)));
    }

    private Optional<String> named(String typed) {
        Set<String> named = new LinkedHashSet<>();
        labels.stream()
                .filter(label -> spellings(label).anyMatch(typed::equals))
                .forEach(named::add);
        Optional.ofNullable(words.pairs(Meaning.PROFILE_WORD).get(typed)).ifPresent(part -> named.addAll(part(part)));
        if (named.isEmpty() && typed.length() >= SLIP_FROM && typed.indexOf(' ') < 0) {
            named.addAll(part(typed));
        }
        return single(named);
    }

    /// The labels whose spellings or synonyms stand in the sentence; the longest mention hides those inside it.
    private Set<String> mentioned(String typed) {
        String sentence = padded(typed);
        Set<String> whole = new LinkedHashSet<>();
        labels.stream()
                .filter(label -> spellings(label).anyMatch(spelling -> sentence.contains(padded(spelling))))
                .forEach(whole::add);
        if (!whole.isEmpty()) {
            return whole;
        }
        Set<String> meant = new LinkedHashSet<>();
        String rest = sentence;
        for (String word : synonyms) {
            if (rest.contains(padded(word))) {
                meant.addAll(part(words.pairs(Meaning.PROFILE_WORD).getOrDefault(word, "")));
                rest = rest.replace(padded(word), "  ");
            }
        }
        return meant;
    }

    private Set<String> part(String typed) {
        Set<String> meant = new LinkedHashSet<>();
        if (typed.length() >= SHORTEST_PART) {
            labels.stream()
                    .filter(label -> spellings(label)
                            .anyMatch(spelling -> padded(spelling).contains(padded(typed))))
                    .forEach(meant::add);
        }
        return meant;
    }

    private Set<String> misspelt(String typed) {
        Set<String> meant = new LinkedHashSet<>();
        for (String word : typed.split(" ", -1)) {
            if (word.length() >= SLIP_FROM) {
                labels.stream().filter(label -> near(word, label)).forEach(meant::add);
            }
        }
        return meant;
    }

    private boolean near(String word, String label) {
        return spellings(label)
                .flatMap(spelling -> Arrays.stream(spelling.split(" ")))
                .anyMatch(known -> known.length() >= SLIP_FROM
                        && Math.abs(known.length() - word.length()) <= 1
                        && Spelling.distance(word, known) <= 1);
    }

    private static Optional<String> single(Set<String> meant) {
        return meant.size() == 1 ? Optional.of(meant.iterator().next()) : Optional.empty();
    }

    /// "Professor(a)" is professor, professora, professores, professoras and, as typed, professor a.
    private static List<String> spelt(String label) {
        return Stream.of(
                        label.replaceAll("\\(\\p{L}+\\)", ""),
                        label.replaceAll("\\((\\p{L}+)\\)", "$1"),
                        feminine(label),
                        label)
                .map(Spelling::folded)
                .distinct()
                .toList();
    }

    private Stream<String> spellings(String label) {
        return spellings.getOrDefault(label, List.of()).stream();
    }

    /// Every word that has an alternative ending in brackets, in that ending: `Aluno(a)` → `Aluna`.
    private static String feminine(String label) {
        return String.join(
                " ",
                Arrays.stream(label.split(" "))
                        .map(word -> word.replaceAll("\\p{L}\\((\\p{L}+)\\)", "$1"))
                        .toList());
    }

    private static String padded(String words) {
        return " " + words + " ";
    }
}
