package congressbot.bot.llm.gate;

import congressbot.bot.text.Language;
import congressbot.bot.text.Meaning;
import congressbot.bot.text.Spelling;
import congressbot.bot.text.Words;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// An answer is in the person's language, as far as words that one language alone has can tell.
final class Speech implements Check {
    private static final int CLEAR = 3;

    private final Map<Language, Set<String>> signs = new EnumMap<>(Language.class);

    Speech(List<Words> languages) {
        languages.forEach(words -> signs.put(words.language(), words.of(Meaning.LANGUAGE)));
    }

    @Override
    public boolean isBrokenBy(String answer, Proof proof) {
        List<String> words = List.of(Spelling.folded(answer).split(" "));
        long own = count(words, proof.language());
        return Arrays.stream(Language.values())
                .filter(language -> language != proof.language())
                .mapToLong(language -> count(words, language))
                .anyMatch(other -> other >= CLEAR && other > 2 * own);
    }

    private long count(List<String> words, Language language) {
        Set<String> telling = signs.getOrDefault(language, Set.of());
        return words.stream().filter(telling::contains).count();
    }
}
