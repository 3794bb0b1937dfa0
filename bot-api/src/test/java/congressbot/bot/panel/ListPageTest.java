package congressbot.bot.panel;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.testing.Enrolled;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ListPageTest {
    private static final Pattern NAME = Pattern.compile("<strong>(Pessoa [0-9]+)</strong>");
    private static final Pattern OLDER = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"");
    private static final Pattern NEWER = Pattern.compile("rel=\"prev\" href=\"([^\"]+)\"");

    private final OpenPanel panel = OpenPanel.at("http://localhost:8080");
    private final Browser organiser = panel.organiser();

    @AfterEach
    void close() {
        panel.close();
    }

    @Test
    void a_registration_is_shown_with_its_document_masked() {
        long number = Enrolled.named("Maria da Conceição").in(panel.jdbi);

        String page = organiser.get("/painel").body();

        assertThat(page)
                .contains(
                        ">" + number + "<",
                        "Maria da Conceição",
                        "pessoa@ufg.br",
                        "•••.982.247-••",
                        "+55 62 99876-5432",
                        "Goiânia/GO",
                        "Estudante",
                        "confirmada",
                        "20/11/2026 12:05")
                .doesNotContain("52998224725", "529.982.247-25");
    }

    @Test
    void a_foreigner_is_shown_with_country_and_masked_passport() {
        Enrolled.named("Ana Sousa").withCpf("").cancelled().in(panel.jdbi);

        String page = organiser.get("/painel").body();

        assertThat(page).contains("Lisboa/PT", "•••••456", "cancelada").doesNotContain("AB123456");
    }

    @Test
    void another_congress_is_not_shown() {
        Enrolled.named("Maria da Silva").of("another").in(panel.jdbi);

        assertThat(organiser.get("/painel").body())
                .contains("Ainda não há inscrições")
                .doesNotContain("Maria");
        assertThat(organiser.get("/painel?busca=maria").body()).contains("Nenhuma inscrição encontrada");
        assertThat(organiser.get("/painel/inscritos.csv").body()).doesNotContain("Maria");
    }

    @Test
    void what_people_typed_stays_text() {
        Enrolled.named("<script>alert(1)</script>\" onmouseover=\"x").in(panel.jdbi);

        String page = organiser
                .get("/painel?busca=" + Browser.encoded("\"><img src=x onerror=alert(1)>"))
                .body();

        assertThat(organiser.get("/painel").body())
                .contains("&lt;script&gt;alert(1)")
                .doesNotContain("<script");
        assertThat(page).contains("&lt;img src=x").doesNotContain("<img", "\"><");
    }

    @Test
    void fifty_stand_on_a_page_and_the_links_lead_through_all_of_them() {
        IntStream.rangeClosed(1, 120)
                .forEach(i -> Enrolled.named("Pessoa " + i)
                        .withCpf(String.format("%011d", i))
                        .in(panel.jdbi));

        String first = organiser.get("/painel").body();
        String second = organiser.get(link(OLDER, first)).body();
        String third = organiser.get(link(OLDER, second)).body();
        String back = organiser.get(link(NEWER, third)).body();

        assertThat(names(first)).hasSize(50).startsWith("Pessoa 120").endsWith("Pessoa 71");
        assertThat(names(second)).hasSize(50).startsWith("Pessoa 70").endsWith("Pessoa 21");
        assertThat(names(third)).hasSize(20).startsWith("Pessoa 20").endsWith("Pessoa 1");
        assertThat(back).isEqualTo(second);
        assertThat(NEWER.matcher(first).find()).isFalse();
        assertThat(OLDER.matcher(third).find()).isFalse();
        assertThat(names(organiser.get(link(NEWER, second)).body())).isEqualTo(names(first));
        assertThat(first).contains("<dd>120</dd>");
    }

    @Test
    void a_page_stays_the_same_while_others_register() {
        IntStream.rangeClosed(1, 60)
                .forEach(i -> Enrolled.named("Pessoa " + i)
                        .withCpf(String.format("%011d", i))
                        .in(panel.jdbi));
        String older = link(OLDER, organiser.get("/painel").body());
        List<String> before = names(organiser.get(older).body());

        Enrolled.named("Pessoa 61").withCpf("00000000061").in(panel.jdbi);

        assertThat(names(organiser.get(older).body())).isEqualTo(before);
    }

    @Test
    void the_links_keep_the_search() {
        IntStream.rangeClosed(1, 60)
                .forEach(i -> Enrolled.named("Pessoa " + i)
                        .withCpf(String.format("%011d", i))
                        .in(panel.jdbi));

        String page = organiser
                .get("/painel?busca=" + Browser.encoded("pessoa & @ufg"))
                .body();

        assertThat(organiser
                        .get("/painel?busca=" + Browser.encoded("PESSOA @ufg"))
                        .body())
                .contains("busca=PESSOA+%40ufg\"");
        assertThat(page).contains("value=\"pessoa &amp; @ufg\"", "Nenhuma inscrição encontrada");
    }

    @Test
    void no_address_breaks_the_page() {
        Enrolled.named("Maria da Silva").in(panel.jdbi);

        for (String query : List.of(
                "antes=1",
                "antes=-9223372036854775808",
                "antes=9223372036854775807",
                "antes=99999999999999999999",
                "antes=x",
                "antes=",
                "depois=0",
                "depois=9223372036854775807",
                "antes=5&depois=5",
                "busca=%00",
                "busca=%ff",
                "busca=%ED%A0%80",
                "busca=%25",
                "busca=a&busca=b")) {
            assertThat(organiser.get("/painel?" + query).statusCode()).as(query).isEqualTo(200);
        }
    }

    private static List<String> names(String page) {
        return NAME.matcher(page)
                .results()
                .map((MatchResult name) -> name.group(1))
                .toList();
    }

    private static String link(Pattern kind, String page) {
        Matcher link = kind.matcher(page);
        assertThat(link.find()).isTrue();
        return link.group(1).replace("&amp;", "&");
    }
}
