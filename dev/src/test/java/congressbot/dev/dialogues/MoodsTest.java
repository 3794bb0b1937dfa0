package congressbot.dev.dialogues;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.dev.model.Mood;
import congressbot.dev.process.Opened;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The command with a few scripts, real stores and bot-api in this process; all of the corpus takes
/// minutes.
class MoodsTest {
    private static final Corpus CORPUS = Corpus.of(Path.of(".."));

    private final Opened opened = new Opened();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        opened.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Mood.class,
            names = {"HONEST", "NONSENSE", "MALICIOUS"})
    void whatever_the_model_does_registrations_end_as_written(Mood mood) throws Exception {
        List<Script> scripts = CORPUS.scripts(List.of("leaving-the-track")).orElseThrow();

        Strain strain = new Moods(CORPUS, folder.resolve("house"), opened).play(mood, scripts);

        assertThat(strain.played())
                .hasSameSizeAs(scripts)
                .allSatisfy(one -> assertThat(one)
                        .isInstanceOfSatisfying(
                                Played.Whole.class,
                                whole -> assertThat(whole.rowsMiss()).isEmpty()));
        assertThat(strain.requests()).as("the model was asked").isNotEmpty();
        assertThat(strain.text()).contains("personal data in them: 0");
    }

    @Test
    void moods_are_named_in_any_letters_and_all_of_them_without_a_name() {
        assertThat(Moods.moods(List.of())).contains(List.of(Mood.values()));
        assertThat(Moods.moods(List.of("slow", "Hanging"))).contains(List.of(Mood.SLOW, Mood.HANGING));
        assertThat(Moods.moods(List.of("slow", "grumpy"))).isEmpty();
    }
}
