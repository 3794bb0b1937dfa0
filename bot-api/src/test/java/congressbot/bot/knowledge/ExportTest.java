package congressbot.bot.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.account.AuditLog;
import congressbot.bot.account.Witness;
import congressbot.bot.knowledge.Export.Deed;
import congressbot.bot.testing.TestDatabase;
import congressbot.bot.text.Tongues;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportTest {
    private static final Witness ANA = Witness.ofCommand("default");
    private static final String POOL = "# Piscina\n\nA piscina abre às 9h.\n";
    private static final String SAUNA = "# Sauna\n\nA sauna abre às 10h.\n";

    private final Jdbi jdbi = TestDatabase.emptied();

    @TempDir
    Path folder;

    @TempDir
    Path elsewhere;

    private Library library;
    private Shelf shelf;

    @BeforeEach
    void open() throws IOException {
        Files.copy(Path.of("../congress/congress.yaml"), folder.resolve("congress.yaml"));
        Files.createDirectory(folder.resolve("knowledge"));
        Files.writeString(folder.resolve("knowledge/a.md"), POOL);
        Files.writeString(folder.resolve("knowledge/b.md"), SAUNA);
        library = new Library(jdbi, folder, URI.create("http://localhost"), Tongues.load(), _ -> {});
        library.look();
        shelf = library.shelf(new AuditLog(jdbi, InstantSource.system()));
    }

    @Test
    void what_was_edited_in_the_panel_is_written_back_and_the_rest_is_not_touched() throws IOException {
        edit("a.md", POOL.replace("9h", "11h"));
        edit("c.md", "# Spa\n\nO spa é no térreo.\n");
        delete("b.md");
        String yaml = Files.readString(folder.resolve("congress.yaml"));
        edit(Shelf.CONGRESS, yaml.replace("das 8h às 18h", "das 7h às 19h"));

        Map<String, Deed> done = export(folder);

        assertThat(done)
                .isEqualTo(Map.of(
                        "a.md",
                        Deed.WRITTEN,
                        "b.md",
                        Deed.DELETED,
                        "c.md",
                        Deed.WRITTEN,
                        "congress.yaml",
                        Deed.WRITTEN));
        assertThat(folder.resolve("knowledge/a.md"))
                .hasContent(POOL.replace("9h", "11h").strip());
        assertThat(folder.resolve("knowledge/b.md")).doesNotExist();
        assertThat(Files.readString(folder.resolve("congress.yaml"))).contains("das 7h às 19h");
    }

    @Test
    void after_an_export_the_folder_says_what_the_database_says() throws IOException {
        edit("a.md", POOL.replace("9h", "11h"));
        export(folder);
        library.look();

        assertThat(export(folder).values()).containsOnly(Deed.SAME);
        assertThat(shelf.newest("default", "a.md").orElseThrow().content()).isEqualTo(POOL.replace("9h", "11h"));
    }

    @Test
    void an_empty_folder_becomes_one_that_can_be_read() throws IOException {
        edit("a.md", POOL.replace("9h", "11h"));

        export(elsewhere);

        assertThat(elsewhere.resolve("congress.yaml")).hasSameTextualContentAs(folder.resolve("congress.yaml"));
        assertThat(elsewhere.resolve("knowledge/b.md")).hasSameTextualContentAs(folder.resolve("knowledge/b.md"));
    }

    @Test
    void a_text_that_the_database_has_never_read_is_left_alone() throws IOException {
        edit("a.md", POOL.replace("9h", "11h"));
        Files.writeString(folder.resolve("knowledge/a.md"), POOL.replace("9h", "13h"));

        Map<String, Deed> done = export(folder);

        assertThat(done).containsEntry("a.md", Deed.LEFT_ALONE);
        assertThat(Files.readString(folder.resolve("knowledge/a.md"))).contains("13h");
    }

    @Test
    void no_name_in_the_database_leads_out_of_the_folder() throws IOException {
        jdbi.useHandle(handle -> handle.execute("""
                INSERT INTO knowledge_documents (congress_id, name, content, digest, origin, current)
                SELECT 'default', name, 'x', repeat('a', 64), 'panel', true
                FROM unnest(ARRAY['../out.md', '/tmp/out.md', '..md', 'a/b.md', '.hidden.md']) AS name
                """));

        new Export(jdbi).to(folder);

        assertThat(folder.resolve("out.md")).doesNotExist();
        try (var files = Files.list(folder.resolve("knowledge"))) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder("a.md", "b.md");
        }
    }

    @Test
    void each_of_several_congresses_has_a_folder() throws IOException {
        shelf.save(new Witness("other", OptionalLong.empty(), "Eva"), new Draft("a.md", SAUNA, OptionalLong.empty()));

        new Export(jdbi).to(elsewhere);

        assertThat(elsewhere.resolve("default/knowledge/a.md")).exists();
        assertThat(Files.readString(elsewhere.resolve("other/knowledge/a.md"))).isEqualTo(SAUNA);
    }

    private Map<String, Deed> export(Path where) throws IOException {
        List<Export.Done> done = new Export(jdbi).to(where);
        return done.stream()
                .collect(Collectors.toMap(one -> one.file().getFileName().toString(), Export.Done::deed));
    }

    private void edit(String name, String content) {
        OptionalLong basis = shelf.newest("default", name)
                .map(version -> OptionalLong.of(version.edition().id()))
                .orElse(OptionalLong.empty());
        assertThat(shelf.save(ANA, new Draft(name, content, basis))).isInstanceOf(Saved.Done.class);
    }

    private void delete(String name) {
        long basis = shelf.newest("default", name).orElseThrow().edition().id();
        shelf.delete(ANA, new Draft(name, "", OptionalLong.of(basis)));
    }
}
