package congressbot.bot.text;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// All languages that the bot speaks, and how to tell which one a person writes.
public final class Tongues {
    /// Words of another language that make a running chat change over.
    private static final int ENOUGH_TO_CHANGE = 2;

    private static final int LONGEST_REQUEST = 50;

    /// Characters that people do not write in sentences.
    private static final Pattern CODE = Pattern.compile("[;=<>{}`\\\\]");

    private final Map<Language, Tongue> tongues = new EnumMap<>(Language.class);

    private Tongues() {}

    /// Reads all that ships with the program.
    public static Tongues load() {
        Tongues all = new Tongues();
        for (Language language : Language.values()) {
            all.tongues.put(language, Tongue.load(language));
        }
        return all;
    }

    /// What a text says of its language.
    public sealed interface Guess {
        record Clear(Language language) implements Guess {}

        /// It may be several.
        record Unsure() implements Guess {}

        /// Names, numbers: nothing.
        record NoSign() implements Guess {}
    }

    public Tongue of(Language language) {
        Tongue tongue = tongues.get(language);
        if (tongue == null) {
            throw new IllegalStateException("no tongue for " + language);
        }
        return tongue;
    }

    /// The language that the message asks for, in whichever language: "english please", `em português`.
    public Optional<Language> asked(String text) {
        return Arrays.stream(Language.values())
                .filter(language -> asks(of(language).words(), text))
                .findFirst();
    }

    /// By name alone, or in a short sentence that is no question: "are the talks in English?" asks for nothing.
    private static boolean asks(Words words, String text) {
        boolean shortly = !text.contains("?") && text.length() <= LONGEST_REQUEST;
        return words.is(Meaning.LANGUAGE_NAME, text) || (shortly && words.mentions(Meaning.LANGUAGE_NAME, text));
    }

    /// The language of the first words of a chat.
    public Guess first(String text) {
        Map<Language, Long> signs = signs(text);
        long most = most(signs);
        List<Language> likely = with(most, signs);
        if (most > 0) {
            // Most people here write Portuguese, and not always as it is spelt.
            boolean home = likely.contains(Language.PORTUGUESE)
                    || (most == 1
                            && of(Language.PORTUGUESE).words().contains(Meaning.GREETING, text)
                            && isNative(text));
            return home
                    ? new Guess.Clear(Language.PORTUGUESE)
                    : likely.size() == 1 ? new Guess.Clear(likely.getFirst()) : new Guess.Unsure();
        }
        List<Language> greeted = Arrays.stream(Language.values())
                .filter(language -> of(language).words().is(Meaning.GREETING, text))
                .toList();
        return switch (greeted.size()) {
            case 0 -> new Guess.NoSign();
            case 1 -> new Guess.Clear(greeted.getFirst());
            default -> new Guess.Unsure();
        };
    }

    /// It greets as only Portuguese does.
    private boolean isNative(String text) {
        return !of(Language.ENGLISH).words().contains(Meaning.GREETING, text)
                && !of(Language.SPANISH).words().contains(Meaning.GREETING, text);
    }

    /// The language to which a running chat clearly changed.
    public Optional<Language> changed(String text, Language current) {
        Map<Language, Long> signs = signs(text);
        long most = most(signs);
        List<Language> likely = with(most, signs);
        boolean clear = most >= ENOUGH_TO_CHANGE
                && !CODE.matcher(text).find()
                && likely.size() == 1
                && likely.getFirst() != current
                && signs.getOrDefault(current, 0L) == 0;
        return clear ? Optional.of(likely.getFirst()) : Optional.empty();
    }

    private Map<Language, Long> signs(String text) {
        List<String> said = Arrays.asList(Spelling.folded(text).split(" "));
        Map<Language, Long> signs = new EnumMap<>(Language.class);
        tongues.forEach((language, tongue) -> signs.put(
                language,
                said.stream()
                        .filter(word -> tongue.words().of(Meaning.LANGUAGE).contains(word))
                        .count()));
        return signs;
    }

    private static long most(Map<Language, Long> signs) {
        return signs.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    private static List<Language> with(long count, Map<Language, Long> signs) {
        return signs.entrySet().stream()
                .filter(entry -> entry.getValue() == count)
                .map(Map.Entry::getKey)
                .toList();
    }
}
