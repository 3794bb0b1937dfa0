package congressbot.bot.panel.people;

import static congressbot.bot.testing.TestDatabase.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import congressbot.bot.account.Role;
import congressbot.bot.panel.Browser;
import congressbot.bot.panel.OpenPanel;
import congressbot.bot.testing.Crowd;
import congressbot.bot.testing.Enrolled;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FilePagesTest {
    private final OpenPanel panel = PeoplePanel.open();
    private final Browser owner = panel.organiser();

    @AfterEach
    void close() {
        panel.close();
    }

    @Test
    void the_file_is_one_that_portuguese_spreadsheets_open() {
        long number = Enrolled.named("Maria da Conceição").in(panel.jdbi);

        HttpResponse<String> file = owner.get("/painel/inscritos.csv");

        assertThat(file.headers().firstValue("content-type")).contains("text/csv; charset=utf-8");
        // 22:30 of the day before in São Paulo
        assertThat(file.headers().firstValue("content-disposition"))
                .contains("attachment; filename=\"inscritos-2026-11-20.csv\"");
        assertThat(file.body())
                .isEqualTo("\uFEFF\"Número\";\"Nome\";\"E-mail\";\"Documento\";\"Telefone\";\"Cidade\";\"UF\";\"País\";"
                        + "\"Perfil\";\"Situação\";\"Inscrição em\";\"Nome no crachá\"\r\n"
                        + "\"" + number + "\";\"Maria da Conceição\";\"pessoa@ufg.br\";\"529.982.247-25\";"
                        + "\"55 62 99876-5432\";\"Goiânia\";\"GO\";\"BR\";\"Estudante\";\"confirmada\";"
                        + "\"20/11/2026 12:05\";\"\"\r\n");
    }

    @Test
    void the_file_holds_what_is_found_in_its_order_with_the_chosen_columns() {
        Enrolled.named("Maria da Silva").in(panel.jdbi);
        Enrolled.named("José Souza").withCpf("11144477735").in(panel.jdbi);
        Enrolled.named("Ana Souza").withCpf("98765432100").in(panel.jdbi);

        assertThat(owner.get("/painel/inscritos.csv?busca=souza&ordem=name&colunas=name,state")
                        .body())
                .isEqualTo("\uFEFF\"Nome\";\"UF\"\r\n\"Ana Souza\";\"GO\"\r\n\"José Souza\";\"GO\"\r\n");
    }

    @Test
    void the_file_holds_everybody_once_however_many_they_are() {
        Crowd.of(1_500).in(panel.jdbi);

        assertThat(owner.get("/painel/inscritos.csv?ordem=name").body().lines())
                .hasSize(1_501)
                .doesNotHaveDuplicates();
        assertThat(owner.get("/painel/inscritos.xlsx").statusCode()).isEqualTo(200);
    }

    @Test
    void a_file_that_breaks_off_does_not_look_like_a_whole_one() {
        try (OpenPanel losing = PeoplePanel.losingItsDatabaseAfter(1)) {
            Crowd.of(501).in(losing.jdbi);
            Browser organiser = losing.organiser();

            assertThatThrownBy(() -> organiser.get("/painel/inscritos.csv")).isInstanceOf(UncheckedIOException.class);
        }
    }

    @Test
    void a_file_that_cannot_be_begun_is_answered_with_a_page() {
        try (OpenPanel losing = PeoplePanel.losingItsDatabaseAfter(0)) {
            HttpResponse<String> answer = losing.organiser().get("/painel/inscritos.csv");

            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.headers().firstValue("content-disposition")).isEmpty();
        }
    }

    @Test
    void no_formula_stands_in_the_file() {
        Enrolled.named("=HYPERLINK(\"http://mau.example\";\"veja\")").in(panel.jdbi);

        assertThat(owner.get("/painel/inscritos.csv").body())
                .contains(";\"'=HYPERLINK(\"\"http://mau.example\"\";\"\"veja\"\")\";");
    }

    @Test
    void an_account_takes_ten_files_an_hour_and_each_is_noted() {
        Enrolled.named("Ana Lima").in(panel.jdbi);
        for (int i = 0; i < FilePages.MOST_FILES; i++) {
            assertThat(owner.get("/painel/inscritos.csv").statusCode()).isEqualTo(200);
        }

        assertThat(owner.get("/painel/inscritos.xlsx").statusCode()).isEqualTo(429);
        assertThat(panel.as(Role.EDITOR).get("/painel/inscritos.csv").statusCode())
                .isEqualTo(200);
        assertThat(rows(panel.jdbi, "SELECT subject_id FROM audit_log WHERE deed = 'export'"))
                .hasSize(FilePages.MOST_FILES + 1);
        panel.time.pass(Duration.ofMinutes(61));
        panel.entrance.sessions();
        assertThat(panel.as(Role.OWNER).get("/painel/inscritos.csv").statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_file_is_read_shown_applied_and_undone() {
        long number = Enrolled.named("Ana Lima").in(panel.jdbi);
        String file = "Número;Nome\n" + number + ";Ana de Lima\n999;Ninguém Mesmo\n";

        HttpResponse<String> read = PeoplePanel.upload(owner, "correções.csv", file.getBytes(StandardCharsets.UTF_8));

        String path = Browser.location(read);
        assertThat(path).matches("/painel/inscritos/importar/\\d+");
        assertThat(owner.get(path).body())
                .contains("<del>Ana Lima</del>", "<ins>Ana de Lima</ins>", "Nada foi mudado ainda", "Aplicar 1 linha");
        assertThat(owner.get(path + "?ver=faulty").body()).contains("Não há inscrição com este número");
        owner.submit(path + "/aplicar", Map.of());
        assertThat(rows(panel.jdbi, "SELECT full_name FROM participants")).containsExactly("Ana de Lima");
        assertThat(owner.get("/painel/inscritos/" + number).body()).contains("por planilha");
        owner.submit(path + "/desfazer", Map.of());
        assertThat(rows(panel.jdbi, "SELECT full_name FROM participants")).containsExactly("Ana Lima");
        assertThat(owner.get("/painel/inscritos/importar").body()).contains("desfeito");
    }

    @Test
    void whole_documents_of_a_file_are_noted_once_for_each_page_and_others_are_not() {
        long number = Enrolled.named("Ana Lima").in(panel.jdbi);
        String documents = "Número;Documento\n" + number + ";111.444.777-35\n";
        String names = "Número;Nome\n" + number + ";Ana de Lima\n";

        String path = Browser.location(
                PeoplePanel.upload(owner, "documentos.csv", documents.getBytes(StandardCharsets.UTF_8)));
        String other = Browser.location(PeoplePanel.upload(owner, "nomes.csv", names.getBytes(StandardCharsets.UTF_8)));

        assertThat(owner.get(path).body()).contains("529.982.247-25", "111.444.777-35");
        assertThat(owner.get(other).body()).contains("Ana de Lima");
        assertThat(rows(
                        panel.jdbi,
                        "SELECT subject_kind || ' ' || subject_id FROM audit_log WHERE deed = 'read-document'"))
                .containsExactly("import " + path.substring(path.lastIndexOf('/') + 1));
    }

    @Test
    void a_file_that_cannot_be_taken_is_told_why() {
        HttpResponse<String> answer = PeoplePanel.upload(owner, "x.xlsx", new byte[] {'P', 'K', 3, 4, 1, 2, 3});

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("O arquivo está danificado");
    }

    @Test
    void a_file_that_broke_off_can_be_gone_on_with() {
        HttpResponse<String> read = PeoplePanel.upload(
                owner,
                "a.csv",
                "Nome;E-mail;CPF;Telefone;Cidade;UF;Perfil\nJoana;j;1;2;;;\n".getBytes(StandardCharsets.UTF_8));
        String path = Browser.location(read);
        panel.jdbi.useHandle(handle -> handle.execute("UPDATE imports SET status = 'applying'"));

        assertThat(owner.get(path).body()).contains("parou no meio", "Continuar a aplicar");
        owner.submit(path + "/aplicar", Map.of());
        assertThat(owner.get(path).body()).contains("Aplicado.").doesNotContain("Continuar");
        panel.jdbi.useHandle(handle -> handle.execute("UPDATE imports SET status = 'undoing'"));
        assertThat(owner.get(path).body()).contains("parou no meio", "Continuar a desfazer");
        owner.submit(path + "/desfazer", Map.of());
        assertThat(owner.get(path).body()).contains("Desfeito.").doesNotContain("Continuar");
    }

    @Test
    void files_of_another_congress_are_not_there() {
        panel.jdbi.useHandle(
                handle -> handle.execute(
                        "INSERT INTO imports (congress_id, by_name, file_name, status, created_at) VALUES ('another', 'x', 'x', 'read', now())"));
        String path = "/painel/inscritos/importar/"
                + rows(panel.jdbi, "SELECT id FROM imports").getFirst();

        assertThat(owner.get(path).statusCode()).isEqualTo(404);
        assertThat(owner.submit(path + "/aplicar", Map.of()).statusCode()).isEqualTo(404);
        assertThat(owner.submit(path + "/descartar", Map.of()).statusCode()).isEqualTo(404);
    }
}
