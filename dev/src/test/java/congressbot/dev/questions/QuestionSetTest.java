package congressbot.dev.questions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import congressbot.dev.questions.Graded.Grade;
import congressbot.dev.questions.QuestionSet.Item;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionSetTest {
    @TempDir
    Path folder;

    @Test
    void a_blank_line_begins_another_chat() throws Exception {
        QuestionSet set = read("""
                # parking
                ? tem vaga?
                = R$ 20
                ? e de moto?
                = R$ 8

                ? tem piscina?
                = -
                """);

        assertThat(set.name()).isEqualTo("set");
        assertThat(set.chats()).extracting(chat -> chat.items().size()).containsExactly(2, 1);
        assertThat(set.chats().getLast().items().getFirst().expectation()).isEqualTo(new Expectation.Declined());
    }

    @Test
    void a_line_that_is_neither_question_nor_answer_is_refused() {
        assertThatThrownBy(() -> read("quanto custa?\n= R$ 20\n")).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "R$ 20; Custa  r$ 20 por dia.; RIGHT",
                "R$ 20; Custa R$ 50.; WRONG",
                "Portao 3 & 7h; Pelo Portão 3, às 7h.; RIGHT",
                "Portao 3 & 7h; Pelo Portão 3.; WRONG",
                "R$ 20 | sem custo; É SEM CUSTO.; RIGHT",
                "-; Tem, sim.; WRONG",
            })
    void an_answer_holds_what_is_expected_of_it(String expectation, String answer, Grade grade) {
        Graded graded = new Graded(item(expectation), answer, Optional.of("passage"));

        assertThat(graded.grade()).isEqualTo(grade);
    }

    @Test
    void who_does_not_answer_declines_or_misses() {
        assertThat(new Graded(item("-"), "Isso eu não sei.", Optional.of("nobody")).grade())
                .isEqualTo(Grade.DECLINED);
        assertThat(new Graded(item("R$ 20"), "Isso eu não sei.", Optional.of("nobody")).grade())
                .isEqualTo(Grade.MISSED);
        assertThat(new Graded(item("R$ 20"), "Custa R$ 20? Quer se inscrever?", Optional.empty()).grade())
                .isEqualTo(Grade.MISSED);
    }

    @Test
    void a_set_passes_with_nine_of_ten_right_and_nothing_made_up() {
        Graded right = new Graded(item("R$ 20"), "R$ 20", Optional.of("passage"));
        Graded missed = new Graded(item("R$ 20"), "?", Optional.of("nobody"));
        Graded madeUp = new Graded(item("-"), "R$ 20", Optional.of("model"));

        assertThat(result(right, right, right, right, right, right, right, right, right, missed)
                        .passes())
                .isTrue();
        assertThat(result(right, right, right, right, missed).passes()).isFalse();
        assertThat(result(right, right, right, right, right, right, right, right, right, madeUp)
                        .passes())
                .isFalse();
        assertThat(result(right, missed).text()).contains("set, missed: tem vaga?", "right 50.0 %, wrong 0.0 %");
    }

    private static Result result(Graded... graded) {
        return new Result("set", List.of(graded));
    }

    private static Item item(String expectation) {
        return new Item("tem vaga?", Expectation.of(expectation));
    }

    private QuestionSet read(String text) throws IOException {
        return QuestionSet.read(Files.writeString(folder.resolve("set.txt"), text));
    }
}
