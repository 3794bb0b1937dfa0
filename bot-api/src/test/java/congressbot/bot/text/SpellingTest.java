package congressbot.bot.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SpellingTest {
    static Stream<Arguments> invisible() {
        return Stream.of(
                arguments("a\u0000b", "ab"),
                arguments("a\nb\tc", "a b c"),
                arguments("  a    b  ", "a b"),
                arguments("\u202Ea\u200Bb\uFEFF", "ab"),
                arguments("a\uD800b", "ab"),
                arguments("a\u3164b", "ab"),
                arguments("e\u0301", "é"),
                arguments("a" + "\u0302".repeat(100), "â\u0302\u0302"));
    }

    @ParameterizedTest
    @MethodSource("invisible")
    void invisible_characters_disappear(String typed, String cleaned) {
        assertThat(Spelling.cleaned(typed)).isEqualTo(cleaned);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NÃO!!!|nao",
                "É isso, aí.|e isso ai",
                "ＳＩＭ|sim",
                "𝓢𝓲𝓶|sim",
                "sim👍🏿👍|sim 👍 👍",
                "1️⃣|1",
                "d'Água|d agua",
                "...|''"
            })
    void words_are_compared_without_dress(String typed, String folded) {
        assertThat(Spelling.folded(typed)).isEqualTo(folded);
    }

    @ParameterizedTest
    @CsvSource({"gmail,gmail,0", "gmial,gmail,1", "gmai,gmail,1", "gmaill,gmail,1", "hotmail,gmail,3", "'',abc,3"})
    void slips_are_counted(String from, String to, int distance) {
        assertThat(Spelling.distance(from, to)).isEqualTo(distance);
    }
}
