package congressbot.dev.dialogues;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.dev.process.Opened;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The command, with real stores and bot-api in this process.
class DialoguesTest {
    private static final Corpus CORPUS = Corpus.of(Path.of(".."));

    private final Opened opened = new Opened();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        opened.close();
    }

    @Test
    void every_conversation_of_the_corpus_goes_as_it_is_written() throws Exception {
        List<Script> scripts = CORPUS.scripts(List.of()).orElseThrow();

        Tally tally = dialogues(CORPUS).play(scripts, 0);

        assertThat(tally.complete()).as(tally.text()).isTrue();
        assertThat(scripts).hasSizeGreaterThanOrEqualTo(250);
    }

    @Test
    void what_a_person_says_gets_the_same_answer_through_both_doors() throws Exception {
        Script plain = Script.of("through-chat", """
                > quero me inscrever

                > Tereza Quadros Pinheiro

                > tereza.qpinheiro@gmail.com

                > cancelar

                > sim

                = none
                """);
        Script burst = Script.of("through-whatsapp", plain.text().replace("> sim", "> sim\n> [reaction]"));

        Tally tally = dialogues(CORPUS).play(List.of(plain, burst), 0);

        assertThat(tally.played())
                .allSatisfy(played -> assertThat(played).isInstanceOf(Played.Whole.class))
                .extracting(played -> ((Played.Whole) played).replies())
                .satisfies(replies -> assertThat(replies.get(0)).isEqualTo(replies.get(1)));
    }

    @Test
    void a_rewritten_script_holds_what_the_bot_says_and_keeps_its_row() throws Exception {
        Corpus corpus = corpus("""
                # Says hello, and is not registered.

                > oi
                < something that the bot never says

                = Rita Prado | rita@gmail.com | 52998224725 | +5562998765432 | Anápolis/GO | Estudante
                """);
        List<Script> scripts = corpus.scripts(List.of("greeting/hello")).orElseThrow();

        Tally tally = dialogues(corpus).rewrite(scripts);

        Script written = corpus.scripts(List.of("greeting")).orElseThrow().getFirst();
        assertThat(written.text()).contains("> oi\n< ").doesNotContain("never says");
        assertThat(written.rows()).isEqualTo(scripts.getFirst().rows());
        assertThat(tally.complete()).isFalse();
        assertThat(tally.text()).contains("greeting/hello: the rows", "Rita Prado", "dialogues 0/1 (0.0 %)");
    }

    @Test
    void what_cannot_be_played_is_a_miss() throws Exception {
        Corpus corpus = corpus("> oi\n");

        Tally tally = dialogues(corpus).measure(corpus.scripts(List.of()).orElseThrow());

        assertThat(tally.complete()).isFalse();
        assertThat(tally.text()).contains("greeting/hello: unfinished");
    }

    private Dialogues dialogues(Corpus corpus) {
        return new Dialogues(corpus, folder.resolve("data"), opened);
    }

    /// With one script, `greeting/hello`.
    private Corpus corpus(String script) throws Exception {
        Corpus corpus = new Corpus(folder.resolve("corpus"));
        Files.createDirectories(corpus.folder().resolve("greeting"));
        Files.writeString(corpus.folder().resolve("greeting").resolve("hello.txt"), script);
        Files.createDirectories(corpus.congress());
        Files.copy(CORPUS.congress().resolve("congress.yaml"), corpus.congress().resolve("congress.yaml"));
        return corpus;
    }
}
