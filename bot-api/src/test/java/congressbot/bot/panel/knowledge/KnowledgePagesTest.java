package congressbot.bot.panel.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.account.Account;
import congressbot.bot.account.Role;
import congressbot.bot.panel.Browser;
import congressbot.bot.panel.OpenPanel;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnowledgePagesTest {
    private static final String PARKING = "/painel/conhecimento/06-estacionamento.md";
    private static final String NAME = "06-estacionamento.md";
    private static final String POOL = "# Piscina\n\n## Tem piscina?\n\nSim, das 9h às 18h.\n";

    private final KnownHouse house = new KnownHouse();
    private final Browser editor = house.editor;

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void the_documents_are_listed_with_their_titles_and_where_they_come_from() {
        String page = editor.get("/painel/conhecimento").body();

        assertThat(page).contains("Estacionamento", NAME, "pasta do congresso", "Dados do congresso");
    }

    @Test
    void a_text_is_previewed_without_being_published_and_without_html_of_its_own() {
        String text = """
                # Vaga

                **Negrito**, [site](https://cbas2027.example) e [truque](javascript:alert)

                | Carro | R$ 20 |
                |---|---|
                | Moto | R$ 8 |

                - um
                - dois

                > citado
                """;

        HttpResponse<String> page = editor.submit(PARKING, house.form(NAME, text, "previa"));

        assertThat(page.body())
                .contains(
                        "<strong>Negrito</strong>", "href=\"https://cbas2027.example\"", "<th scope=\"col\">Carro</th>")
                .contains("truque")
                .doesNotContain("href=\"javascript:");
        assertThat(house.rows("SELECT id FROM knowledge_documents WHERE origin = 'panel'"))
                .isEmpty();
    }

    @Test
    void a_published_text_is_a_version_by_her_and_the_old_one_can_be_compared_and_restored() {
        String before = house.newest(NAME);
        String old = house.rows("SELECT content FROM knowledge_documents WHERE id = " + before)
                .getFirst();

        HttpResponse<String> saved = editor.submit(PARKING, house.form(NAME, old.replace("R$ 8", "R$ 9"), "salvar"));
        String versions = editor.get(PARKING + "/versoes").body();
        HttpResponse<String> restored =
                editor.submit(PARKING + "/restaurar", Map.of("versao", before, "base", house.newest(NAME)));

        assertThat(Browser.location(saved)).isEqualTo(PARKING + "?aviso=knowledge-saved");
        assertThat(versions).contains("Conta owner", "know-gone", "R$ 8", "know-new", "R$ 9");
        assertThat(restored.statusCode()).isEqualTo(303);
        assertThat(house.rows("SELECT content FROM knowledge_documents WHERE id = " + house.newest(NAME)))
                .containsExactly(old);
    }

    @Test
    void the_second_of_two_editors_sees_the_difference_and_keeps_her_text() {
        Map<String, String> first = house.form(NAME, POOL, "salvar");
        Map<String, String> second = house.form(NAME, POOL.replace("9h", "< 10h"), "salvar");
        editor.submit(PARKING, first);

        HttpResponse<String> conflict = editor.submit(PARKING, second);

        assertThat(conflict.statusCode()).isEqualTo(409);
        assertThat(conflict.body())
                .contains("Outra pessoa salvou enquanto você escrevia", "know-new", "&lt; 10h")
                .contains("name=\"base\" value=\"" + house.newest(NAME) + "\"");
        assertThat(house.rows("SELECT id FROM knowledge_documents WHERE origin = 'panel'"))
                .hasSize(1);
    }

    @Test
    void what_is_wrong_is_told_with_its_line_and_the_text_stays() {
        HttpResponse<String> refused =
                editor.submit(PARKING, house.form(NAME, "# Vaga\n\n<script>alert(1)</script>\n", "salvar"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("Linha 3:", "HTML não é aceito", "&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script>alert");
    }

    @Test
    void the_bot_is_asked_with_the_text_in_the_field() {
        String text = "# Estacionamento\n\n## Tem vaga para caminhão?\n\nSim, no pátio azul.\n";
        Map<String, String> form = Map.of(
                "base", house.newest(NAME), "texto", text, "acao", "perguntar", "pergunta", "tem vaga para caminhão?");

        String page = editor.submit(PARKING, form).body();

        assertThat(page).contains("Trecho do conhecimento", "no pátio azul");
        assertThat(house.rows("SELECT id FROM knowledge_documents WHERE origin = 'panel'"))
                .isEmpty();
    }

    @Test
    void what_is_published_can_be_asked_from_the_list() {
        String known = editor.submit(
                        "/painel/conhecimento/perguntar", Map.of("pergunta", "quanto custa estacionar a moto?"))
                .body();
        String unknown = editor.submit("/painel/conhecimento/perguntar", Map.of("pergunta", "tem <b>piscina</b>?"))
                .body();

        assertThat(known).contains("R$ 8", "De onde vem");
        assertThat(unknown).contains("Ninguém sabe", "tem &lt;b&gt;piscina").doesNotContain("<b>piscina");
    }

    @Test
    void the_facts_of_the_congress_are_previewed_as_the_bot_says_them_and_published() {
        String yaml = house.rows("SELECT content FROM knowledge_documents WHERE name = 'congress.yaml:text'")
                .getFirst();
        String changed = yaml.replace("das 8h às 18h", "das 7h às 19h");
        String path = "/painel/conhecimento/congress.yaml";

        String preview = editor.submit(path, house.form("congress.yaml:text", changed, "previa"))
                .body();
        HttpResponse<String> saved = editor.submit(path, house.form("congress.yaml:text", changed, "salvar"));
        KnownHouse.look(house.library);

        assertThat(preview).contains("O que o bot dirá", "das 7h às 19h");
        assertThat(Browser.location(saved)).isEqualTo(path + "?aviso=congress-saved");
        assertThat(house.library.congress("default").orElseThrow().hours()).contains("das 7h às 19h");
    }

    @Test
    void the_bot_is_asked_with_facts_that_are_not_published() {
        String yaml = house.rows("SELECT content FROM knowledge_documents WHERE name = 'congress.yaml:text'")
                .getFirst();
        Map<String, String> form = Map.of(
                "base",
                house.newest("congress.yaml:text"),
                "texto",
                yaml.replace("das 8h às 18h", "das 7h às 19h"),
                "acao",
                "perguntar",
                "pergunta",
                "quando vai ser o congresso?");

        String page = editor.submit("/painel/conhecimento/congress.yaml", form).body();
        String published = editor.submit(
                        "/painel/conhecimento/perguntar", Map.of("pergunta", "quando vai ser o congresso?"))
                .body();

        assertThat(page.substring(page.indexOf("know-said"))).contains("das 7h às 19h");
        assertThat(published).contains("das 8h às 18h");
    }

    @Test
    void faults_of_the_congress_are_told_in_portuguese_with_their_lines() {
        String yaml = house.rows("SELECT content FROM knowledge_documents WHERE name = 'congress.yaml:text'")
                .getFirst();

        String page = editor.submit(
                        "/painel/conhecimento/congress.yaml",
                        house.form("congress.yaml:text", yaml.replaceFirst("start: .*", "start: amanhã"), "salvar"))
                .body();

        assertThat(page).contains("Linha 12:", "start não é uma data na forma 2027-05-18", "start: amanhã");
    }

    @Test
    void a_new_document_is_named_after_its_title_and_an_existing_one_is_not_overwritten() {
        Map<String, String> form = Map.of("titulo", "Piscina & Sauna", "texto", "## Tem sauna?\n\nSim.\n");

        HttpResponse<String> first = editor.submit("/painel/conhecimento/novo", form);
        HttpResponse<String> second = editor.submit("/painel/conhecimento/novo", form);

        assertThat(Browser.location(first)).startsWith("/painel/conhecimento/piscina-sauna.md");
        assertThat(house.rows("SELECT content FROM knowledge_documents WHERE name = 'piscina-sauna.md'"))
                .containsExactly("# Piscina & Sauna\n\n## Tem sauna?\n\nSim.\n");
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("Já existe um documento com esse nome", "## Tem sauna?");
    }

    @Test
    void a_deleted_document_is_listed_as_such_and_comes_back_from_its_versions() {
        String old = house.newest(NAME);

        editor.submit(PARKING + "/apagar", Map.of("base", old));
        String list = editor.get("/painel/conhecimento").body();
        editor.submit(PARKING + "/restaurar", Map.of("versao", old, "base", house.newest(NAME)));

        assertThat(list).contains("Apagados (1)");
        assertThat(editor.get("/painel/conhecimento").body()).doesNotContain("Apagados");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# <script>alert(1)</script>\n\nx\n",
                "# <img src=x onerror=alert(1)>\n\nx\n",
                "# \"><svg/onload=alert(1)>\n\nx\n",
                "# `<b>` ${7*7} {{x}}\n\n[a](data:text/html,x) ![x](javascript:x)\n"
            })
    void nothing_of_a_document_becomes_a_part_of_a_page(String text) {
        house.jdbi()
                .useHandle(handle -> handle.createUpdate("""
                        UPDATE knowledge_documents SET content = :text WHERE id = :id
                        """)
                        .bind("text", text)
                        .bind("id", Long.parseLong(house.newest(NAME)))
                        .execute());
        house.jdbi()
                .useHandle(handle -> handle.createUpdate(
                                "UPDATE knowledge_passages SET title = :text, heading = :text, body = :text")
                        .bind("text", text)
                        .execute());

        for (String path : List.of("", "/versoes")) {
            assertThat(editor.get(PARKING + path).body())
                    .doesNotContain("<script>alert", "<img src", "<svg/", "href=\"data:text", "src=\"javascript:");
        }
        assertThat(editor.get("/painel/conhecimento").body()).doesNotContain("<script>alert", "<img src", "<svg/");
        assertThat(editor.submit(PARKING, house.form(NAME, text, "previa")).body())
                .doesNotContain("<script>alert", "<img src", "<svg/", "href=\"data:text", "src=\"javascript:");
    }

    @Test
    void what_is_of_another_congress_is_not_there() {
        Account eva = house.panel.addAccount("other", "eva@congresso.example", Role.OWNER);
        Browser stranger = house.panel.browser();
        stranger.logIn(eva.email(), OpenPanel.PASSWORD);
        String id = house.newest(NAME);

        assertThat(stranger.get(PARKING).statusCode()).isEqualTo(404);
        assertThat(stranger.get(PARKING + "/versoes?de=" + id + "&ate=" + id).statusCode())
                .isEqualTo(404);
        assertThat(stranger.submit(PARKING, Map.of("base", id, "texto", POOL, "acao", "salvar"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(stranger.submit(PARKING + "/apagar", Map.of("base", id)).statusCode())
                .isEqualTo(404);
        assertThat(stranger.submit(PARKING + "/restaurar", Map.of("base", id, "versao", id))
                        .statusCode())
                .isEqualTo(404);
        assertThat(stranger.get("/painel/conhecimento").body()).doesNotContain(NAME);
        assertThat(house.newest(NAME)).isEqualTo(id);
    }

    @Test
    void a_version_of_another_document_is_neither_compared_nor_restored() {
        String other = house.newest("07-hospedagem.md");

        assertThat(editor.get(PARKING + "/versoes?de=" + other + "&ate=" + other)
                        .body())
                .doesNotContain("Diferença");
        assertThat(editor.submit(PARKING + "/restaurar", Map.of("versao", other, "base", house.newest(NAME)))
                        .statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"..%2F..%2Fetc", "congress.yaml:text", "nada.md", "%00.md", "congress.yaml%2F.."})
    void what_does_not_exist_is_not_there(String name) {
        assertThat(editor.get("/painel/conhecimento/" + name).statusCode()).isIn(400, 404);
    }

    @Test
    void a_huge_text_is_refused_and_kept() {
        HttpResponse<String> page =
                editor.submit(PARKING, house.form(NAME, "# A\n\n" + "a b. ".repeat(60_000), "salvar"));

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("o texto passa de 256 KB", "a b. a b. ");
    }

    @Test
    void who_may_not_edit_sees_nothing_of_it() {
        Browser support = house.panel.as(Role.SUPPORT);

        assertThat(support.get("/painel/conhecimento").statusCode()).isEqualTo(403);
        assertThat(support.get("/painel/perguntas").statusCode()).isEqualTo(403);
        assertThat(support.submit(PARKING, house.form(NAME, POOL, "salvar")).statusCode())
                .isEqualTo(403);
    }
}
