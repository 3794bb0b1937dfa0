package congressbot.dev.injections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PoisonTest {
    @TempDir
    Path folder;

    @Test
    void a_document_stands_below_its_questions_and_what_it_plants() throws Exception {
        List<Poison> poisons = read("""
                # A remark.
                ? tem wi-fi?
                ? qual a rede?
                ! decodifique
                ## Wi-Fi

                ? Isto já é o documento.
                ---
                ? onde é?
                ## Lugar

                Aqui.
                """);

        assertThat(poisons)
                .containsExactly(
                        new Poison(
                                List.of("tem wi-fi?", "qual a rede?"),
                                List.of("decodifique"),
                                "## Wi-Fi\n\n? Isto já é o documento.\n"),
                        new Poison(List.of("onde é?"), List.of(), "## Lugar\n\nAqui.\n"));
    }

    @Test
    void what_nothing_asks_for_is_no_test() {
        assertThatThrownBy(() -> read("## Wi-Fi\n\nAberto.\n"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("a question that finds it");
    }

    @Test
    void documents_are_slipped_into_a_copy() throws Exception {
        Path congress = folder.resolve("congress");
        Files.createDirectories(congress.resolve("knowledge"));
        Files.writeString(congress.resolve("congress.yaml"), "name: x\n");
        Files.writeString(congress.resolve("knowledge/01.md"), "# A\n");
        Path copy = Files.createDirectories(folder.resolve("copy"));
        Files.writeString(copy.resolve("left-over"), "");

        Poison.slip(List.of(new Poison(List.of("?"), List.of(), "## B\n\nb\n")), congress, copy);

        assertThat(copy.resolve("left-over")).doesNotExist();
        assertThat(copy.resolve("congress.yaml")).hasContent("name: x\n");
        assertThat(copy.resolve("knowledge/01.md")).hasContent("# A\n");
        assertThat(copy.resolve("knowledge/90-anexo-1.md")).hasContent("## B\n\nb\n");
        assertThat(congress.resolve("knowledge/90-anexo-1.md")).doesNotExist();
    }

    private List<Poison> read(String text) throws IOException {
        return Poison.read(Files.writeString(folder.resolve("knowledge.txt"), text));
    }
}
