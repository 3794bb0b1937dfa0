package congressbot.bot.knowledge;

import congressbot.bot.text.Spelling;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is known of words beforehand: which say nothing or little, which mean the same, what kind of answer they ask
/// for, how slang is written out. All of it stands in resource files beside this class.
final class Lexicon {
    /// Words of the longest phrase that is looked for.
    static final int LONGEST_PHRASE = 6;

    private static final Pattern DATE = Pattern.compile("(?:dia )?\\d{1,2}o? (?:de )?(?:"
            + Arrays.stream(Month.values())
                    .map(month -> month.getDisplayName(TextStyle.FULL, Locale.forLanguageTag("pt-BR")))
                    .map(Spelling::folded)
                    .collect(Collectors.joining("|"))
            + ")");

    private static final Pattern HELD_DOWN = Pattern.compile("(\\p{L})\\1{2,}");

    /// The kind of a bare "how many".
    static final String COUNT = "kindcount";

    private final Inflections inflections = new Inflections();
    private final Map<String, String> slang = new HashMap<>();
    private final Set<String> small;
    private final Set<String> empty;
    private final Set<String> weak;
    private final Set<String> side;
    private final Set<String> leaning;
    private final Set<String> pointing;
    private final Set<String> introductions;
    private final Set<String> turns;
    private final Set<String> announcements;
    private final Set<String> conditions;
    private final Set<String> tellings;
    private final Set<String> turnings;
    private final Set<String> placing;
    private final Set<String> belonging;
    private final Pattern unpublished;
    private final Set<String> nouns;
    private final Set<String> words;
    private final Pattern compounds;
    private final DayNames days;
    private final Map<String, Pattern> kinds = new LinkedHashMap<>();
    private final Map<String, Set<String>> kindsOfWords = new HashMap<>();
    private final Map<String, Set<String>> kindsHinted = new HashMap<>();
    private final Map<String, Set<String>> synonyms = new HashMap<>();
    private final Set<String> replaced = new HashSet<>();

    private Lexicon() {
        compounds = compounds(WordList.read("compounds"));
        WordList.read("slang")
                .pairs()
                .forEach(pair -> slang.put(Spelling.folded(pair.left()), Spelling.folded(joined(pair.right()))));
        weak = phrases("weak-words");
        side = phrases("side-words");
        leaning = phrases("leaning-words");
        pointing = phrases("pointing-words");
        introductions = phrases("introductions");
        turns = phrases("question-beginnings");
        announcements = phrases("announcements");
        conditions = phrases("conditions");
        tellings = phrases("told-beginnings");
        turnings = phrases("turning-words");
        belonging = phrases("belonging-words");
        placing = phrases("placing-words");
        Set<String> unpublishedPhrases = phrases("unpublished");
        unpublished = pattern(WordList.read("unpublished"));
        nouns = phrases("nouns");
        days = new DayNames(this::phrasesOf);
        WordList.read("kinds").pairs().forEach(pair -> kinds.put(pair.left(), Pattern.compile(pair.right())));
        WordList.read("kind-words").pairs().forEach(pair -> addKind(pair.left(), pair.right()));
        small = phrases("empty-words");
        empty = small.stream()
                .filter(phrase ->
                        kindsAsked(phrase).isEmpty() && kindsHinted(phrase).isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        WordList.read("synonyms").lines().forEach(this::addGroup);
        words = Stream.of(
                        empty,
                        weak,
                        side,
                        nouns,
                        unpublishedPhrases,
                        introductions,
                        turns,
                        announcements,
                        leaning,
                        pointing,
                        kindsOfWords.keySet(),
                        kindsHinted.keySet(),
                        synonyms.keySet())
                .flatMap(Set::stream)
                .flatMap(phrase -> Arrays.stream(phrase.split(" ")))
                .collect(Collectors.toUnmodifiableSet());
    }

    /// The halves are written together, with a hyphen or with a space.
    private static Pattern compounds(WordList list) {
        String pairs = list.lines().stream()
                .map(line -> line.replace("-", ")[- ](?:"))
                .map(line -> "(?:" + line + ")")
                .collect(Collectors.joining("|"));
        return Pattern.compile("(?iU)\\b(?:" + pairs + ")\\b");
    }

    /// A kind with a `?` is what the answer likely holds, and need not.
    private void addKind(String kind, String words) {
        boolean hint = kind.endsWith("?");
        String name = hint ? kind.substring(0, kind.length() - 1) : kind;
        phrasesOf(words)
                .forEach(phrase ->
                        entry(hint ? kindsHinted : kindsOfWords, phrase).add(name));
    }

    static Lexicon load() {
        return new Lexicon();
    }

    /// A line of words that mean the same; or of words that people use, `>`, and of those that documents use for them.
    /// After a `>>` the words of people are not searched at all.
    private void addGroup(String line) {
        int sign = line.indexOf('>');
        List<String> asked =
                phrasesOf(sign < 0 ? line : line.substring(0, sign)).toList();
        String documented = sign < 0 ? line : line.substring(sign + 1);
        List<String> found = phrasesOf(documented.replace(">", ""))
                .filter(phrase -> !isTooOpen(phrase))
                .toList();
        for (String phrase : asked) {
            entry(synonyms, phrase).addAll(found);
            if (documented.startsWith(">")) {
                replaced.add(phrase);
            }
        }
    }

    /// Search ignores the first word of such a phrase, and would find whatever holds the others.
    private boolean isTooOpen(String phrase) {
        int space = phrase.indexOf(' ');
        return space > 0 && small.contains(phrase.substring(0, space));
    }

    private static Set<String> entry(Map<String, Set<String>> map, String phrase) {
        return map.computeIfAbsent(phrase, _ -> new LinkedHashSet<>());
    }

    private Set<String> phrases(String list) {
        return WordList.read(list).entries().map(this::spelt).collect(Collectors.toUnmodifiableSet());
    }

    /// The phrases of one line, as [#words] gives the words of a question.
    private Stream<String> phrasesOf(String line) {
        return WordList.entries(line).map(this::spelt);
    }

    /// Phrases of whole words, in which `*` stands for any words between.
    private Pattern pattern(WordList list) {
        String phrases = list.lines().stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .map(phrase -> Arrays.stream(phrase.split("\\*", -1))
                        .map(this::spelt)
                        .collect(Collectors.joining("(?: .*)? ")))
                .filter(phrase -> !phrase.isBlank())
                .collect(Collectors.joining("|"));
        return Pattern.compile("(?:^| )(?:" + phrases + ")(?: |$)");
    }

    private String spelt(String phrase) {
        return String.join(" ", words(phrase));
    }

    /// The words of a text: without accents and case, letters that were held down once, slang written out.
    List<String> words(String text) {
        return Arrays.stream(Spelling.folded(joined(text)).split(" "))
                .filter(word -> word.chars().anyMatch(Character::isLetterOrDigit))
                .map(word -> HELD_DOWN.matcher(word).replaceAll("$1"))
                .flatMap(word -> Arrays.stream(slang.getOrDefault(word, word).split(" ")))
                .toList();
    }

    /// A day of the year: "20 de abril", "dia 3 de maio".
    boolean isDate(String phrase) {
        return DATE.matcher(phrase).matches();
    }

    /// Says nothing about the subject of a question.
    boolean isEmpty(String phrase) {
        return empty.contains(phrase);
    }

    /// Says something, and is not missed where nothing is said about it.
    boolean isWeak(String phrase) {
        return isListed(phrase, weak)
                || (own(phrase).isEmpty()
                        && !nouns.contains(phrase)
                        && infinitives(phrase).anyMatch(weak::contains));
    }

    /// Names somebody, some place or some thing that people mention by the way.
    boolean isSide(String phrase) {
        return isListed(phrase, side);
    }

    /// A form that has synonyms of its own counts only for itself.
    private boolean isListed(String phrase, Set<String> list) {
        return list.contains(phrase)
                || (!synonyms.containsKey(phrase) && forms(phrase).stream().anyMatch(list::contains));
    }

    /// A word that somebody may have meant as it stands.
    boolean isWord(String word) {
        return isKnown(word) || forms(word).stream().anyMatch(words::contains);
    }

    /// Words, or the beginning, of the second half of a question.
    boolean leans(List<String> words) {
        return leaning.contains(words.getFirst())
                || (words.size() > 1 && leaning.contains(words.get(0) + " " + words.get(1)))
                || words.stream().anyMatch(pointing::contains);
    }

    /// After it, people say who they are.
    boolean introduces(String phrase) {
        return introductions.contains(phrase);
    }

    /// Before a place.
    boolean isPlacing(String word) {
        return placing.contains(word);
    }

    /// Before a place that belongs to what stands before it.
    boolean isBelonging(String word) {
        return belonging.contains(word);
    }

    /// With it, the question itself begins.
    boolean endsIntroduction(String phrase) {
        return turns.contains(phrase);
    }

    /// A clause that begins so is a question, announced or not.
    boolean beginsQuestion(List<String> clause) {
        int at = phraseAt(clause, 0, leaning); // "and how much is it?"
        return phraseAt(clause, at, turns) > 0
                || announcement(clause, at) > 0
                || phraseAt(clause, at, kindsOfWords.keySet()) > 0;
    }

    /// A clause that begins so belongs to the question after it: "if I cancel".
    boolean isCondition(List<String> clause) {
        return phraseAt(clause, phraseAt(clause, 0, leaning), conditions) > 0;
    }

    /// Whoever begins a clause so tells something first.
    boolean tells(List<String> clause) {
        int at = 0;
        while (at < clause.size() && phraseAt(clause, at, tellings) == 0 && isEmpty(clause.get(at))) {
            at++;
        }
        return phraseAt(clause, at, tellings) > 0;
    }

    /// Here may begin the question of somebody who told something first.
    boolean turns(List<String> clause, int at) {
        return phraseAt(clause, at, turnings) > 0;
    }

    /// Words of what announces a question here: "I would like to know".
    int announcement(List<String> clause, int at) {
        return phraseAt(clause, at, announcements);
    }

    private static int phraseAt(List<String> words, int at, Set<String> phrases) {
        for (int length = Math.min(LONGEST_PHRASE, words.size() - at); length > 0; length--) {
            if (phrases.contains(String.join(" ", words.subList(at, at + length)))) {
                return length;
            }
        }
        return 0;
    }

    /// Asks for what documents never tell: what changes by the hour, belongs to one person, or is a matter of taste.
    boolean isUnpublished(List<String> clause) {
        return unpublished.matcher(String.join(" ", clause)).find();
    }

    DayNames days() {
        return days;
    }

    /// The kinds of answer that a word or phrase asks for: a price, a day.
    Set<String> kindsAsked(String phrase) {
        return kindsOfWords.getOrDefault(phrase, Set.of());
    }

    /// The kinds that the answer to it likely holds.
    Set<String> kindsHinted(String phrase) {
        return kindsHinted.getOrDefault(phrase, Set.of());
    }

    /// The words and phrases that mean the same as this one, in whatever form it stands.
    Set<String> synonyms(String phrase) {
        Set<String> own = own(phrase);
        return own.isEmpty() ? of(infinitives(phrase)) : own;
    }

    private Set<String> own(String phrase) {
        return of(forms(phrase).stream());
    }

    private Set<String> of(Stream<String> forms) {
        return forms.flatMap(form -> synonyms.getOrDefault(form, Set.of()).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    boolean isKnown(String phrase) {
        return isEmpty(phrase)
                || introduces(phrase)
                || nouns.contains(phrase)
                || isWeak(phrase)
                || isSide(phrase)
                || !kindsAsked(phrase).isEmpty()
                || !kindsHinted(phrase).isEmpty()
                || !synonyms(phrase).isEmpty();
    }

    /// A word and what it is without its endings; a phrase only as it stands.
    Set<String> forms(String phrase) {
        return phrase.indexOf(' ') < 0 ? inflections.forms(phrase) : Set.of(phrase);
    }

    /// What to search for it in its own words.
    Set<String> exact(String phrase) {
        Set<String> forms = forms(phrase);
        boolean instead = forms.stream().anyMatch(replaced::contains) || isTooOpen(phrase);
        if (!instead) {
            return withPlurals(forms);
        }
        Set<String> own = own(phrase);
        return own.isEmpty() ? Set.of(phrase.replace(" ", "")) : withPlurals(own);
    }

    /// The same words in the plural, where a stem does not bring both together.
    Set<String> withPlurals(Set<String> phrases) {
        Set<String> all = new LinkedHashSet<>(phrases);
        phrases.forEach(phrase -> all.addAll(inflections.plurals(phrase)));
        return all;
    }

    private Stream<String> infinitives(String phrase) {
        return phrase.indexOf(' ') < 0 ? inflections.infinitives(phrase).stream() : Stream.of();
    }

    /// What somebody may have mistyped, of the words that are known beforehand; not names, which are near to anything.
    Set<String> known() {
        return words.stream().filter(word -> !nouns.contains(word)).collect(Collectors.toUnmodifiableSet());
    }

    /// A text holds an answer of this kind.
    boolean holds(String text, String kind) {
        return kinds.containsKey(kind) && kinds.get(kind).matcher(text).find();
    }

    /// Of these kinds, those that a sentence holds; one without a pattern is taken at its word.
    String kindsIn(String sentence, List<String> among) {
        return among.stream()
                .filter(kind -> !kinds.containsKey(kind)
                        || kinds.get(kind).matcher(sentence).find())
                .collect(Collectors.joining(" "));
    }

    /// A text as it is searched: `1º` as people type it, and compounds in one word, for a Friday ("sexta-feira") is no
    /// fair ("feira").
    String searched(String text) {
        return joined(text.replace('º', 'o').replace('ª', 'a'));
    }

    private String joined(String text) {
        return compounds.matcher(text).replaceAll(found -> found.group().replaceAll("[- ]", ""));
    }

    /// The names of what a sentence holds beyond its words: a price, a time, a date, an address.
    String kindsIn(String sentence) {
        return kinds.entrySet().stream()
                .filter(kind -> kind.getValue().matcher(sentence).find())
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(" "));
    }
}
