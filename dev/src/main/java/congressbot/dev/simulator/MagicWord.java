package congressbot.dev.simulator;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What a person can ask the bridge to do wrong, by a word at the beginning of a message.
enum MagicWord {
    /// The webhook comes three times, two of them at once.
    DUPLICADO,
    /// The bridge takes its time over the reply.
    LENTO,
    /// The bridge refuses the reply twice.
    FALHA,
    /// WhatsApp is away for a while.
    FORA_DO_AR,
    /// The next message overtakes this one.
    DESORDEM;

    /// As it is typed: `!fora-do-ar`.
    String word() {
        return "!" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// A text of a person, taken apart.
    record Typed(Set<MagicWord> words, String text) {
        /// The words as typed; empty without any.
        Optional<String> shown() {
            return Optional.of(
                            String.join(" ", words.stream().map(MagicWord::word).toList()))
                    .filter(all -> !all.isEmpty());
        }
    }

    static Typed typed(String text) {
        Set<MagicWord> words = EnumSet.noneOf(MagicWord.class);
        String rest = text.strip();
        Optional<MagicWord> word = leading(rest);
        while (word.isPresent()) {
            words.add(word.get());
            rest = rest.substring(word.get().word().length()).strip();
            word = leading(rest);
        }
        return new Typed(words, rest);
    }

    private static Optional<MagicWord> leading(String text) {
        String first = List.of(text.split("\\s+", 2)).getFirst().toLowerCase(Locale.ROOT);
        return Stream.of(values()).filter(word -> word.word().equals(first)).findFirst();
    }
}
