package congressbot.bot.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class KnowledgeStoreTest {
    private static final Document POOL = document("piscina.md", "A piscina abre às 9h.");
    private static final Document LATER = document("piscina.md", "A piscina abre às 11h.");
    private static final Document BUS = document("onibus.md", "O ônibus sai do portão 4.");

    private final Jdbi jdbi = TestDatabase.emptied();
    private final KnowledgeStore store = new KnowledgeStore(jdbi, new DocumentRows(Lexicon.load()));

    @Test
    void a_document_is_stored_with_its_passages_and_every_piece_of_them() {
        int changed = take("cbas", POOL);

        assertThat(changed).isEqualTo(1);
        assertThat(TestDatabase.rows(jdbi, "SELECT name || ' ' || origin || ' ' || current FROM knowledge_documents"))
                .containsExactly("piscina.md folder true");
        assertThat(TestDatabase.rows(jdbi, "SELECT title || ' / ' || heading || ' / ' || body FROM knowledge_passages"))
                .containsExactly("Sobre / Horários / A piscina abre às 9h.");
        assertThat(TestDatabase.rows(jdbi, "SELECT position || ' ' || text FROM knowledge_sentences ORDER BY position"))
                .containsExactly("-1 Sobre", "0 Horários", "1 A piscina abre às 9h.");
    }

    @Test
    void a_new_version_counts_and_the_old_one_is_kept_with_its_words() {
        take("cbas", POOL);

        int changed = take("cbas", LATER);

        assertThat(changed).isEqualTo(1);
        assertThat(versions()).containsExactly("cbas piscina.md false", "cbas piscina.md true");
        assertThat(TestDatabase.rows(jdbi, "SELECT body FROM knowledge_passages ORDER BY id"))
                .containsExactly("A piscina abre às 9h.", "A piscina abre às 11h.");
        assertThat(counting("cbas")).containsExactly("A piscina abre às 11h.");
    }

    @Test
    void what_did_not_change_makes_no_new_version() {
        take("cbas", POOL, BUS);

        assertThat(take("cbas", POOL, BUS)).isZero();
        assertThat(take("cbas", BUS, POOL)).isZero();
        assertThat(versions()).hasSize(2);
    }

    @Test
    void another_title_is_another_version() {
        take("cbas", POOL);

        take("cbas", new Document(POOL.name(), "Lazer", POOL.content(), POOL.sections()));

        assertThat(versions()).hasSize(2);
    }

    @Test
    void a_deleted_file_counts_no_longer_and_is_kept() {
        take("cbas", POOL, BUS);

        assertThat(take("cbas", BUS)).isEqualTo(1);

        assertThat(versions()).containsExactly("cbas onibus.md true", "cbas piscina.md false");
        assertThat(counting("cbas")).containsExactly("O ônibus sai do portão 4.");
        assertThat(take("cbas", BUS)).isZero();
    }

    @Test
    void a_file_that_comes_back_as_it_was_is_the_version_that_it_was() {
        take("cbas", POOL);
        take("cbas");

        assertThat(take("cbas", POOL)).isEqualTo(1);

        assertThat(versions()).containsExactly("cbas piscina.md true");
    }

    @Test
    void an_older_content_that_comes_back_is_a_version_of_its_own() {
        take("cbas", POOL);
        take("cbas", LATER);

        take("cbas", POOL);

        assertThat(versions())
                .containsExactly("cbas piscina.md false", "cbas piscina.md false", "cbas piscina.md true");
        assertThat(counting("cbas")).containsExactly("A piscina abre às 9h.");
    }

    @Test
    void a_file_that_cannot_be_read_leaves_its_last_version_alone() {
        take("cbas", POOL, BUS);

        int changed = store.take("cbas", List.of(BUS), List.of(POOL.name()));

        assertThat(changed).isZero();
        assertThat(counting("cbas")).containsExactly("A piscina abre às 9h.", "O ônibus sai do portão 4.");
    }

    @Test
    void a_version_of_the_panel_goes_on_counting_until_the_file_changes() {
        take("cbas", POOL);
        jdbi.useHandle(handle -> handle.execute("""
                UPDATE knowledge_documents SET current = false;
                INSERT INTO knowledge_documents (congress_id, name, content, digest, origin, current)
                VALUES ('cbas', 'piscina.md', 'edited', repeat('a', 64), 'panel', true)
                """));

        assertThat(take("cbas", POOL)).isZero();
        assertThat(current()).containsExactly("panel edited");
        assertThat(take("cbas", LATER)).isEqualTo(1);
        assertThat(current()).containsExactly("folder " + LATER.content());
    }

    @Test
    void one_congress_does_not_see_anothers() {
        take("cbas", POOL);
        take("other", LATER);

        assertThat(counting("cbas")).containsExactly("A piscina abre às 9h.");
        assertThat(counting("other")).containsExactly("A piscina abre às 11h.");
        take("other");
        assertThat(counting("cbas")).containsExactly("A piscina abre às 9h.");
        assertThat(counting("other")).isEmpty();
    }

    @Test
    void the_words_that_a_typo_is_compared_with_are_those_of_the_congress_and_of_now() {
        take("cbas", POOL, document("guarapeba.md", "A guarapeba fica ao lado."));
        take("other", document("tamborete.md", "O tamborete fica ao lado."));
        assertThat(isKnown("cbas", "guarapeba")).isTrue();

        take("cbas", POOL);

        assertThat(isKnown("cbas", "piscina")).isTrue();
        assertThat(isKnown("cbas", "guarapeba")).isFalse();
        assertThat(isKnown("cbas", "tamborete")).as("of another congress").isFalse();
    }

    @Test
    void several_processes_that_read_the_same_folder_make_one_version() throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Integer>> taking = new ArrayList<>();
        try (ExecutorService processes = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 4; i++) {
                taking.add(processes.submit(() -> {
                    start.await();
                    return take("cbas", POOL);
                }));
            }
            start.countDown();
        }

        int changed = 0;
        for (Future<Integer> one : taking) {
            changed += one.get();
        }
        assertThat(changed).isEqualTo(1);
        assertThat(versions()).hasSize(1);
    }

    private int take(String congress, Document... documents) {
        return store.take(congress, Arrays.asList(documents), List.of());
    }

    private List<String> versions() {
        return TestDatabase.rows(
                jdbi, "SELECT congress_id || ' ' || name || ' ' || current FROM knowledge_documents ORDER BY name, id");
    }

    private List<String> current() {
        return TestDatabase.rows(
                jdbi, "SELECT origin || ' ' || content FROM knowledge_documents WHERE current ORDER BY id");
    }

    /// What a search looks at.
    private List<String> counting(String congress) {
        return TestDatabase.rows(jdbi, """
                SELECT s.text FROM knowledge_sentences s
                JOIN knowledge_passages p ON p.id = s.passage_id
                JOIN knowledge_documents d ON d.id = p.document_id AND d.current
                WHERE s.congress_id = '%1$s' AND p.congress_id = '%1$s' AND d.congress_id = '%1$s' AND s.position > 0
                ORDER BY s.text
                """.formatted(congress));
    }

    private boolean isKnown(String congress, String word) {
        return !TestDatabase.rows(
                        jdbi,
                        "SELECT word FROM knowledge_words WHERE congress_id = '%s' AND word = '%s'"
                                .formatted(congress, word))
                .isEmpty();
    }

    private static Document document(String name, String sentence) {
        String content = "# Sobre\n\n## Horários\n\n" + sentence + "\n";
        return ((KnowledgeFile.Outcome.Read) KnowledgeFile.read(name, content.getBytes(StandardCharsets.UTF_8)))
                .document();
    }
}
