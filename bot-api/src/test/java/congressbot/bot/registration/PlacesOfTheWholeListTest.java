package congressbot.bot.registration;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.text.Spelling;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlacesOfTheWholeListTest {
    private static final long SEED = 20_261_120;
    private static final double ENOUGH = 0.97;
    private static final int NAMES_WITH_TWO_TYPOS_FROM = 9;
    private static final long A_MILLISECOND = 1_000_000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

    private static final List<Municipality> ALL = Sample.MUNICIPALITIES.all();
    private static final Map<String, List<Municipality>> BY_NAME =
            ALL.stream().collect(Collectors.groupingBy(city -> key(city.name())));

    /// Ways to name a city beyond doubt.
    static Map<String, Function<Municipality, String>> spellings() {
        return Map.ofEntries(
                Map.entry("with state", city -> city.name() + "/" + city.state()),
                Map.entry("lower case", city -> lower(city.name() + "/" + city.state())),
                Map.entry("capitals", city -> (city.name() + " - " + city.state()).toUpperCase(Locale.ROOT)),
                Map.entry("without accents", city -> withoutAccents(city.name()) + "/" + city.state()),
                Map.entry("folded", city -> Spelling.folded(city.name() + " " + city.state())),
                Map.entry("state in full", city -> city.name() + ", " + stateOf(city)),
                Map.entry("state in full, folded", city -> Spelling.folded(city.name() + " " + stateOf(city))),
                Map.entry("in a sentence", city -> "moro em " + lower(city.name()) + " - " + city.state()),
                Map.entry("no apostrophe", city -> city.name().replaceAll("['-]", "") + "/" + city.state()),
                Map.entry("space", city -> city.name().replaceAll("['-]", " ") + "/" + city.state()),
                Map.entry("curly", city -> city.name().replace("'", "’").replace("-", "‐") + "/" + city.state()));
    }

    private static String stateOf(Municipality city) {
        return Sample.MUNICIPALITIES.nameOf(city.state());
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    static Set<String> ways() {
        return spellings().keySet();
    }

    @ParameterizedTest
    @MethodSource("ways")
    void every_city_is_found_with_its_state(String way) {
        Function<Municipality, String> spelling = spellings().getOrDefault(way, Municipality::shown);
        List<String> lost = new ArrayList<>();

        for (Municipality city : ALL) {
            Found found = find(spelling.apply(city));
            if (!found.equals(new Found.One(city))) {
                lost.add(spelling.apply(city) + " → " + found);
            }
        }

        assertThat(ALL).hasSize(5_571);
        assertThat(lost).isEmpty();
    }

    @Test
    void every_name_alone_is_the_only_city_or_a_choice() {
        List<String> otherwise = new ArrayList<>();

        for (Municipality city : ALL) {
            List<Municipality> namesakes = ALL.stream()
                    .filter(other -> other.name().equalsIgnoreCase(city.name()))
                    .toList();
            Found found = find(city.name());
            boolean right = namesakes.size() == 1
                    ? found.equals(new Found.One(city))
                    : found instanceof Found.Several several
                            && several.municipalities().containsAll(namesakes);
            if (!right && !asks(found, city)) {
                otherwise.add(city.shown() + " → " + found);
            }
        }

        assertThat(otherwise).isEmpty();
    }

    @Test
    void every_city_is_understood_when_it_is_asked() {
        State.Collecting asking = Sample.asking(Field.CITY);
        List<String> misheard = new ArrayList<>();

        for (Municipality city : ALL) {
            String typed = city.name().toLowerCase(Locale.ROOT) + " " + city.state();
            if (!Sample.DIALOGUE.hear(typed, asking).equals(new Heard.Given(Told.of(city)))) {
                misheard.add(typed);
            }
        }

        assertThat(misheard).isEmpty();
    }

    @Test
    void one_typo_in_a_name_is_asked_about_and_never_taken_for_another_city() {
        Figures alone = typed("one typo, name alone", 1, 0, (_, typo) -> typo);
        Figures withState = typed("one typo, name and state", 1, 0, (city, typo) -> typo + " " + city.state());

        assertThat(alone.wrong).isEmpty();
        assertThat(withState.wrong).isEmpty();
        assertThat(alone.share()).isGreaterThanOrEqualTo(ENOUGH);
        assertThat(withState.share()).isGreaterThanOrEqualTo(ENOUGH);
    }

    @Test
    void two_typos_in_a_long_name_are_never_taken_for_another_city() {
        Figures alone = typed("two typos, long name alone", 2, NAMES_WITH_TWO_TYPOS_FROM, (_, typo) -> typo);
        Figures withState = typed(
                "two typos, long name and state",
                2,
                NAMES_WITH_TWO_TYPOS_FROM,
                (city, typo) -> typo + " " + city.state());

        assertThat(alone.wrong).isEmpty();
        assertThat(withState.wrong).isEmpty();
    }

    @Test
    void a_look_up_takes_less_than_a_millisecond() {
        Random random = new Random(SEED);
        long[] nanos = new long[4 * ALL.size()];
        for (int i = 0; i < nanos.length; i++) {
            Municipality city = ALL.get(i % ALL.size());
            String typed =
                    "moro em " + typo(typo(city.name(), random), random) + (i % 2 == 0 ? "" : ", " + city.state());
            // The machine may be busy with other things: only this thread's own time counts.
            long start = THREADS.getCurrentThreadCpuTime();
            find(typed);
            nanos[i] = THREADS.getCurrentThreadCpuTime() - start;
        }

        // The first half warms up.
        long[] warm = Arrays.copyOfRange(nanos, nanos.length / 2, nanos.length);
        Arrays.sort(warm);
        long p99 = warm[warm.length * 99 / 100];
        System.out.printf(
                Locale.ROOT,
                "look-up with two typos: median %d µs, p99 %d µs, slowest %d µs%n",
                warm[warm.length / 2] / 1_000,
                p99 / 1_000,
                warm[warm.length - 1] / 1_000);
        assertThat(p99).isLessThan(A_MILLISECOND);
    }

    private static final class Figures {
        private final List<String> wrong = new ArrayList<>();
        private final List<String> lost = new ArrayList<>();
        private int right;

        double share() {
            return (double) right / (right + lost.size() + wrong.size());
        }
    }

    private static Figures typed(String what, int typos, int from, BiFunction<Municipality, String, String> spelling) {
        Random random = new Random(SEED);
        Figures figures = new Figures();
        for (Municipality city : ALL) {
            String typo = city.name();
            for (int i = 0; i < typos; i++) {
                typo = typo(typo, random);
            }
            if (key(city.name()).length() >= from && !BY_NAME.containsKey(key(typo))) {
                count(figures, city, spelling.apply(city, typo));
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%s: %.2f %% right of %d, %d lost, %d wrong; %s%n",
                what,
                100 * figures.share(),
                figures.right + figures.lost.size() + figures.wrong.size(),
                figures.lost.size(),
                figures.wrong.size(),
                figures.lost.stream().limit(12).toList());
        return figures;
    }

    private static void count(Figures figures, Municipality city, String typed) {
        Found found = find(typed);
        if (found.equals(new Found.One(city)) || asks(found, city)) {
            figures.right++;
        } else if (found instanceof Found.One) {
            figures.wrong.add(city.shown() + " as " + typed + " → " + found);
        } else {
            figures.lost.add(city.shown() + " as " + typed + " → " + found);
        }
    }

    /// The person is asked, and her city is offered.
    private static boolean asks(Found found, Municipality city) {
        return switch (found) {
            case Found.One _ -> false;
            case Found.Several several -> several.municipalities().contains(city);
            case Found.Maybe maybe -> maybe.candidates().contains(city);
            case Found.None none -> Set.of(Reason.CITY_ONLY_STATE).contains(none.reason());
        };
    }

    /// A letter inserted, left out, replaced, or swapped with its neighbour.
    private static String typo(String name, Random random) {
        int at = random.nextInt(name.length() - 1);
        char letter = LETTERS.charAt(random.nextInt(LETTERS.length()));
        return switch (random.nextInt(4)) {
            case 0 -> name.substring(0, at) + letter + name.substring(at);
            case 1 -> name.substring(0, at) + name.substring(at + 1);
            case 2 -> name.substring(0, at) + letter + name.substring(at + 1);
            default -> name.substring(0, at) + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2);
        };
    }

    private static Found find(String typed) {
        return PlacesTest.PLACES.find(typed, Sample.WORDS);
    }

    private static String key(String name) {
        return Spelling.folded(name).replace(" ", "");
    }

    private static String withoutAccents(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }
}
