package congressbot.bot.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import congressbot.bot.testing.Enrolled;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ListFileTest {
    private final OpenPanel panel = OpenPanel.at("http://localhost:8080");
    private final Browser organiser = panel.organiser();

    @AfterEach
    void close() {
        panel.close();
    }

    @Test
    void the_file_is_one_that_portuguese_spreadsheets_open() {
        long number = Enrolled.named("Maria da Conceição").in(panel.jdbi);

        HttpResponse<String> file = organiser.get("/painel/inscritos.csv");

        assertThat(file.headers().firstValue("content-type")).contains("text/csv; charset=utf-8");
        // 22:30 of the day before in São Paulo
        assertThat(file.headers().firstValue("content-disposition"))
                .contains("attachment; filename=\"inscritos-2026-11-20.csv\"");
        assertThat(file.body())
                .isEqualTo("\uFEFF\"Número\";\"Nome\";\"E-mail\";\"Documento\";\"Telefone\";\"Cidade\";\"UF\";\"País\";"
                        + "\"Perfil\";\"Situação\";\"Inscrição em\";\"Nome no crachá\"\r\n"
                        + "\"" + number + "\";\"Maria da Conceição\";\"pessoa@ufg.br\";\"•••.982.247-••\";"
                        + "\"55 62 99876-5432\";\"Goiânia\";\"GO\";\"BR\";\"Estudante\";\"confirmada\";"
                        + "\"20/11/2026 12:05\";\"\"\r\n");
    }

    @Test
    void the_last_column_is_the_name_on_the_badge() {
        Enrolled.named("Maria da Conceição").in(panel.jdbi);
        panel.jdbi.useHandle(handle -> handle.execute("UPDATE participants SET badge_name = 'Ção'"));

        assertThat(organiser.get("/painel/inscritos.csv").body()).endsWith(";\"Ção\"\r\n");
    }

    @Test
    void the_file_holds_what_the_search_finds() {
        Enrolled.named("Maria da Silva").in(panel.jdbi);
        Enrolled.named("José Souza").withCpf("11144477735").in(panel.jdbi);

        String file = organiser.get("/painel/inscritos.csv?busca=jose").body();

        assertThat(file).contains("José Souza").doesNotContain("Maria");
    }

    @Test
    void the_file_holds_everybody_once_however_many_they_are() {
        crowd(panel, 1500);

        String file = organiser.get("/painel/inscritos.csv").body();

        assertThat(file.lines()).hasSize(1501).doesNotHaveDuplicates();
        assertThat(file).contains("\"Pessoa 1\"", "\"Pessoa 1500\"");
    }

    @Test
    void a_file_that_breaks_off_does_not_look_like_a_whole_one() {
        try (OpenPanel losing = OpenPanel.losingItsDatabaseAfter(1)) {
            crowd(losing, 501);

            assertThatThrownBy(() -> losing.organiser().get("/painel/inscritos.csv"))
                    .isInstanceOf(UncheckedIOException.class);
        }
    }

    @Test
    void a_file_that_cannot_be_begun_is_answered_with_a_page() {
        try (OpenPanel losing = OpenPanel.losingItsDatabaseAfter(0)) {
            HttpResponse<String> answer = losing.organiser().get("/painel/inscritos.csv");

            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.headers().firstValue("content-type")).contains("text/html;charset=utf-8");
            assertThat(answer.headers().firstValue("content-disposition")).isEmpty();
        }
    }

    @Test
    void no_whole_document_and_no_formula_stands_in_the_file() {
        Enrolled.named("=HYPERLINK(\"http://mau.example\";\"veja\")").in(panel.jdbi);
        Enrolled.named("Ana\r\nSousa").withCpf("").in(panel.jdbi);

        String file = organiser.get("/painel/inscritos.csv").body();

        assertThat(file)
                .contains(
                        ";\"'=HYPERLINK(\"\"http://mau.example\"\";\"\"veja\"\")\";",
                        ";\"Ana\r\nSousa\";",
                        ";\"•••••456\";",
                        ";\"Lisboa\";\"EX\";\"PT\";")
                .doesNotContain("52998224725", "529.982.247-25", "AB123456");
    }

    private static void crowd(OpenPanel panel, int people) {
        panel.jdbi.useHandle(handle -> handle.execute("""
                INSERT INTO participants (congress_id, full_name, email, cpf, phone, city, city_code, state, profile,
                                          status, email_shared, privacy_version, privacy_at, channel)
                SELECT 'default', 'Pessoa ' || i, 'p' || i || '@ufg.br', lpad(i::text, 11, '0'), '+5562998765432',
                       'Goiânia', 5208707, 'GO', 'Estudante', 'confirmed', false, '1', now(), 'gowa'
                FROM generate_series(1, ?) AS i
                """, people));
    }
}
