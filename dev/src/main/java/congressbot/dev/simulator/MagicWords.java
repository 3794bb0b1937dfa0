package congressbot.dev.simulator;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The magic words as people type them, at the beginning of a message.
final class MagicWords {
    private final Map<MagicWord, Shown> words = new EnumMap<>(MagicWord.class);

    MagicWords(SimulatorTexts texts) {
        for (MagicWord word : MagicWord.values()) {
            String key = "magic." + word.name().toLowerCase(Locale.ROOT).replace('_', '-');
            words.put(word, new Shown(texts.of(key), texts.of(key + ".means")));
        }
    }

    /// As the page explains it.
    record Shown(String word, String means) {}

    /// A text of a person, taken apart.
    record Typed(Set<MagicWord> words, String text) {}

    List<Shown> all() {
        return List.copyOf(words.values());
    }

    Typed typed(String text) {
        Set<MagicWord> found = EnumSet.noneOf(MagicWord.class);
        String rest = text.strip();
        Optional<MagicWord> word = leading(rest);
        while (word.isPresent()) {
            found.add(word.get());
            rest = rest.substring(typed(word.get()).length()).strip();
            word = leading(rest);
        }
        return new Typed(found, rest);
    }

    /// Side by side as typed; empty without any.
    Optional<String> shown(Set<MagicWord> some) {
        return Optional.of(String.join(" ", some.stream().map(this::typed).toList()))
                .filter(text -> !text.isEmpty());
    }

    private Optional<MagicWord> leading(String text) {
        String first = List.of(text.split("\\s+", 2)).getFirst().toLowerCase(Locale.ROOT);
        return Stream.of(MagicWord.values())
                .filter(word -> typed(word).equals(first))
                .findFirst();
    }

    private String typed(MagicWord word) {
        return Objects.requireNonNull(words.get(word)).word();
    }
}
