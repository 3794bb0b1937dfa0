package congressbot.bot.participant;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.testing.Enrolled;
import congressbot.bot.testing.TestDatabase;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParticipantListTest {
    private static final Jdbi JDBI = TestDatabase.emptied();

    private final ParticipantList list = listOf(JDBI);

    @BeforeAll
    static void three_people_of_this_congress_and_one_of_another() {
        Enrolled.named("Antônio José Conceição")
                .withEmail("tonho_100%@ufg.br")
                .withCpf("52998224725")
                .withPhone("+5562998765432")
                .in(JDBI);
        Enrolled.named("Maria d'Ávila")
                .withEmail("maria@exemplo.com.br")
                .withCpf("11144477735")
                .withPhone("+5511912340987")
                .in(JDBI);
        Enrolled.named("Rita Cancelada")
                .withEmail("rita@exemplo.org")
                .withCpf("00000000191")
                .withPhone("+5521912340988")
                .cancelled()
                .in(JDBI);
        Enrolled.named("Antônio de Outro Congresso")
                .of("another")
                .withCpf("39053344705")
                .in(JDBI);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Antônio",
                "antonio",
                "ANTÔNIO",
                "ANTO\u0302NIO",
                "conceicao antonio",
                "  jose   ",
                "ção",
                "tonho_100%",
                "TONHO_100%@UFG.BR",
                "@ufg.br",
                "antonio @ufg",
                "62998765432",
                "(62) 99876-5432",
                "+55 62 99876-5432",
                "062 99876 5432",
                "9876-5432",
                "62 9876-5432",
                "+55 (62) 9876-5432",
                "5432",
                "52998224725",
                "529.982.247-25",
                "529 982 247 25",
                "５２９.982.247-25",
                "anto\u200Bnio",
                "antonio\0"
            })
    void somebody_is_found_by_what_is_known_of_him(String typed) {
        assertThat(found(typed)).as(typed).containsExactly("Antônio José Conceição");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a%o",
                "anto_io",
                "\\",
                "％nt",
                "52998224",
                "982.247",
                "52998224720",
                "54-3",
                "antonio maria",
                "outro",
                "39053344705",
                "#0",
                "#999999999999999",
                "#9999999999999999999999",
                "';--",
                "<found>",
                ":congress"
            })
    void nobody_is_found_by_anything_else(String typed) {
        assertThat(found(typed)).as(typed).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"%, 1", "_, 1", "br, 2", "'', 3"})
    void no_character_of_a_search_stands_for_another(String typed, int people) {
        assertThat(found(typed)).hasSize(people);
    }

    @Test
    void a_number_finds_its_registration() {
        long number = list.page(Sieve.of(Search.of("maria")), Order.NEWEST, new Position.First(), 1)
                .participants()
                .getFirst()
                .number();

        assertThat(found("#" + number)).containsExactly("Maria d'Ávila");
        assertThat(found("# " + number)).containsExactly("Maria d'Ávila");
        assertThat(found(Long.toString(number))).contains("Maria d'Ávila");
    }

    @Test
    void a_long_term_is_cut() {
        assertThat(Search.of("a".repeat(10_000)).term()).hasSize(Search.MAX_TERM);
        assertThat(Search.of("😀".repeat(200)).term().codePoints()).hasSize(Search.MAX_TERM);
    }

    @Test
    void a_search_does_not_tell_what_was_typed() {
        assertThat(Search.of("529.982.247-25")).hasToString("Search[some]");
    }

    @Test
    void totals_count_what_is_found() {
        assertThat(list.totals(Sieve.ALL)).isEqualTo(new Totals(2, 1));
        assertThat(list.totals(Sieve.of(Search.of("rita")))).isEqualTo(new Totals(0, 1));
    }

    @Test
    void reading_needs_no_more_than_the_right_to_read() {
        JDBI.useHandle(handle -> {
            handle.execute("DROP ROLE IF EXISTS reader");
            handle.execute("CREATE ROLE reader LOGIN");
        });
        JDBI.useHandle(handle -> handle.execute("GRANT SELECT ON participants TO reader"));
        try {
            Jdbi reader =
                    Jdbi.create(TestDatabase.address().jdbcUrl(), "reader", "").installPlugin(new PostgresPlugin());

            assertThat(listOf(reader).totals(Sieve.of(Search.of("antonio")))).isEqualTo(new Totals(1, 0));
        } finally {
            JDBI.useHandle(handle -> handle.execute("DROP OWNED BY reader; DROP ROLE reader"));
        }
    }

    private List<String> found(String typed) {
        return list.page(Sieve.of(Search.of(typed)), Order.NEWEST, new Position.First(), 10).participants().stream()
                .map(Participant::name)
                .toList();
    }

    private static ParticipantList listOf(Jdbi jdbi) {
        return new ParticipantList(new ListSource(jdbi, Optional.empty(), InstantSource.system()), "default");
    }
}
