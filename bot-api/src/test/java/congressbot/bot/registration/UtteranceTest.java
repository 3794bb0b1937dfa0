package congressbot.bot.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Single messages as people write them, field by field.
class UtteranceTest {
    private static final List<String> ASKED = List.of("name", "email", "cpf", "phone", "city", "state", "profile");
    private static final int FEWEST_A_FIELD = 60;

    /// What we know that we do not understand, and mean to.
    private static final int MOST_KNOWN_MISSES = 12;

    static List<Utterance> utterances() throws IOException {
        List<Utterance> all = new ArrayList<>();
        for (String asked : ASKED) {
            all.addAll(Utterance.ofField(asked));
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("utterances")
    void what_is_typed_is_understood(Utterance utterance) {
        assertThat(utterance.met())
                .as(utterance + " but understood " + utterance.understood())
                .isTrue();
    }

    @Test
    void what_we_miss_is_known_and_little() throws IOException {
        List<Utterance> misses = Utterance.knownMisses();
        System.out.println("utterances that are known to be missed: " + misses.size());

        assertThat(misses).hasSizeLessThanOrEqualTo(MOST_KNOWN_MISSES);
        assertThat(misses.stream().filter(Utterance::met))
                .as("understood by now: moved to the file of its field")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "email", "cpf", "phone", "city", "state", "profile"})
    void every_line_says_what_must_come_of_it(String asked) throws IOException {
        long remarks = Files.readAllLines(Utterance.FOLDER.resolve(asked + ".tsv")).stream()
                .filter(line -> line.isBlank() || (line.startsWith("#") && !line.contains("\t")))
                .count();
        long lines =
                Files.readAllLines(Utterance.FOLDER.resolve(asked + ".tsv")).size();

        assertThat(Utterance.ofField(asked))
                .hasSizeGreaterThanOrEqualTo(FEWEST_A_FIELD)
                .hasSize((int) (lines - remarks));
        assertThat(Utterance.ofField(asked)).doesNotHaveDuplicates();
    }
}
