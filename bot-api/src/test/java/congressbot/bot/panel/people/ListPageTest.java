package congressbot.bot.panel.people;

import static congressbot.bot.testing.TestDatabase.rows;
import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.account.Role;
import congressbot.bot.panel.Browser;
import congressbot.bot.panel.OpenPanel;
import congressbot.bot.testing.Crowd;
import congressbot.bot.testing.Enrolled;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListPageTest {
    private static final Pattern NAME =
            Pattern.compile("<th scope=\"row\"><a href=\"/painel/inscritos/\\d+\">([^<]+)</a>");
    private static final Pattern NEXT = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"");
    private static final Pattern BEFORE = Pattern.compile("rel=\"prev\" href=\"([^\"]+)\"");

    private final OpenPanel panel = PeoplePanel.open();
    private final Browser owner = panel.organiser();

    @AfterEach
    void close() {
        panel.close();
    }

    @Test
    void an_empty_list_tells_what_to_do() {
        assertThat(owner.get("/painel/inscritos").body()).contains("Ainda não há inscrições", "/painel/inscritos/novo");
    }

    @ParameterizedTest
    @CsvSource({"nome", "-nome", "email", "cidade", "-registered", "number", "-number", "profile", "-status", "state"})
    void every_order_shows_everybody_once_and_leads_back(String order) {
        Crowd.of(130).in(panel.jdbi);
        List<String> seen = new ArrayList<>();
        String path = "/painel/inscritos?ordem=" + order.replace("nome", "name").replace("cidade", "city");

        String first = owner.get(path).body();
        String page = first;
        seen.addAll(numbers(page));
        int pages = 1;
        for (Matcher next = NEXT.matcher(page); next.find(); next = NEXT.matcher(page)) {
            page = owner.get(plain(next.group(1))).body();
            seen.addAll(numbers(page));
            pages++;
        }
        for (Matcher back = BEFORE.matcher(page); back.find(); back = BEFORE.matcher(page)) {
            page = owner.get(plain(back.group(1))).body();
        }

        assertThat(seen).hasSize(130).doesNotHaveDuplicates();
        assertThat(pages).isEqualTo(3);
        assertThat(numbers(page)).isEqualTo(numbers(first));
    }

    @ParameterizedTest
    @CsvSource({
        "perfil=Estudante, Ana",
        "uf=SP, Rui",
        "cidade=sao, Rui",
        "situacao=cancelled, Rui",
        "canal=panel, Rui",
        "email=refused, Rui",
        "email=none, Ana",
        "de=2026-11-21, Rui",
        "ate=2026-11-20, Ana",
        "busca=rui, Rui"
    })
    void each_filter_lets_some_through(String filter, String name) {
        Enrolled.named("Ana Lima").in(panel.jdbi);
        long rui =
                Enrolled.named("Rui Prado").withCpf("11144477735").cancelled().in(panel.jdbi);
        panel.jdbi.useHandle(handle -> handle.execute(
                "UPDATE participants SET profile = 'Outro', city = 'São Paulo', state = 'SP', city_code = 3550308,"
                        + " channel = 'panel', mail = 'refused', created_at = '2026-11-21T00:05:00-03' WHERE id = ?",
                rui));

        assertThat(names(owner.get("/painel/inscritos?" + filter).body()))
                .singleElement()
                .asString()
                .startsWith(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?depois=999999999999999999",
                "?depois=99999999999999999999999",
                "?antes=-1",
                "?ordem=id;DROP",
                "?uf=ZZZ&situacao=x&email=y&de=2026-99-99&ate=tomorrow&canal=%27--",
                "?busca=%00",
                "?busca=%25%5C_&perfil=%3Cscript%3E",
                "?colunas=a,b,c"
            })
    void nonsense_in_the_address_shows_a_list(String query) {
        Enrolled.named("Ana Lima").in(panel.jdbi);

        HttpResponse<String> page = owner.get("/painel/inscritos" + query);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("<script>");
    }

    @Test
    void a_huge_address_is_no_trouble() {
        assertThat(owner.get("/painel/inscritos?busca=" + "x".repeat(5_000)).statusCode())
                .isIn(200, 414, 431);
    }

    @Test
    void whoever_is_misspelt_stands_below() {
        Enrolled.named("Thiago Albuquerque Queiroz").in(panel.jdbi);

        assertThat(owner.get("/painel/inscritos?busca=tiago+albuquerqe+queiros").body())
                .contains("Grafia parecida", "Thiago Albuquerque Queiroz");
    }

    @Test
    void while_somebody_types_only_the_result_is_sent() {
        Enrolled.named("Ana Lima").in(panel.jdbi);

        String part = owner.send(owner.to("/painel/inscritos?busca=ana")
                        .header("HX-Request", "true")
                        .GET())
                .body();

        assertThat(part).contains("Ana Lima").doesNotContain("<html", "role=\"search\"");
    }

    @Test
    void documents_are_covered_until_somebody_who_may_asks_and_that_is_noted() {
        long ana = Enrolled.named("Ana Lima").in(panel.jdbi);
        long rui = Enrolled.named("Rui Prado")
                .withCpf("11144477735")
                .withEmail("rui@ufg.br")
                .in(panel.jdbi);

        assertThat(owner.get("/painel/inscritos").body())
                .contains("•••.982.247-••")
                .doesNotContain("529.982.247-25");
        assertThat(readings()).isEmpty();
        assertThat(owner.get("/painel/inscritos?cpf=inteiro").body()).contains("529.982.247-25");
        assertThat(readings())
                .containsExactlyInAnyOrder("read-document participant " + ana, "read-document participant " + rui);
        assertThat(panel.as(Role.VIEWER).get("/painel/inscritos?cpf=inteiro").body())
                .doesNotContain("529.982.247-25");
        assertThat(readings()).hasSize(2);
    }

    @Test
    void chosen_columns_stay_in_the_address() {
        Enrolled.named("Ana Lima").in(panel.jdbi);

        assertThat(owner.get("/painel/inscritos?colunas=name,channel").body())
                .contains(">WhatsApp</span>", "ordem=name&amp;colunas=name%2Cchannel")
                .doesNotContain("pessoa@ufg.br");
    }

    @Test
    void a_view_is_saved_opened_and_deleted_by_its_owner_alone() {
        owner.submit("/painel/inscritos/vistas", Map.of("nome", "De Goiás <b>", "vista", "uf=GO&busca=ana&lixo=1"));

        String page = owner.get("/painel/inscritos").body();
        assertThat(page).contains("/painel/inscritos?busca=ana&amp;uf=GO", "De Goiás &lt;b&gt;");
        String id = rows(panel.jdbi, "SELECT id FROM panel_views").getFirst();
        Browser editor = panel.as(Role.EDITOR);
        assertThat(editor.get("/painel/inscritos").body()).doesNotContain("De Goiás");
        editor.submit("/painel/inscritos/vistas/" + id + "/apagar", Map.of());
        assertThat(rows(panel.jdbi, "SELECT name FROM panel_views")).hasSize(1);
        owner.submit("/painel/inscritos/vistas/" + id + "/apagar", Map.of());
        assertThat(rows(panel.jdbi, "SELECT name FROM panel_views")).isEmpty();
    }

    @Test
    void what_people_told_is_shown_and_not_carried_out() {
        Enrolled.named("<script>alert(1)</script> \"Zé\"").in(panel.jdbi);

        assertThat(owner.get("/painel/inscritos?busca=%3Cscript%3E").body())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script>alert");
    }

    @Test
    void who_may_not_see_documents_finds_none_by_spelling_and_few_to_the_digit() {
        Enrolled.named("Ana Lima").in(panel.jdbi);
        Browser viewer = panel.as(Role.VIEWER);
        String exact = "/painel/inscritos?busca=52998224725";
        String near = "/painel/inscritos?busca=5299822472";

        assertThat(owner.get(near).body()).contains("Ana Lima");
        assertThat(viewer.get(near).body()).doesNotContain("Ana Lima");
        for (int search = 0; search < ListPage.MOST_CPFS; search++) {
            assertThat(viewer.get(exact).body()).contains("Ana Lima").doesNotContain("faz uma pausa");
        }

        assertThat(viewer.get(exact).body())
                .contains("A busca por CPF faz uma pausa")
                .doesNotContain("Ana Lima");
        assertThat(viewer.get("/painel/inscritos?busca=ana").body()).contains("Ana Lima");
        assertThat(viewer.get("/painel/inscritos?busca=62998765432").body()).doesNotContain("faz uma pausa");
        assertThat(panel.as(Role.DOOR).get(exact).body()).contains("Ana Lima");
        assertThat(
                        rows(
                                panel.jdbi,
                                "SELECT DISTINCT subject_kind || ' ' || subject_id FROM audit_log WHERE deed = 'search-document'"))
                .containsExactly("list cpf");
        for (int pause = 0; pause < 7; pause++) {
            panel.time.pass(Duration.ofMinutes(10));
            viewer.get("/painel/inscritos");
        }
        assertThat(viewer.get(exact).body()).contains("Ana Lima");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ç", "🎉"})
    void a_view_that_is_too_long_is_told_and_not_saved_as_another(String letter) {
        String word = URLEncoder.encode(letter.repeat(60), StandardCharsets.UTF_8);
        String view = "busca=" + word + word + "&perfil=" + word + "&cidade=" + word + "&lixo=" + "x".repeat(2_000);

        HttpResponse<String> told = owner.submit("/painel/inscritos/vistas", Map.of("nome", "Longa", "vista", view));
        HttpResponse<String> huge = owner.submit(
                "/painel/inscritos/vistas", Map.of("nome", "Enorme", "vista", "busca=" + "x".repeat(9_000)));

        assertThat(told.statusCode()).isEqualTo(303);
        assertThat(huge.statusCode()).isEqualTo(303);
        assertThat(rows(panel.jdbi, "SELECT name FROM panel_views WHERE name = 'Enorme'"))
                .isEmpty();
        assertThat(rows(panel.jdbi, "SELECT name FROM panel_views WHERE query = ''"))
                .isEmpty();
    }

    private List<String> readings() {
        return rows(
                panel.jdbi,
                "SELECT deed || ' ' || subject_kind || ' ' || subject_id FROM audit_log WHERE deed = 'read-document'");
    }

    private static List<String> names(String page) {
        return NAME.matcher(page).results().map(found -> found.group(1)).toList();
    }

    private static List<String> numbers(String page) {
        return Pattern.compile("name=\"numero\" value=\"(\\d+)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static String plain(String path) {
        return path.replace("&amp;", "&");
    }
}
