package congressbot.bot.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The words of one language, by meaning.
public final class Words {
    /// The same letter three times or more.
    private static final Pattern HELD_DOWN = Pattern.compile("(\\p{L})\\1{2,}");

    /// A syllable, again and again, perhaps cut off.
    private static final Pattern REPEATED = Pattern.compile("^(.{1,3}?)\\1+.?$");

    private static final int LONGEST_SYLLABLE = 3;

    private static final Set<Meaning> PAIRS =
            EnumSet.of(Meaning.EMAIL_DOMAIN_SLIP, Meaning.NUMBER_WORD, Meaning.ORDINAL, Meaning.PROFILE_WORD);

    private final Language language;
    private final Map<Meaning, Phrases> lists;
    private final Map<Meaning, Map<String, String>> pairs;

    private Words(Language language, Map<Meaning, Phrases> lists) {
        this.language = language;
        this.lists = lists;
        this.pairs = new EnumMap<>(Meaning.class);
        PAIRS.forEach(meaning -> pairs.put(meaning, pairsOf(meaning)));
    }

    /// Reads the lists that ship with the program.
    public static Words load(Language language) {
        Map<Meaning, Phrases> lists = new EnumMap<>(Meaning.class);
        for (Meaning meaning : Meaning.values()) {
            lists.put(meaning, new Phrases(read(language.tag() + "/" + meaning.fileName(), meaning)));
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
        return phrases(meaning).all();
    }

    private Phrases phrases(Meaning meaning) {
        return Objects.requireNonNull(lists.get(meaning)); // each has a file
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
        return phrases(meaning).makeUp(folded, phrases(Meaning.FILLER), this::isOrnament);
    }

    /// A phrase of the list stands somewhere in the message.
    public boolean contains(Meaning meaning, String text) {
        return phrases(meaning).standIn(Spelling.folded(text), 1);
    }

    /// A phrase of two words or more of the list stands somewhere in the message.
    public boolean mentions(Meaning meaning, String text) {
        return phrases(meaning).standIn(Spelling.folded(text), 2);
    }

    /// The message begins with a phrase of the list, polite fillers and greetings aside.
    public boolean begins(Meaning meaning, String text) {
        String polite = withoutLeadIn(Meaning.GREETING, withoutLeadIn(Meaning.FILLER, text));
        return phrases(meaning).begin(Spelling.folded(text)) || phrases(meaning).begin(Spelling.folded(polite));
    }

    /// A word of the list stands somewhere in the message, perhaps misspelt.
    public boolean nearlyContains(Meaning meaning, String text) {
        return phrases(meaning).nearlyStandIn(Spelling.folded(text));
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
        return phrases(meaning).cutFrom(text);
    }

    /// The text without the phrases of the list at its beginning, spelt as it was.
    public String withoutLeadIn(Meaning meaning, String text) {
        return phrases(meaning).cutFromStart(text);
    }

    /// The text without the phrases of the list at its end, spelt as it was.
    public String withoutTail(Meaning meaning, String text) {
        return phrases(meaning).cutFromEnd(text);
    }
}
