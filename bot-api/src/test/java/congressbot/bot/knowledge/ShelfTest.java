package congressbot.bot.knowledge;

import static congressbot.bot.testing.TestDatabase.rows;
import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.account.AuditLog;
import congressbot.bot.account.Witness;
import congressbot.bot.congress.Congress;
import congressbot.bot.congress.Fault;
import congressbot.bot.congress.Fault.Kind;
import congressbot.bot.testing.TestDatabase;
import congressbot.bot.text.Tongues;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShelfTest {
    private static final URI PUBLIC_URL = URI.create("https://inscricao.example");
    private static final Tongues TONGUES = Tongues.load();
    private static final Witness ANA = new Witness("default", OptionalLong.of(1), "Ana");
    private static final Witness STRANGER = new Witness("other", OptionalLong.of(2), "Eva");
    private static final String POOL = "# Piscina\n\nA piscina abre às 9h.\n";
    private static final String LATER = "# Piscina\n\nA piscina abre às 11h.\n";

    private final Jdbi jdbi = TestDatabase.emptied();
    private final List<List<Congress>> renewed = new ArrayList<>();
    private int changes;

    @TempDir
    Path folder;

    private Library library;
    private Shelf shelf;

    @BeforeEach
    void open() throws Exception {
        Files.copy(Path.of("../congress/congress.yaml"), folder.resolve("congress.yaml"));
        Files.createDirectory(folder.resolve("knowledge"));
        library = new Library(jdbi, folder, PUBLIC_URL, TONGUES, renewed::add);
        shelf = library.shelf(new AuditLog(jdbi, InstantSource.system()));
    }

    @Test
    void an_edit_is_a_new_version_that_the_bot_answers_from_at_once() throws Exception {
        write(POOL);
        library.look();

        Saved saved = shelf.save(ANA, draftOn("a.md", LATER));

        assertThat(saved)
                .isInstanceOfSatisfying(
                        Saved.Done.class,
                        done -> assertThat(done.edition().author()).contains("Ana"));
        assertThat(answer("que horas abre a piscina?")).contains("11h");
        assertThat(rows(jdbi, "SELECT deed || ' ' || subject_kind || ' ' || subject_id FROM audit_log"))
                .containsExactly("edit-knowledge document a.md");
    }

    @Test
    void the_newest_wins_whether_it_comes_from_the_panel_or_from_the_folder() throws Exception {
        write(POOL);
        library.look();
        shelf.save(ANA, draftOn("a.md", LATER));
        anotherLook();
        String edited = answer("que horas abre a piscina?");

        write("# Piscina\n\nA piscina abre às 13h.\n");
        library.look();

        assertThat(edited).contains("11h");
        assertThat(answer("que horas abre a piscina?")).contains("13h");
        assertThat(shelf.versions("default", "a.md").stream().map(Edition::origin))
                .containsExactly(Origin.FOLDER, Origin.PANEL, Origin.FOLDER);
    }

    @Test
    void who_edits_an_older_version_loses_nothing_and_changes_nothing() throws Exception {
        write(POOL);
        library.look();
        Draft first = draftOn("a.md", LATER);
        Draft second = draftOn("a.md", "# Piscina\n\nA piscina está fechada.\n");

        shelf.save(ANA, first);
        Saved late = shelf.save(ANA, second);

        assertThat(late)
                .isInstanceOfSatisfying(
                        Saved.Outdated.class,
                        outdated -> assertThat(outdated.newest().content()).isEqualTo(LATER));
        assertThat(answer("que horas abre a piscina?")).contains("11h");
    }

    @Test
    void two_who_begin_the_same_document_do_not_overwrite_each_other() {
        Draft mine = new Draft("sauna.md", POOL, OptionalLong.empty());

        assertThat(shelf.save(ANA, mine)).isInstanceOf(Saved.Done.class);
        assertThat(shelf.save(ANA, new Draft("sauna.md", LATER, OptionalLong.empty())))
                .isInstanceOf(Saved.Outdated.class);
    }

    @Test
    void the_same_text_makes_no_version() throws Exception {
        write(POOL);
        library.look();

        assertThat(shelf.save(ANA, draftOn("a.md", POOL.replace("\n", "\r\n")))).isInstanceOf(Saved.Unchanged.class);
        assertThat(shelf.versions("default", "a.md")).hasSize(1);
    }

    @Test
    void a_deleted_document_is_not_searched_stays_deleted_and_can_be_restored() throws Exception {
        write(POOL);
        library.look();
        long first = shelf.newest("default", "a.md").orElseThrow().edition().id();

        shelf.delete(ANA, draftOn("a.md", ""));
        anotherLook();
        String deleted = answer("que horas abre a piscina?");
        shelf.save(
                ANA,
                draftOn(
                        "a.md",
                        shelf.version("default", "a.md", first).orElseThrow().content()));

        assertThat(deleted).isEmpty();
        assertThat(answer("que horas abre a piscina?")).contains("9h");
    }

    @Test
    void a_document_of_another_congress_is_not_there() throws Exception {
        write(POOL);
        library.look();
        long id = shelf.newest("default", "a.md").orElseThrow().edition().id();

        assertThat(shelf.newest("other", "a.md")).isEmpty();
        assertThat(shelf.version("other", "a.md", id)).isEmpty();
        assertThat(shelf.versions("other", "a.md")).isEmpty();
        assertThat(shelf.documents("other")).isEmpty();
        assertThat(shelf.save(STRANGER, new Draft("a.md", LATER, OptionalLong.empty())))
                .isInstanceOf(Saved.Done.class);
        assertThat(answer("que horas abre a piscina?")).contains("9h");
    }

    @Test
    void the_facts_of_the_congress_are_edited_and_told_to_every_process() throws Exception {
        library.look();
        Library elsewhere = new Library(jdbi, folder, PUBLIC_URL, TONGUES, renewed::add);
        elsewhere.look();
        String yaml = shelf.newest("default", Shelf.CONGRESS).orElseThrow().content();

        Saved saved = shelf.save(ANA, draftOn(Shelf.CONGRESS, yaml.replace("das 8h às 18h", "das 7h às 19h")));
        elsewhere.look();
        library.look();

        assertThat(saved).isInstanceOf(Saved.Done.class);
        assertThat(library.congress("default").orElseThrow().hours()).contains("das 7h às 19h");
        assertThat(elsewhere.congress("default").orElseThrow().hours()).contains("das 7h às 19h");
        assertThat(renewed.getLast().getFirst().hours()).contains("das 7h às 19h");
        assertThat(answer("qual o horário do congresso?")).contains("das 7h às 19h");
        assertThat(rows(jdbi, "SELECT deed || ' ' || subject_id FROM audit_log"))
                .containsExactly("edit-congress default");
    }

    @Test
    void an_edit_of_the_facts_outlives_a_restart_and_gives_way_to_a_newer_file() throws Exception {
        library.look();
        String yaml = shelf.newest("default", Shelf.CONGRESS).orElseThrow().content();
        shelf.save(ANA, draftOn(Shelf.CONGRESS, yaml.replace("das 8h às 18h", "das 7h às 19h")));

        anotherLook();
        String edited = library.congress("default").flatMap(Congress::hours).orElseThrow();
        touch(Files.writeString(folder.resolve("congress.yaml"), yaml.replace("das 8h às 18h", "das 6h às 20h")));
        library.look();

        assertThat(edited).isEqualTo("das 7h às 19h");
        assertThat(library.congress("default").flatMap(Congress::hours)).contains("das 6h às 20h");
    }

    @Test
    void facts_that_are_wrong_are_told_with_their_lines_and_the_congress_keeps_its_name_and_accounts()
            throws Exception {
        library.look();
        String yaml = shelf.newest("default", Shelf.CONGRESS).orElseThrow().content();

        assertThat(faults(Shelf.CONGRESS, yaml.replace("start: 2027-05-18", "start: logo")))
                .containsExactly(Fault.at(lineOf(yaml, "start:"), Kind.NO_DATE, "start"));
        assertThat(faults(Shelf.CONGRESS, yaml.replace("id: default", "id: other")))
                .containsExactly(Fault.at(1, Kind.OTHER_ID, "default"));
        assertThat(faults(Shelf.CONGRESS, yaml + "\naccounts: [\"gowa:stolen\"]\n"))
                .containsExactly(Fault.at(1, Kind.OTHER_ACCOUNTS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: &a [x, x]\nb: [*a, *a]\n",
                "a: &a [1]\nb: &b [*a,*a,*a]\nc: &c [*b,*b,*b]\n",
                "!!javax.script.ScriptEngineManager [x]",
                "---\na: 1\n---\nb: 2\n",
                "\t",
                "{{{{{{{{{{{{{{{{{{{{",
                "? - - - - - - - - - - - - - - - - x\n: y\n"
            })
    void hostile_yaml_is_refused(String yaml) throws Exception {
        library.look();

        assertThat(faults(Shelf.CONGRESS, yaml)).isNotEmpty();
    }

    @Test
    @Timeout(20)
    void deep_and_endless_yaml_is_refused_soon() throws Exception {
        library.look();

        for (String piece : List.of("[", "{a: ", "- ", "a: {", "'", "\"\\", "&a ", "? ", "*", "!!")) {
            assertThat(faults(Shelf.CONGRESS, piece.repeat(200_000 / piece.length())))
                    .as(piece)
                    .isNotEmpty();
        }
    }

    @Test
    @Timeout(60)
    void deep_and_endless_markdown_is_read_or_refused_soon() throws Exception {
        library.look();
        for (String piece : List.of(
                ">",
                "> ",
                "*",
                "**a ",
                "_a ",
                "[",
                "![",
                "[a](",
                "`",
                "- ",
                "1. ",
                "\\",
                "&",
                "|",
                "#",
                "A. ",
                "a b ",
                "[a]: b\n",
                "~~~\n",
                "<",
                "*a_ ",
                "    ",
                "|a|\n|-|\n",
                "(a ",
                "](")) {
            long start = System.nanoTime();
            faults("a.md", "# T\n\n" + piece.repeat(250_000 / piece.length()));
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            assertThat(took).as(piece).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void a_text_without_end_is_refused() {
        assertThat(faults("a.md", "a ".repeat(200_000))).containsExactly(Fault.at(0, Kind.TOO_LARGE, 256));
    }

    @Test
    void no_name_leads_out_of_the_folder() {
        for (String name : List.of("../a.md", "a/b.md", "A.md", ".md", "a.txt", "a.md\n", "congress.yaml", "")) {
            Draft draft = new Draft(name, POOL, OptionalLong.empty());
            assertThat(shelf.save(ANA, draft)).as(name).isInstanceOf(Saved.Faulty.class);
        }
        assertThat(DocumentName.of("Perguntas & Respostas: ônibus!")).isEqualTo("perguntas-respostas-onibus.md");
    }

    private List<Fault> faults(String name, String content) {
        return shelf.proof("default", new Draft(name, content, OptionalLong.of(1)))
                .faults();
    }

    private static int lineOf(String text, String line) {
        return text.lines().toList().stream()
                        .takeWhile(one -> !one.startsWith(line))
                        .toList()
                        .size()
                + 1;
    }

    private Draft draftOn(String name, String content) {
        return new Draft(
                name,
                content,
                OptionalLong.of(
                        shelf.newest("default", name).orElseThrow().edition().id()));
    }

    private String answer(String question) throws IOException {
        Congress congress = library.congress("default").orElseThrow();
        Finding found = library.knowledge().find(congress, question, List.of());
        return found.best()
                .filter(_ -> found.certain())
                .map(Finding.Cited::excerpt)
                .orElse("");
    }

    /// As after a restart.
    private void anotherLook() throws IOException {
        library = new Library(jdbi, folder, PUBLIC_URL, TONGUES, renewed::add);
        library.look();
        shelf = library.shelf(new AuditLog(jdbi, InstantSource.system()));
    }

    private void write(String content) throws IOException {
        touch(Files.writeString(folder.resolve("knowledge/a.md"), content));
    }

    private void touch(Path changed) throws IOException {
        Files.setLastModifiedTime(
                changed, FileTime.from(Instant.parse("2026-11-20T12:00:00Z").plusSeconds(++changes)));
    }
}
