package congressbot.bot.registration;

import congressbot.bot.text.Meaning;
import congressbot.bot.text.Spelling;
import congressbot.bot.text.Words;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// In which role the person takes part: a label of the congress, verbatim.
public record Profile(String label) implements Answer {
    /// Shortest part of a label, in letters, that stands for it.
    private static final int SHORTEST_PART = 4;

    public Profile {
        if (label.isBlank()) {
            throw new IllegalArgumentException("a profile has a label");
        }
    }

    /// Finds the label meant: its number, itself, itself in a sentence, a part that no other label has.
    static Parsed<Profile> parse(String text, List<String> labels, Words words) {
        String typed = Spelling.withPlainDigits(Spelling.folded(words.withoutLeadIn(Meaning.PROFILE_LEAD_IN, text)));
        List<Predicate<String>> ways = List.of(
                label -> typed.equals(String.valueOf(labels.indexOf(label) + 1)),
                label -> spellings(label).anyMatch(typed::equals),
                label -> spellings(label).anyMatch(spelling -> padded(typed).contains(padded(spelling))),
                label -> typed.length() >= SHORTEST_PART
                        && spellings(label)
                                .anyMatch(spelling -> padded(spelling).contains(padded(typed))));
        for (Predicate<String> way : ways) {
            List<String> meant = labels.stream().filter(way).toList();
            if (meant.size() == 1) {
                return new Parsed.Ok<>(new Profile(meant.getFirst()));
            }
        }
        return new Parsed.Invalid<>(Reason.PROFILE_UNKNOWN);
    }

    /// "Professor(a)" is professor, professora and, as typed, professor a.
    private static Stream<String> spellings(String label) {
        return Stream.of(
                        label.replaceAll("\\(\\p{L}+\\)", ""),
                        label.replaceAll("\\((\\p{L}+)\\)", "$1"),
                        feminine(label),
                        label)
                .map(Spelling::folded)
                .distinct();
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

    @Override
    public Field field() {
        return Field.PROFILE;
    }

    @Override
    public String shown() {
        return label;
    }
}
