package congressbot.bot.figures;

import congressbot.bot.registration.Uf;
import congressbot.bot.text.Language;
import congressbot.bot.text.Spelling;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Recognises who asks for totals, in one language: "how many registrations today?" Pure. Whether the person may know
/// is another question.
public final class Asks {
    /// In words; who writes more says something else.
    private static final int LONGEST = 14;

    /// In words, of a message that does not name both what is counted and that it is to be counted.
    private static final int SHORT = 6;

    /// Letters of a profile by which it is known: `estudant`, however the word goes on.
    private static final int STEM = 8;

    private static final int SHORTEST_STEM = 5;

    /// The code of a state, in capitals, as a word.
    private static final Pattern CODE = Pattern.compile("\\b[A-Z]{2}\\b");

    private final Map<String, List<String>> phrases;
    private final List<Map.Entry<Uf, String>> states;
    private final List<String> profiles;
    private final String para;

    private Asks(
            Map<String, List<String>> phrases,
            List<Map.Entry<Uf, String>> states,
            List<String> profiles,
            Map<Uf, String> names) {
        this.phrases = phrases;
        this.para = names.getOrDefault(Uf.PA, Uf.PA.name()).toLowerCase(Locale.ROOT);
        this.states = states;
        this.profiles = profiles;
    }

    /// Reads the phrases that ship with the program.
    ///
    /// @param names of the states
    /// @param profiles the labels of the congress
    public static Asks load(Language language, Map<Uf, String> names, List<String> profiles) {
        Properties file = new Properties();
        try (InputStream in = Asks.class.getResourceAsStream("asks." + language.tag() + ".properties")) {
            file.load(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, List<String>> phrases = new HashMap<>();
        file.stringPropertyNames()
                .forEach(name -> phrases.put(
                        name,
                        Arrays.stream(file.getProperty(name).split(",", -1))
                                .map(Spelling::folded)
                                .toList()));
        // The longest first: one name stands within another.
        List<Map.Entry<Uf, String>> states = names.entrySet().stream()
                .map(state -> Map.entry(state.getKey(), Spelling.folded(state.getValue())))
                .sorted(Comparator.comparingInt(state -> -state.getValue().length()))
                .toList();
        return new Asks(Map.copyOf(phrases), states, List.copyOf(profiles), names);
    }

    /// What is asked for; empty when it is something else.
    public Optional<Ask> heard(String text) {
        String said = " " + bare(Spelling.folded(text)) + " ";
        int words = said.strip().split(" ", -1).length;
        if (words > LONGEST || has("never", said)) {
            return Optional.empty();
        }
        Ask ask = new Ask(since(said), by(said), state(text, said), profile(said));
        boolean divided = ask.by().isPresent();
        boolean some = ask.state().isPresent() || ask.profile().isPresent();
        boolean dated = ask.since() != Ask.Since.EVER || has("now", said);
        boolean counted = has("count", said);
        boolean named = has("whom", said);
        boolean enough = (counted && named)
                || (named && divided)
                || (words <= SHORT && (counted || named) && (some || dated || divided))
                || of("whole").contains(said.strip());
        return enough ? Optional.of(ask) : Optional.empty();
    }

    /// Without polite words around it.
    private String bare(String folded) {
        String rest = folded;
        boolean found = true;
        while (found) {
            String before = rest;
            for (String polite : of("polite")) {
                rest = rest.startsWith(polite + " ") ? rest.substring(polite.length() + 1) : rest;
                rest = rest.endsWith(" " + polite) ? rest.substring(0, rest.length() - polite.length() - 1) : rest;
            }
            found = !rest.equals(before);
        }
        return rest;
    }

    private Ask.Since since(String said) {
        return first(Ask.Since.values(), since -> has(since.word(), said)).orElse(Ask.Since.EVER);
    }

    private Optional<Ask.By> by(String said) {
        return first(Ask.By.values(), by -> has("by-" + by.word(), said));
    }

    private static <E> Optional<E> first(E[] all, Predicate<E> which) {
        return Arrays.stream(all).filter(which).findFirst();
    }

    /// By its name, or its code in capitals. One state is named like a common word without its accent.
    private Optional<Uf> state(String text, String said) {
        Optional<Uf> code = CODE.matcher(text)
                .results()
                .flatMap(found ->
                        Arrays.stream(Uf.values()).filter(uf -> uf.name().equals(found.group())))
                .findFirst();
        return code.or(() -> states.stream()
                .filter(state -> state.getKey() == Uf.PA
                        ? has("para-the-state", said)
                                || text.toLowerCase(Locale.ROOT).contains(para)
                        : said.contains(" " + state.getValue() + " "))
                .map(Map.Entry::getKey)
                .findFirst());
    }

    private Optional<String> profile(String said) {
        return profiles.stream()
                .filter(profile -> {
                    String first = Spelling.folded(profile).split(" ", -1)[0];
                    String stem = first.substring(0, Math.min(first.length(), STEM));
                    return stem.length() >= SHORTEST_STEM && said.contains(" " + stem);
                })
                .findFirst();
    }

    private boolean has(String list, String said) {
        return of(list).stream().anyMatch(phrase -> said.contains(" " + phrase + " "));
    }

    private List<String> of(String list) {
        return phrases.getOrDefault(list, List.of());
    }
}
