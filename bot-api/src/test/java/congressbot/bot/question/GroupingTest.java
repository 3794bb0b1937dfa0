package congressbot.bot.question;

import static congressbot.bot.testing.TestDatabase.rows;
import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.account.AuditLog;
import congressbot.bot.account.Witness;
import congressbot.bot.knowledge.Library;
import congressbot.bot.llm.redaction.Redactor;
import congressbot.bot.testing.Asked;
import congressbot.bot.testing.Rooms;
import congressbot.bot.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GroupingTest {
    private static final Path LABELLED = Path.of("src/test/resources/questions/labelled.tsv");
    private static final Redactor REDACTOR = Redactor.load();
    private static final Witness ANA = Witness.ofCommand("default");

    private final Jdbi jdbi = TestDatabase.emptied();
    private final Library library = Rooms.library(jdbi);
    private final Grouping grouping = new Grouping(jdbi, library, REDACTOR);
    private final InstantSource time = InstantSource.system();
    private final QuestionGroups groups =
            new QuestionGroups(jdbi, library.knowledge(), REDACTOR, new AuditLog(jdbi, time), time);
    private final Asked maria = Asked.by(jdbi, "default", "gowa", "5562911112222@s.whatsapp.net");
    private final Asked jose = Asked.by(jdbi, "default", "gowa", "5562933334444@s.whatsapp.net");

    @BeforeEach
    void look() throws IOException {
        library.look();
    }

    private record Labelled(String label, long question) {}

    @Test
    void of_forty_questions_those_in_one_group_want_one_answer() throws IOException {
        List<Labelled> labelled = new ArrayList<>();
        for (String line : Files.readAllLines(LABELLED)) {
            if (!line.startsWith("#")) {
                String[] parts = line.split("\t", -1);
                labelled.add(new Labelled(parts[0], maria.asks(parts[1])));
            }
        }

        group();

        Pairs pairs = pairs(labelled);
        System.out.printf(
                "questions in groups: pair precision %.1f %%, recall %.1f %% (%d questions, %d groups)%n",
                100 * pairs.precision(),
                100 * pairs.recall(),
                labelled.size(),
                rows(jdbi, "SELECT id FROM question_groups").size());
        assertThat(labelled).hasSize(40);
        assertThat(pairs.precision()).isGreaterThanOrEqualTo(0.9);
        assertThat(pairs.recall()).isGreaterThanOrEqualTo(0.7);
    }

    @Test
    void those_that_were_asked_most_come_first_and_nothing_personal_stands_in_them() {
        maria.asks("tem berçário?");
        maria.asks("tem fraldário?");
        jose.asks("tem fraldário? meu cpf é 529.982.247-25 e meu email é jose.silva@gmail.com");
        group();

        List<Group> listed = groups.list("default", GroupStatus.OPEN, 0);

        assertThat(listed.stream().map(group -> group.text() + " " + group.asked() + " " + group.people()))
                .first()
                .isEqualTo("tem fraldário? 2 2");
        assertThat(groups.find("default", listed.getFirst().id())
                        .orElseThrow()
                        .asked()
                        .toString())
                .doesNotContain("529");
        assertThat(groups.find("default", listed.getFirst().id()).orElseThrow().asked().stream()
                        .map(Group.Asked::text))
                .anyMatch(text -> text.contains("[CPF]") && text.contains("[EMAIL]"))
                .noneMatch(text -> text.contains("529") || text.contains("gmail"));
    }

    @Test
    void a_question_that_came_into_the_wrong_group_is_taken_out_and_draws_its_like() {
        long first = maria.asks("tem fraldário?");
        long other = jose.asks("tem fraldário no estacionamento?");
        group();
        long into = Long.parseLong(rows(jdbi, "SELECT group_id::text FROM questions WHERE id = " + first)
                .getFirst());
        jdbi.useHandle(
                handle -> handle.execute("UPDATE questions SET group_id = ?, leads = false WHERE id = ?", into, other));

        long own = groups.takeOut(ANA, into, other).orElseThrow();
        maria.asks("tem fraldario no estacionamento");
        group();

        assertThat(own).isNotEqualTo(into);
        assertThat(rows(jdbi, "SELECT count(*) FROM questions WHERE group_id = " + own))
                .containsExactly("2");
        assertThat(groups.takeOut(ANA, own, other)).as("nothing else is in it").isEmpty();
    }

    @Test
    void of_two_groups_one_is_made_and_both_kinds_go_on_coming_into_it() {
        maria.asks("tem fraldário?");
        jose.asks("onde troco o neném?");
        group();
        List<Group> two = groups.list("default", GroupStatus.OPEN, 0);

        boolean merged = groups.merge(ANA, two.getFirst().id(), two.getLast().id());
        jose.asks("tem fraldário?");
        group();

        assertThat(merged).isTrue();
        assertThat(rows(jdbi, "SELECT count(*) FROM questions GROUP BY group_id"))
                .containsExactly("3");
    }

    @Test
    void a_dismissed_group_takes_its_like_along_until_it_is_open_again() {
        maria.asks("tem fraldário?");
        group();
        long group = only();

        groups.dismiss(ANA, group);
        jose.asks("vai ter fraldário?");
        group();

        assertThat(groups.list("default", GroupStatus.OPEN, 0)).isEmpty();
        assertThat(groups.dismiss(ANA, group)).isFalse();
        assertThat(groups.reopen(ANA, group)).isTrue();
        assertThat(groups.list("default", GroupStatus.OPEN, 0).getFirst().asked())
                .isEqualTo(2);
    }

    @Test
    void what_is_forgotten_leaves_no_words_and_an_empty_group_goes() {
        long first = maria.asks("tem fraldário?");
        long second = jose.asks("vai ter fraldário?");
        long third = jose.asks("tem berçário?");
        group();

        jdbi.useHandle(handle -> handle.execute("UPDATE questions SET question = NULL WHERE id <> ?", second));
        grouping.tidy();

        assertThat(rows(jdbi, "SELECT id || ' ' || (words IS NULL) || ' ' || leads FROM questions ORDER BY id"))
                .containsExactly(first + " true false", second + " false true", third + " true false");
        assertThat(rows(jdbi, "SELECT id FROM question_groups")).hasSize(1);
    }

    @Test
    void a_group_of_another_congress_is_not_there() {
        maria.asks("tem fraldário?");
        group();
        long group = only();
        Witness stranger = Witness.ofCommand("other");

        assertThat(groups.find("other", group)).isEmpty();
        assertThat(groups.list("other", GroupStatus.OPEN, 0)).isEmpty();
        assertThat(groups.dismiss(stranger, group)).isFalse();
        assertThat(groups.takeOut(stranger, group, 1)).isEmpty();
        assertThat(groups.merge(stranger, group, group + 1)).isFalse();
    }

    private long only() {
        return groups.list("default", GroupStatus.OPEN, 0).getFirst().id();
    }

    /// Pairs of questions that a person put together, and those that are in one group.
    private record Pairs(int together, int meant, List<String> wrong) {
        double precision() {
            return together == 0 ? 1 : 1 - (double) wrong.size() / together;
        }

        double recall() {
            return (double) (together - wrong.size()) / meant;
        }
    }

    private Pairs pairs(List<Labelled> labelled) {
        Map<Long, Long> groupOf = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("SELECT id, group_id FROM questions")
                .map((row, _) -> Map.entry(row.getLong("id"), row.getLong("group_id")))
                .forEach(entry -> groupOf.put(entry.getKey(), entry.getValue())));
        int together = 0;
        int meant = 0;
        List<String> wrong = new ArrayList<>();
        for (Labelled one : labelled) {
            for (Labelled other : labelled) {
                if (one.question() >= other.question()) {
                    continue;
                }
                boolean same = one.label().equals(other.label());
                boolean grouped =
                        Objects.requireNonNull(groupOf.get(one.question())).equals(groupOf.get(other.question()));
                together += grouped ? 1 : 0;
                meant += same ? 1 : 0;
                if (grouped && !same) {
                    wrong.add(one + " " + other);
                }
            }
        }
        return new Pairs(together, meant, wrong);
    }

    private void group() {
        while (grouping.groupSome()) {
            // until nothing is left
        }
    }
}
