package congressbot.bot.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The words of one language, by meaning.
public final class Words {
    /// From this length on (letters), one and two slips are forgiven: shorter words turn into other words too easily.
    private static final int ONE_SLIP_FROM = 7;

    private static final int TWO_SLIPS_FROM = 9;

    /// Words of the longest message that is nothing but a command, a yes, a greeting: more of them say more.
    private static final int LONGEST_MESSAGE = 20;

    /// A syllable, again and again, perhaps cut off.
    private static final Pattern REPEATED = Pattern.compile("^(.{1,3}?)\\1+.?$");

    private final Locale language;
    private final Map<Meaning, Set<String>> lists;
    private final int longestPhrase;

    private Words(Locale language, Map<Meaning, Set<String>> lists) {
        this.language = language;
        this.lists = lists;
        this.longestPhrase = lists.values().stream()
                .flatMap(Set::stream)
                .mapToInt(phrase -> phrase.split(" ").length)
                .max()
                .orElse(1);
    }

    /// Reads the lists that ship with the program.
    public static Words load(Locale locale) {
        Map<Meaning, Set<String>> lists = new EnumMap<>(Meaning.class);
        for (Meaning meaning : Meaning.values()) {
            lists.put(meaning, read(locale.toLanguageTag() + "/" + meaning.fileName(), meaning));
        }
        return new Words(locale, lists);
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

    /// Domains keep their dots.
    private static boolean verbatim(Meaning meaning) {
        return meaning == Meaning.EMAIL_DOMAIN || meaning == Meaning.EMAIL_DOMAIN_SLIP;
    }

    public Locale language() {
        return language;
    }

    /// The list itself, in the order of the file.
    public Set<String> of(Meaning meaning) {
        return lists.getOrDefault(meaning, Set.of());
    }

    /// The whole message means this: it consists of phrases of the list, and of polite fillers.
    public boolean is(Meaning meaning, String text) {
        List<String> words = List.of(Spelling.folded(text).split(" "));
        if (words.size() > LONGEST_MESSAGE) {
            return false;
        }
        boolean[] covered = new boolean[words.size() + 1];
        boolean[] meant = new boolean[words.size() + 1];
        covered[0] = true;
        for (int from = 0; from < words.size(); from++) {
            for (int to = from + 1; covered[from] && to <= Math.min(words.size(), from + longestPhrase); to++) {
                String phrase = String.join(" ", words.subList(from, to));
                boolean listed = of(meaning).contains(phrase);
                covered[to] |= listed || of(Meaning.FILLER).contains(phrase);
                meant[to] |= listed || (meant[from] && of(Meaning.FILLER).contains(phrase));
            }
        }
        return covered[words.size()] && meant[words.size()];
    }

    /// A phrase of the list stands somewhere in the message.
    public boolean contains(Meaning meaning, String text) {
        String padded = " " + Spelling.folded(text) + " ";
        return of(meaning).stream().anyMatch(phrase -> padded.contains(" " + phrase + " "));
    }

    /// The message begins with a phrase of the list, polite fillers and greetings aside.
    public boolean begins(Meaning meaning, String text) {
        String rest = Spelling.folded(withoutLeadIn(Meaning.GREETING, withoutLeadIn(Meaning.FILLER, text))) + " ";
        String whole = Spelling.folded(text) + " ";
        return of(meaning).stream().anyMatch(phrase -> rest.startsWith(phrase + " ") || whole.startsWith(phrase + " "));
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
        return List.of(Spelling.folded(text).split(" ")).stream()
                .allMatch(word -> of(Meaning.LAUGHTER).contains(word)
                        || of(Meaning.LAUGHTER).contains(REPEATED.matcher(word).replaceFirst("$1")));
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

    /// Where the longest phrase of the list that the text begins with ends; 0 when there is none.
    private int leadInEnd(Meaning meaning, String text) {
        int longest = 0;
        int words = 0;
        for (int end = text.indexOf(' '); end > 0 && words < longestPhrase; end = text.indexOf(' ', end + 1)) {
            if (of(meaning).contains(Spelling.folded(text.substring(0, end)))) {
                longest = end;
            }
            words++;
        }
        return longest;
    }
}
