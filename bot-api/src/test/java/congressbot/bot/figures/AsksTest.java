package congressbot.bot.figures;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.registration.Municipalities;
import congressbot.bot.registration.Uf;
import congressbot.bot.text.Language;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AsksTest {
    private static final List<String> PROFILES = List.of("Estudante", "Professor(a)", "Expositor(a)");
    private static final Asks PORTUGUESE = asks(Language.PORTUGUESE);

    private static Asks asks(Language language) {
        return Asks.load(language, Municipalities.load().stateNames(), PROFILES);
    }

    static List<String> lines(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(AsksTest.class.getResourceAsStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }

    static List<String> asking() throws IOException {
        return lines("asks.txt");
    }

    static List<String> others() throws IOException {
        return lines("others.txt");
    }

    @ParameterizedTest
    @MethodSource("asking")
    void who_asks_for_totals_is_understood(String line) {
        String[] sides = line.split("\\|", -1);

        Optional<Ask> ask = PORTUGUESE.heard(sides[0]);

        assertThat(ask.map(AsksTest::written)).contains(sides[1]);
    }

    @ParameterizedTest
    @MethodSource("others")
    void who_says_something_else_asks_for_no_totals(String line) {
        assertThat(PORTUGUESE.heard(line)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ENGLISH, how many registrations today?",
        "ENGLISH, Total registrations so far",
        "ENGLISH, registrations by state",
        "ENGLISH, how many people registered yesterday?",
        "SPANISH, ¿cuántos inscritos hoy?",
        "SPANISH, inscripciones por perfil",
        "SPANISH, ¿cuántas inscripciones tenemos hasta ahora?"
    })
    void the_other_languages_ask_too(Language language, String text) {
        assertThat(asks(language).heard(text)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "ENGLISH, I want to register",
        "ENGLISH, how many days is it?",
        "ENGLISH, is registration open?",
        "SPANISH, quiero inscribirme",
        "SPANISH, ¿cuánto cuesta la inscripción?"
    })
    void and_say_other_things(Language language, String text) {
        assertThat(asks(language).heard(text)).isEmpty();
    }

    @Test
    void a_whole_letter_is_no_ask() {
        assertThat(PORTUGUESE.heard("quantos inscritos ".repeat(20))).isEmpty();
    }

    private static String written(Ask ask) {
        return Stream.of(
                        Stream.of(ask.since().name()),
                        ask.by().map(Ask.By::name).stream(),
                        ask.state().map(Uf::name).stream(),
                        ask.profile().stream())
                .flatMap(part -> part)
                .collect(Collectors.joining(" "));
    }
}
