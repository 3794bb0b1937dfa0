package congressbot.bot.registration;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.text.Language;
import congressbot.bot.text.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InsultsTest {
    private static final Path SENTENCES = Path.of("src/test/resources/congressbot/bot/registration/insults.txt");

    record Sentence(Language language, boolean insults, String text) {}

    static Stream<Sentence> sentences() throws IOException {
        List<Sentence> all = new ArrayList<>();
        Language language = Language.PORTUGUESE;
        for (String line : Files.readAllLines(SENTENCES)) {
            switch (line.charAt(0)) {
                case '=' -> language = Language.of(line.substring(2));
                case '+' -> all.add(new Sentence(language, true, line.substring(2)));
                case '-' -> all.add(new Sentence(language, false, line.substring(2)));
                default -> {}
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void an_insult_is_told_from_what_only_looks_like_one(Sentence sentence) {
        Words words = Words.load(sentence.language());
        Said said = Said.of(sentence.text(), false, new SpokenDigits(words));

        boolean insulted = new Insults(words).in(said);

        assertThat(insulted).isEqualTo(sentence.insults());
    }

    @Test
    void there_are_fifty_sentences_each_way_in_the_language_of_most() throws IOException {
        assertThat(sentences().filter(one -> one.language() == Language.PORTUGUESE && one.insults()))
                .hasSizeGreaterThanOrEqualTo(50);
        assertThat(sentences().filter(one -> one.language() == Language.PORTUGUESE && !one.insults()))
                .hasSizeGreaterThanOrEqualTo(50);
    }
}
