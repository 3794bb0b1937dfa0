package congressbot.bot.llm.redaction;

import congressbot.bot.text.Language;
import congressbot.bot.text.Meaning;
import congressbot.bot.text.Spelling;
import congressbot.bot.text.Words;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The words by which names, addresses and spoken numbers are told from all others, in every language at once: people
/// mix them.
///
/// @param particles small words inside a name
/// @param common words that are no names
/// @param introductions phrases before a name
/// @param providers hosts of e-mail
/// @param nobodys pieces of addresses that say nothing of a person
record Vocabulary(
        WordFile names,
        Set<String> particles,
        Set<String> titles,
        Set<String> common,
        WordFile introductions,
        Spoken spoken,
        Set<String> providers,
        Set<String> nobodys) {

    /// How an address or a number sounds.
    ///
    /// @param numbers words for digits and numbers
    /// @param at words for `@`
    /// @param dot words for the dot of an address
    /// @param joints words for what else joins the parts of an address or of a number
    record Spoken(Set<String> numbers, Set<String> at, Set<String> dot, Set<String> joints) {}

    private static final List<Meaning> EVERYDAY = List.of(
            Meaning.NOT_A_NAME,
            Meaning.QUESTION,
            Meaning.QUESTION_WITH_MARK,
            Meaning.WISH_WORDS,
            Meaning.WISH_HOW,
            Meaning.TOPIC_COMMON,
            Meaning.TOPIC_FEE,
            Meaning.TOPIC_DEADLINE,
            Meaning.TOPIC_DATES,
            Meaning.TOPIC_PLACE,
            Meaning.TOPIC_PROFILES,
            Meaning.TOPIC_CONTACT,
            Meaning.THANKS,
            Meaning.GREETING);

    static Vocabulary load() {
        List<Words> languages =
                Arrays.stream(Language.values()).map(Words::load).toList();
        Set<String> common = new HashSet<>(words(languages, EVERYDAY));
        common.addAll(WordFile.ofWords("ordinary.txt").sure());
        common.addAll(WordFile.ofWords("plain.txt").sure());
        Set<String> particles = words(languages, List.of(Meaning.NAME_PARTICLE));
        Set<String> nobodys = new HashSet<>(particles);
        nobodys.addAll(words(languages, List.of(Meaning.EMAIL_DOMAIN)));
        return new Vocabulary(
                WordFile.ofWords("names.txt"),
                particles,
                WordFile.ofWords("titles.txt").sure(),
                Set.copyOf(common),
                WordFile.ofPhrases("introductions.txt"),
                spoken(languages),
                languages.stream()
                        .flatMap(words -> words.of(Meaning.EMAIL_DOMAIN).stream())
                        .collect(Collectors.toUnmodifiableSet()),
                Set.copyOf(nobodys));
    }

    private static Spoken spoken(List<Words> languages) {
        Set<String> numbers = languages.stream()
                .flatMap(words -> words.pairs(Meaning.NUMBER_WORD).keySet().stream())
                .filter(word -> word.length() > 1)
                .collect(Collectors.toSet());
        return new Spoken(
                numbers,
                words(languages, List.of(Meaning.SPOKEN_AT)).stream()
                        .filter(word -> word.startsWith("ar") || word.equals("at"))
                        .collect(Collectors.toSet()),
                words(languages, List.of(Meaning.SPOKEN_DOT)).stream()
                        .filter(word -> word.length() > 2)
                        .collect(Collectors.toSet()),
                words(languages, List.of(Meaning.SPOKEN_UNDERSCORE, Meaning.SPOKEN_HYPHEN, Meaning.SPOKEN_AND)));
    }

    private static Set<String> words(List<Words> languages, List<Meaning> meanings) {
        return languages.stream()
                .flatMap(words -> meanings.stream().flatMap(meaning -> words.of(meaning).stream()))
                .flatMap(phrase -> Stream.of(Spelling.folded(phrase).split(" ")))
                .collect(Collectors.toSet());
    }
}
