package congressbot.bot.participant;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.testing.Crowd;
import congressbot.bot.testing.Enrolled;
import congressbot.bot.testing.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// `-Dcrowd=100000` asks a crowd of that size, and prints how long it takes.
class NeighboursTest {
    private static final int SEEN_AT_ONCE = 5;
    private static final int CROWD = Integer.getInteger("crowd", 3_000);

    /// For a search with its totals, on a machine that does other things besides.
    private static final Duration PLEASANT = Duration.ofMillis(150);

    private static final Jdbi JDBI = TestDatabase.emptied();
    private static final List<Misspelt> NAMES = Misspelt.all();

    private final ParticipantList list =
            new ParticipantList(new ListSource(JDBI, Optional.empty(), InstantSource.system()), "default");

    private record Misspelt(String typed, String meant) {
        static List<Misspelt> all() {
            try (InputStream resource = NeighboursTest.class.getResourceAsStream("misspelt-names.csv")) {
                return new String(resource.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.startsWith("#"))
                        .map(line -> line.split(";"))
                        .map(pair -> new Misspelt(pair[0], pair[1]))
                        .toList();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @BeforeAll
    static void a_crowd_with_those_who_are_meant_in_it() {
        Crowd.of(CROWD).in(JDBI);
        for (int i = 0; i < NAMES.size(); i++) {
            Enrolled.named(NAMES.get(i).meant)
                    .withEmail("pessoa" + i + "@ufg.br")
                    .withCpf("%011d".formatted(10_000_000_000L + i))
                    .withPhone("+5561" + (980_000_000 + i))
                    .in(JDBI);
        }
        Enrolled.named("Ivone Quaresma Bragança")
                .withEmail("ivone.bragança2027@exemplo.com.br".replace('ç', 'c'))
                .withCpf("52998224725")
                .withPhone("+5562998765432")
                .in(JDBI);
        Enrolled.named("Ivone Quaresma Bragança").of("another").in(JDBI);
        JDBI.useHandle(handle -> handle.execute("VACUUM ANALYZE participants"));
    }

    @Test
    void whoever_is_misspelt_is_among_the_first_five() {
        List<String> missed = new ArrayList<>();
        List<Long> micros = new ArrayList<>();
        for (Misspelt name : NAMES) {
            long begin = System.nanoTime();
            List<String> seen = seen(name.typed);
            micros.add((System.nanoTime() - begin) / 1_000);
            if (!seen.contains(name.meant)) {
                missed.add(name.typed + " -> " + name.meant);
            }
        }

        Collections.sort(micros);
        long half = micros.get(micros.size() / 2) / 1_000;
        long slowest = micros.get(micros.size() * 99 / 100) / 1_000;
        System.out.printf(
                "misspelt %d/%d among the first five of %d, median %d ms, p99 %d ms%n",
                NAMES.size() - missed.size(), NAMES.size(), CROWD, half, slowest);
        assertThat(NAMES).hasSize(200);
        assertThat(missed).isEmpty();
        assertThat(Duration.ofMillis(half)).isLessThan(PLEASANT);
    }

    /// Each order from its begin and from deep inside, and each filter.
    @Test
    void every_page_of_a_long_list_is_there_at_once() {
        long inside = list.page(Sieve.ALL, Order.NEWEST, new Position.First(), CROWD * 9 / 10 % 5_000 + 1)
                .participants()
                .getLast()
                .number();
        Map<String, Long> micros = new TreeMap<>();
        for (Order.Key key : Order.Key.values()) {
            for (boolean descending : List.of(true, false)) {
                Order order = new Order(key, descending);
                time(order + " begin", micros, () -> list.page(Sieve.ALL, order, new Position.First(), 50));
                time(order + " after", micros, () -> list.page(Sieve.ALL, order, new Position.After(inside), 50));
                time(order + " before", micros, () -> list.page(Sieve.ALL, order, new Position.Before(inside), 50));
            }
        }
        for (Sieve sieve : List.of(
                Sieve.ALL,
                Sieve.of(Search.of("maria")),
                Sieve.of(Search.of("@exemplo")),
                Sieve.of(Search.of("9100")))) {
            time("totals " + sieve.search().term(), micros, () -> list.totals(sieve));
            time(
                    "search " + sieve.search().term(),
                    micros,
                    () -> list.page(sieve, new Order(Order.Key.NAME, false), new Position.First(), 50));
        }
        Map.Entry<String, Long> slowest = Collections.max(micros.entrySet(), Map.Entry.comparingByValue());
        System.out.printf("of %d: slowest page %s, %d ms%n", CROWD, slowest.getKey(), slowest.getValue() / 1_000);

        assertThat(Duration.ofMillis(slowest.getValue() / 1_000)).isLessThan(PLEASANT.multipliedBy(4));
    }

    /// The quicker of two: the first one may find nothing in memory.
    private static void time(String what, Map<String, Long> micros, Runnable question) {
        for (int i = 0; i < 2; i++) {
            long begin = System.nanoTime();
            question.run();
            micros.merge(what, (System.nanoTime() - begin) / 1_000, Math::min);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ivone.bragansa2027@exemplo.com.br",
        "ivone.braganca2027@exmplo.com.br",
        "ivon.braganca2027",
        "529.982.247-52",
        "5299822472",
        "52998224735",
        "529982247255",
        "(62) 99876-5423",
        "62 9876-5432",
        "62 99876-54322",
        "99876-5442",
        "Quaresma Ivoni",
        "ivonequaresma braganca"
    })
    void an_address_a_document_and_a_phone_are_found_with_a_slip(String typed) {
        assertThat(seen(typed)).as(typed).contains("Ivone Quaresma Bragança");
    }

    @Test
    void nobody_of_another_congress_and_nobody_twice_is_near() {
        assertThat(list.near(Sieve.of(Search.of("Ivone Quarezma Braganca")), true, 10))
                .extracting(Participant::name)
                .containsOnlyOnce("Ivone Quaresma Bragança");
        assertThat(list.near(Sieve.of(Search.of("Ivone Quaresma Braganca")), true, 10))
                .extracting(Participant::name)
                .doesNotContain("Ivone Quaresma Bragança");
    }

    @ParameterizedTest
    @ValueSource(strings = {"';--", "%%%%", "\\", "'a' | 'b'", "( & | !", "ꦏꦏ", "😀😀", "-", "@"})
    void nonsense_finds_nobody_and_breaks_nothing(String typed) {
        assertThat(list.near(Sieve.of(Search.of(typed)), true, 10)).isEmpty();
    }

    /// What the page shows first: those found to the letter, then those who are near.
    private List<String> seen(String typed) {
        Sieve sieve = Sieve.of(Search.of(typed));
        list.totals(sieve);
        return Stream.concat(
                        list.page(sieve, Order.NEWEST, new Position.First(), 50).participants().stream(),
                        list.near(sieve, true, SEEN_AT_ONCE).stream())
                .limit(SEEN_AT_ONCE)
                .map(Participant::name)
                .toList();
    }
}
