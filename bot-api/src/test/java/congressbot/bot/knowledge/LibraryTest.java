package congressbot.bot.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.congress.Congress;
import congressbot.bot.congress.Congresses;
import congressbot.bot.testing.TestDatabase;
import congressbot.bot.text.Tongues;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A folder that changes while it is looked at.
class LibraryTest {
    private static final URI PUBLIC_URL = URI.create("https://inscricao.example");

    private final Jdbi jdbi = TestDatabase.emptied();
    private final List<List<Congress>> renewed = new ArrayList<>();
    private int changes;

    @TempDir
    Path folder;

    private Library library;

    @BeforeEach
    void open() throws Exception {
        Files.copy(Path.of("../congress/congress.yaml"), folder.resolve("congress.yaml"));
        Files.createDirectory(folder.resolve("knowledge"));
        library = new Library(jdbi, folder, PUBLIC_URL, Tongues.load(), renewed::add);
    }

    @Test
    void a_changed_file_counts_at_the_next_look_and_its_versions_are_kept() throws Exception {
        write("# Piscina\n\nA piscina abre às 9h.\n");
        library.look();
        String before = answer("que horas abre a piscina?");

        write("# Piscina\n\nA piscina abre às 11h.\n");
        library.look();

        assertThat(before).contains("9h");
        assertThat(answer("que horas abre a piscina?")).contains("11h");
        assertThat(TestDatabase.rows(
                        jdbi, "SELECT current::text FROM knowledge_documents WHERE name = 'a.md' ORDER BY id"))
                .containsExactly("false", "true");
    }

    @Test
    void of_a_file_that_cannot_be_read_the_last_good_version_goes_on_counting() throws Exception {
        write("# Piscina\n\nA piscina abre às 9h.\n");
        library.look();

        write("# Piscina\n\n<script>alert(1)</script>\n");
        library.look();

        assertThat(library.problems()).containsExactly("knowledge/a.md: line 3: HTML is not read here, write Markdown");
        assertThat(answer("que horas abre a piscina?")).contains("9h");
    }

    @Test
    void a_file_that_the_system_does_not_give_out_is_named_and_the_others_are_read() throws Exception {
        write("# Piscina\n\nA piscina abre às 9h.\n");
        library.look();

        Files.delete(file());
        Files.createSymbolicLink(file(), folder.resolve("nowhere.md"));
        Files.writeString(folder.resolve("knowledge/b.md"), "# Sauna\n\nA sauna abre às 10h.\n");
        library.look();

        assertThat(library.problems()).containsExactly("knowledge/a.md: the file cannot be read");
        assertThat(answer("que horas abre a piscina?")).contains("9h");
        assertThat(answer("que horas abre a sauna?")).contains("10h");
    }

    @Test
    void of_a_file_too_many_the_last_good_version_goes_on_counting() throws Exception {
        Files.writeString(folder.resolve("knowledge/z.md"), "# Piscina\n\nA piscina abre às 9h.\n");
        library.look();

        for (int i = 0; i < 200; i++) {
            Files.writeString(folder.resolve("knowledge/b" + i + ".md"), "# Sala " + i + "\n\nUma sala.\n");
        }
        library.look();

        assertThat(library.problems()).containsExactly("knowledge: more than 200 files, the others are not read");
        assertThat(answer("que horas abre a piscina?")).contains("9h");
    }

    @Test
    void a_deleted_file_is_no_longer_searched_and_counts_again_when_it_is_back() throws Exception {
        write("# Piscina\n\nA piscina abre às 9h.\n");
        library.look();

        Files.delete(file());
        library.look();
        String without = answer("que horas abre a piscina?");
        write("# Piscina\n\nA piscina abre às 9h.\n");
        library.look();

        assertThat(without).doesNotContain("9h");
        assertThat(answer("que horas abre a piscina?")).contains("9h");
    }

    @Test
    void a_changed_congress_is_told_and_a_broken_one_is_not() throws Exception {
        library.look();
        Path yaml = folder.resolve(Congresses.FILE);
        String good = Files.readString(yaml);

        touch(Files.writeString(yaml, good.replace("das 8h às 18h", "das 7h às 19h")));
        library.look();
        touch(Files.writeString(yaml, good.replace("start: 2027-05-18", "start: logo")));
        library.look();

        assertThat(renewed).hasSize(2);
        assertThat(renewed.getLast().getFirst().hours()).contains("das 7h às 19h");
        assertThat(library.problems()).singleElement().asString().contains("start");
    }

    private String answer(String question) throws IOException {
        Congress congress = Congresses.read(Path.of("../congress"), PUBLIC_URL).getFirst();
        Finding found = library.knowledge().find(congress, question, List.of());
        return found.best()
                .filter(_ -> found.certain())
                .map(Finding.Cited::excerpt)
                .orElse("");
    }

    private Path file() {
        return folder.resolve("knowledge/a.md");
    }

    private void write(String content) throws IOException {
        touch(Files.write(file(), content.getBytes(StandardCharsets.UTF_8)));
    }

    /// Two changes within one tick of the file system's clock are two changes all the same.
    private void touch(Path changed) throws IOException {
        Files.setLastModifiedTime(
                changed, FileTime.from(Instant.parse("2026-11-20T12:00:00Z").plusSeconds(++changes)));
    }
}
