package congressbot.bot.registration;

import congressbot.bot.text.Meaning;
import congressbot.bot.text.Spelling;
import congressbot.bot.text.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Finds the words that introduce values: the names of the fields, and the phrases with which people present
/// themselves.
final class Marks {
    /// Anything can be a name: it comes last.
    private static final List<Field> TELLING_FIRST = List.of(Field.values()).reversed();

    private static final Pattern TOKEN = Pattern.compile("[^\\s,;|:=()]+");

    private static final Pattern SEPARATED = Pattern.compile("[,;|:=()\\n]");

    private final Map<String, List<Field>> phrases = new HashMap<>();
    private final Set<String> turning;
    private final int longest;
    private final int longestTurn;

    Marks(Words words) {
        turning = new HashSet<>(words.of(Meaning.BUT));
        turning.addAll(words.of(Meaning.SOMEBODY));
        words.of(Meaning.WISH).stream()
                .filter(phrase -> phrase.indexOf(' ') > 0)
                .forEach(turning::add);
        for (Field field : TELLING_FIRST) {
            field.introductions().stream()
                    .flatMap(list -> words.of(list).stream())
                    .forEach(phrase -> phrases.computeIfAbsent(phrase, _ -> new ArrayList<>(1))
                            .add(field));
        }
        words.of(Meaning.NEGATION).forEach(phrase -> phrases.put(phrase, List.of()));
        longest = longest(phrases.keySet());
        longestTurn = longest(turning);
    }

    /// The marks of a message, in their order; of overlapping ones the longest.
    List<Mark> in(String text) {
        return spans(text, phrases.keySet(), longest).stream()
                .map(span -> new Mark(span, phrases.getOrDefault(Spelling.folded(span.of(text)), List.of())))
                .toList();
    }

    /// Where words stand that set two parts of a message apart: "but", "please register me".
    List<Span> turns(String text) {
        return spans(text, turning, longestTurn);
    }

    private static List<Span> spans(String text, Set<String> phrases, int longest) {
        List<MatchResult> tokens = TOKEN.matcher(text).results().toList();
        List<Span> found = new ArrayList<>();
        for (int from = 0; from < tokens.size(); ) {
            Optional<Span> span = at(from, tokens, text, phrases, longest);
            span.ifPresent(found::add);
            int end = span.map(Span::to).orElse(tokens.get(from).end());
            while (from < tokens.size() && tokens.get(from).start() < end) {
                from++;
            }
        }
        return found;
    }

    private static Optional<Span> at(
            int from, List<MatchResult> tokens, String text, Set<String> phrases, int longest) {
        int start = tokens.get(from).start();
        for (int last = Math.min(tokens.size(), from + longest) - 1; last >= from; last--) {
            Span span = new Span(start, tokens.get(last).end());
            String words = span.of(text);
            if (phrases.contains(Spelling.folded(words))
                    && !SEPARATED.matcher(words).find()) {
                return Optional.of(span);
            }
        }
        return Optional.empty();
    }

    private static int longest(Set<String> phrases) {
        return phrases.stream()
                .mapToInt(phrase -> phrase.split(" ").length)
                .max()
                .orElse(1);
    }
}
