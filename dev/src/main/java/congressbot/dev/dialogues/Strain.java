package congressbot.dev.dialogues;

import congressbot.bot.text.Spelling;
import congressbot.dev.metrics.Percentiles;
import congressbot.dev.model.Mood;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// How the corpus went with a model of one mood.
///
/// @param requests everything that was sent to it
/// @param published what may be sent to it: the congress's own texts and the prompts
record Strain(Mood mood, List<Played> played, List<String> requests, String published) {
    /// What a turn of the form may take, and a free question.
    private static final Duration FORM = Duration.ofMillis(300);

    private static final Duration QUESTION = Duration.ofSeconds(25);
    private static final double NANOS_A_MILLI = 1_000_000;

    /// Letters from which on a word of a name tells whose it is.
    private static final int LONG_WORD = 4;

    /// What stands between words, also between those of a JSON text in a JSON text.
    private static final String GAP = "(?:\\\\+[nrt]|[^\\p{L}])+";

    /// Digits from which on a number is somebody's.
    private static final int LONG_NUMBER = 8;

    /// Nobody types the country of a phone.
    private static final int MOST_DIGITS = 11;

    private static final int PLACE = 4;

    Strain {
        played = List.copyOf(played);
        requests = List.copyOf(requests);
    }

    boolean holds() {
        return misses().isEmpty()
                && leaks().isEmpty()
                && p99(form()).compareTo(FORM) <= 0
                && longest(questions()).compareTo(QUESTION) <= 0;
    }

    String text() {
        List<String> lines = new ArrayList<>(misses());
        leaks().forEach(leak -> lines.add("sent to the model: " + leak));
        lines.add(String.format(
                Locale.ROOT,
                "%-10s registrations %d/%d, form turns %,d: p99 %.0f ms, questions %,d: p99 %.0f ms, slowest %.0f ms, "
                        + "calls of the model %,d, personal data in them: %d",
                mood.name().toLowerCase(Locale.ROOT),
                played.size() - misses().size(),
                played.size(),
                form().size(),
                millis(p99(form())),
                questions().size(),
                millis(p99(questions())),
                millis(longest(questions())),
                requests.size(),
                leaks().size()));
        return String.join("\n", lines);
    }

    private List<String> misses() {
        return played.stream()
                .flatMap(one -> switch (one) {
                    case Played.Whole whole -> whole.rowsMiss().stream();
                    case Played.BrokenOff broken -> broken.miss().stream();
                })
                .toList();
    }

    /// Values of the people in the corpus that stand in a request.
    private List<String> leaks() {
        String sent = folded(String.join("\n", requests));
        String digits = String.join("\n", requests).replaceAll("(?<=\\d)[ .\\-/()]{1,3}(?=\\d)", "");
        Stream<String> whole = secrets().stream()
                .filter(secret -> isNumber(secret) ? digits.contains(secret) : sent.contains(folded(secret)));
        Set<String> words = words(sent);
        return Stream.concat(whole, wordsOfNames().filter(words::contains)).toList();
    }

    /// The words that tell people apart: not those that are published, and not those of places.
    private Stream<String> wordsOfNames() {
        Set<String> harmless = words(folded(published));
        rows().forEach(row -> harmless.addAll(words(folded(row.get(PLACE)))));
        return rows().flatMap(row -> words(folded(row.getFirst())).stream())
                .filter(word -> word.length() >= LONG_WORD && !harmless.contains(word))
                .distinct()
                .sorted();
    }

    private static Set<String> words(String folded) {
        return new HashSet<>(Arrays.asList(folded.split(GAP)));
    }

    private Set<String> secrets() {
        Set<String> secrets = new TreeSet<>();
        rows().forEach(columns -> {
            secrets.add(columns.get(0));
            secrets.add(columns.get(1));
            Stream.of(columns.get(2), columns.get(3))
                    .map(column -> column.replaceAll("\\D", ""))
                    .filter(number -> number.length() >= LONG_NUMBER)
                    .map(number -> number.substring(Math.max(0, number.length() - MOST_DIGITS)))
                    .forEach(secrets::add);
        });
        return secrets;
    }

    /// The columns of each registration: name, e-mail, document, phone, place.
    private Stream<List<String>> rows() {
        return played.stream()
                .flatMap(one -> one.script().rows().lines().stream())
                .map(row -> List.of(row.split(" \\| ", -1)))
                .filter(columns -> columns.size() > PLACE);
    }

    private static boolean isNumber(String secret) {
        return secret.chars().allMatch(Character::isDigit);
    }

    private static String folded(String text) {
        return Spelling.withoutAccents(text).toLowerCase(Locale.ROOT);
    }

    private List<Duration> form() {
        return times(timed -> !timed.asked());
    }

    private List<Duration> questions() {
        return times(Played.Timed::asked);
    }

    private List<Duration> times(Predicate<Played.Timed> which) {
        return played.stream()
                .filter(Played.Whole.class::isInstance)
                .flatMap(one -> ((Played.Whole) one).times().stream())
                .filter(which)
                .map(Played.Timed::took)
                .toList();
    }

    private static Duration p99(List<Duration> times) {
        return times.isEmpty() ? Duration.ZERO : Percentiles.of(times).p99();
    }

    private static Duration longest(List<Duration> times) {
        return times.stream().max(Duration::compareTo).orElse(Duration.ZERO);
    }

    private static double millis(Duration time) {
        return time.toNanos() / NANOS_A_MILLI;
    }
}
