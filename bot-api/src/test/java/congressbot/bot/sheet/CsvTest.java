package congressbot.bot.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "=HYPERLINK(\"http://mau.example\")",
                "=cmd|'/c calc'!A1",
                "+1+1",
                "-1+1",
                "@SUM(A1)",
                "\t=1+1",
                "\rfoo",
                "\nfoo",
                "\t",
                "  =1+1",
                " \tfoo",
                "\u00A0=1+1",
                "\u3000@x",
                "\u200B=1+1",
                "\uFEFF=1+1",
                "\u202E=1+1",
                "＝1+1",
                "＋1",
                "－1",
                "＠x",
                "﹦1",
                "﹢1",
                "﹣1",
                "﹫x",
                "⁺1",
                "\0=1+1",
                " \0 ＝1"
            })
    void what_may_calculate_gets_an_apostrophe(String text) {
        String line = Csv.line(List.of(text));

        assertThat(line).startsWith("\"'").doesNotContain("\0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Maria", "D'Ávila", "a=b", "1-2", "•••.982.247-••", "'=1", "😀 = x", "x\t=1"})
    void what_cannot_calculate_stays_as_it_is(String text) {
        assertThat(Csv.line(List.of(text))).isEqualTo("\"" + text + "\"\r\n");
    }

    @Test
    void quotes_are_doubled_and_separators_and_line_ends_stand_in_quotes() {
        assertThat(Csv.line(List.of("a\"b", "c;d", "e\r\nf", "g\0h")))
                .isEqualTo("\"a\"\"b\";\"c;d\";\"e\r\nf\";\"gh\"\r\n");
    }

    @Test
    void unpaired_surrogates_do_no_harm() {
        assertThat(Csv.line(List.of("\ud800"))).isEqualTo("\"\ud800\"\r\n");
    }
}
