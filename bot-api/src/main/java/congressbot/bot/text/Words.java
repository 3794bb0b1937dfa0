package congressbot.bot.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The words of one language, by meaning.
public final class Words {
    /// From this length on (letters), one and two slips are forgiven: shorter words turn into other words too easily.
    private static final int ONE_SLIP_FROM = 7;

    private static final int TWO_SLIPS_FROM = 9;

    /// Words of the longest message that is nothing but a command, a yes, a greeting: more of them say more.
    private static final int LONGEST_MESSAGE = 20;

    /// The same letter three times or more.
    private static final Pattern HELD_DOWN = Pattern.compile("(\\p{L})\\1{2,}");

    /// A syllable, again and again, perhaps cut off.
    private static final Pattern REPEATED = Pattern.compile("^(.{1,3}?)\\1+.?$");

    private static final int LONGEST_SYLLABLE = 3;

    private static final Set<Meaning> PAIRS =
            EnumSet.of(Meaning.EMAIL_DOMAIN_SLIP, Meaning.NUMBER_WORD, Meaning.ORDINAL, Meaning.PROFILE_WORD);

    private final Language language;
    private final Map<Meaning, Set<String>> lists;
    private final Map<Meaning, Map<String, String>> pairs;
    /// Words of the longest phrase of each list.
    private final Map<Meaning, Integer> longest;
    /// The same of the phrases that begin with a word: most words begin none, and are passed over at once.
    private final Map<Meaning, Map<String, Integer>> beginning;

    private Words(Language language, Map<Meaning, Set<String>> lists) {
        this.language = language;
        this.lists = lists;
        this.pairs = new EnumMap<>(Meaning.class);
        PAIRS.forEach(meaning -> pairs.put(meaning, pairsOf(meaning)));
        this.longest = new EnumMap<>(Meaning.class);
        this.beginning = new EnumMap<>(Meaning.class);
        lists.forEach((meaning, phrases) -> {
            longest.put(
                    meaning, phrases.stream().mapToInt(Words::wordCount).max().orElse(0));
            Map<String, Integer> counts = new HashMap<>();
            phrases.forEach(
                    phrase -> counts.merge(phrase.substring(0, endOfWord(phrase, 0)), wordCount(phrase), Math::max));
            beginning.put(meaning, counts);
        });
    }

    /// Reads the lists that ship with the program.
    public static Words load(Language language) {
        Map<Meaning, Set<String>> lists = new EnumMap<>(Meaning.class);
        for (Meaning meaning : Meaning.values()) {
            lists.put(meaning, read(language.tag() + "/" + meaning.fileName(), meaning));
        }
        return new Words(language, lists);
    }

    private static Set<String> read(String file, Meaning meaning) {
        try (InputStream in = Words.class.getResourceAsStream("/congressbot/bot/words/" + file)) {
            if (in == null) {
                throw new IllegalStateException("no word list " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> verbatim(meaning) ? line.strip() : Spelling.folded(line))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Domains keep their dots, pairs their sign.
    private static boolean verbatim(Meaning meaning) {
        return meaning == Meaning.EMAIL_DOMAIN || PAIRS.contains(meaning);
    }

    private Map<String, String> pairsOf(Meaning meaning) {
        boolean domains = meaning == Meaning.EMAIL_DOMAIN_SLIP;
        Map<String, String> read = new LinkedHashMap<>();
        for (String line : of(meaning)) {
            String[] sides = line.split("=", 2);
            read.put(domains ? sides[0] : Spelling.folded(sides[0]), sides[1]);
        }
        return Map.copyOf(read);
    }

    public Language language() {
        return language;
    }

    /// The pairs of a list whose lines are `left=right`; the left sides are folded.
    public Map<String, String> pairs(Meaning meaning) {
        return pairs.getOrDefault(meaning, Map.of());
    }

    /// The list itself, in the order of the file.
    public Set<String> of(Meaning meaning) {
        return lists.getOrDefault(meaning, Set.of());
    }

    private static int wordCount(String phrase) {
        return (int) phrase.chars().filter(letter -> letter == ' ').count() + 1;
    }

    private int longest(Meaning meaning) {
        return longest.getOrDefault(meaning, 0);
    }

    private int longest(Meaning meaning, String firstWord) {
        return beginning.getOrDefault(meaning, Map.of()).getOrDefault(firstWord, 0);
    }

    /// The whole message means this: it consists of phrases of the list, and of polite fillers. Letters that were held
    /// down count once: `boa noiteee`.
    public boolean is(Meaning meaning, String text) {
        String folded = Spelling.folded(text);
        if (consistsOf(meaning, folded)) {
            return true;
        }
        return hasThreeAlike(folded)
                && consistsOf(meaning, HELD_DOWN.matcher(folded).replaceAll("$1"));
    }

    /// The same character three times: rare enough to be looked for first.
    private static boolean hasThreeAlike(String folded) {
        for (int i = 2; i < folded.length(); i++) {
            if (folded.charAt(i) == folded.charAt(i - 1) && folded.charAt(i) == folded.charAt(i - 2)) {
                return true;
            }
        }
        return false;
    }

    private boolean consistsOf(Meaning meaning, String folded) {
        int[] starts = starts(folded);
        int count = starts.length - 1;
        if (count > LONGEST_MESSAGE) {
            return false;
        }
        boolean[] covered = new boolean[count + 1];
        boolean[] meant = new boolean[count + 1];
        covered[0] = true;
        for (int from = 0; from < count; from++) {
            int reach = covered[from] ? reach(meaning, folded.substring(starts[from], starts[from + 1] - 1)) : 0;
            for (int to = from + 1; to <= Math.min(count, from + reach); to++) {
                String phrase = folded.substring(starts[from], starts[to] - 1);
                boolean listed = of(meaning).contains(phrase);
                boolean fits = listed || of(Meaning.FILLER).contains(phrase) || isOrnament(phrase);
                covered[to] |= fits;
                meant[to] |= (meant[from] && fits) || listed;
            }
        }
        return covered[count] && meant[count];
    }

    /// Where each word begins, and where one behind the last would.
    private static int[] starts(String folded) {
        int[] starts = new int[wordCount(folded) + 1];
        for (int i = 1; i < starts.length; i++) {
            starts[i] = endOfWord(folded, starts[i - 1]) + 1;
        }
        return starts;
    }

    /// Words that a phrase of the list or a filler that begins with this word may have; an ornament is one word.
    private int reach(Meaning meaning, String word) {
        return Math.max(1, Math.max(longest(meaning, word), longest(Meaning.FILLER, word)));
    }

    /// A phrase of the list stands somewhere in the message.
    public boolean contains(Meaning meaning, String text) {
        return stands(meaning, text, 1);
    }

    /// A phrase of two words or more of the list stands somewhere in the message.
    public boolean mentions(Meaning meaning, String text) {
        return stands(meaning, text, 2);
    }

    /// @param least words that a phrase must have
    private boolean stands(Meaning meaning, String text, int least) {
        String folded = Spelling.folded(text);
        for (int from = 0; from < folded.length(); from = nextWord(folded, from)) {
            int longest = longest(meaning, folded.substring(from, endOfWord(folded, from)));
            int end = from - 1;
            for (int count = 1; count <= longest && end < folded.length(); count++) {
                end = endOfWord(folded, end + 1);
                if (count >= least && of(meaning).contains(folded.substring(from, end))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int endOfWord(String folded, int from) {
        int space = folded.indexOf(' ', from);
        return space < 0 ? folded.length() : space;
    }

    private static int nextWord(String folded, int from) {
        int space = folded.indexOf(' ', from);
        return space < 0 ? folded.length() : space + 1;
    }

    /// The message begins with a phrase of the list, polite fillers and greetings aside.
    public boolean begins(Meaning meaning, String text) {
        String polite = withoutLeadIn(Meaning.GREETING, withoutLeadIn(Meaning.FILLER, text));
        return beginsAtOnce(meaning, Spelling.folded(text)) || beginsAtOnce(meaning, Spelling.folded(polite));
    }

    private boolean beginsAtOnce(Meaning meaning, String folded) {
        int longest = longest(meaning, folded.substring(0, endOfWord(folded, 0)));
        int end = -1;
        for (int count = 1; count <= longest && end < folded.length(); count++) {
            end = endOfWord(folded, end + 1);
            if (of(meaning).contains(folded.substring(0, end))) {
                return true;
            }
        }
        return false;
    }

    /// A word of the list stands somewhere in the message, perhaps misspelt.
    public boolean nearlyContains(Meaning meaning, String text) {
        return List.of(Spelling.folded(text).split(" ")).stream()
                .anyMatch(word -> of(meaning).stream().anyMatch(listed -> near(word, listed)));
    }

    private static boolean near(String word, String listed) {
        int slips = listed.length() >= TWO_SLIPS_FROM ? 2 : listed.length() >= ONE_SLIP_FROM ? 1 : 0;
        return word.equals(listed)
                || (Math.abs(word.length() - listed.length()) <= slips
                        && !word.isEmpty()
                        && word.charAt(0) == listed.charAt(0)
                        && Spelling.distance(word, listed) <= slips);
    }

    /// Every word repeats a syllable of laughter, or is a laughing face.
    public boolean laughs(String text) {
        return Stream.of(Spelling.folded(text).split(" ", 0)).allMatch(this::isLaughter);
    }

    private boolean isLaughter(String word) {
        Set<String> laughter = of(Meaning.LAUGHTER);
        return laughter.contains(word)
                || (beginsWith(laughter, word)
                        && laughter.contains(REPEATED.matcher(word).replaceFirst("$1")));
    }

    private static boolean beginsWith(Set<String> syllables, String word) {
        return IntStream.rangeClosed(1, Math.min(LONGEST_SYLLABLE, word.length()))
                .anyMatch(length -> syllables.contains(word.substring(0, length)));
    }

    /// An emoji or laughter, beside words.
    private boolean isOrnament(String phrase) {
        return phrase.codePoints().noneMatch(Character::isLetterOrDigit)
                || (phrase.indexOf(' ') < 0 && phrase.length() > 1 && isLaughter(phrase));
    }

    /// Nothing but greetings, thanks, fillers, laughter and emoji.
    public boolean isTalk(String text) {
        return laughs(text)
                || Stream.of(Meaning.GREETING, Meaning.THANKS, Meaning.FILLER, Meaning.WISH)
                        .anyMatch(meaning -> is(meaning, text));
    }

    /// The text without the phrases of the list, wherever they stand, spelt as it was.
    public String without(Meaning meaning, String text) {
        List<String> kept = new ArrayList<>();
        List<String> tokens = List.of(text.split(" "));
        int from = 0;
        while (from < tokens.size()) {
            int end = phraseEnd(meaning, tokens, from);
            if (end == from) {
                kept.add(tokens.get(from++));
            } else {
                from = end;
            }
        }
        return String.join(" ", kept);
    }

    /// Where the longest phrase of the list that begins with this word ends; at the same place when there is none.
    private int phraseEnd(Meaning meaning, List<String> tokens, int from) {
        for (int to = Math.min(tokens.size(), from + longest(meaning)); to > from; to--) {
            if (of(meaning).contains(Spelling.folded(String.join(" ", tokens.subList(from, to))))) {
                return to;
            }
        }
        return from;
    }

    /// The text without the phrases of the list at its beginning, spelt as it was.
    public String withoutLeadIn(Meaning meaning, String text) {
        String rest = text;
        int end = leadInEnd(meaning, rest);
        while (end > 0) {
            rest = rest.substring(end).strip();
            end = leadInEnd(meaning, rest);
        }
        return rest;
    }

    /// The text without the phrases of the list at its end, spelt as it was.
    public String withoutTail(Meaning meaning, String text) {
        List<String> tokens = new ArrayList<>(List.of(text.split(" ")));
        boolean found = true;
        while (found && tokens.size() > 1) {
            found = false;
            for (int from = Math.max(1, tokens.size() - longest(meaning)); from < tokens.size() && !found; from++) {
                String phrase = Spelling.folded(String.join(" ", tokens.subList(from, tokens.size())));
                found = phrase.isEmpty() || of(meaning).contains(phrase);
                if (found) {
                    tokens.subList(from, tokens.size()).clear();
                }
            }
        }
        return String.join(" ", tokens);
    }

    /// Where the longest phrase of the list that the text begins with ends; 0 when there is none.
    private int leadInEnd(Meaning meaning, String text) {
        int longest = 0;
        int words = 0;
        for (int end = text.indexOf(' '); end > 0 && words < longest(meaning); end = text.indexOf(' ', end + 1)) {
            if (of(meaning).contains(Spelling.folded(text.substring(0, end)))) {
                longest = end;
            }
            words++;
        }
        return longest;
    }
}
