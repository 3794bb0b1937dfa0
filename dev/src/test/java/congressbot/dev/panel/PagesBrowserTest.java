package congressbot.dev.panel;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import congressbot.dev.demo.ChatPage;
import congressbot.dev.demo.DemoProcess;
import congressbot.dev.demo.OrganiserPage;
import congressbot.dev.demo.TestBrowser;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// Every page of the panel, empty, full and with a mistake, at two widths: no barrier, nothing sideways, no complaint
/// of
/// the browser, and a screenshot in `dev/target/screenshots`, to be looked at.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class PagesBrowserTest {
    private static final int MARIA = 0;
    private static final int JOAO = 1;
    private static final Map<Integer, Integer> SIZES = Map.of(1280, 900, 390, 844);

    private static final Map<String, String> PAGES = pages();

    /// Pages that show one thing, once there is one.
    private static final Map<String, String> THINGS = Map.of(
            "person", "/painel/inscritos/1",
            "chat", "/painel/conversas/2",
            "question", "/painel/perguntas/1",
            "document", "/painel/conhecimento/01-programacao.md",
            "versions", "/painel/conhecimento/01-programacao.md/versoes");

    private static final Map<String, String> MISTAKES = Map.of(
            "nothing-found", "/painel/inscritos?busca=Nabucodonosor",
            "not-there", "/painel/inscritos/987654",
            "no-page", "/painel/nada",
            "no-invitation", "/painel/convite/nenhum");

    /// Whoever sends it hopes that somebody's browser carries it out.
    private static final String HOSTILE =
            "<img src=x onerror=\"document.title='feito'\"><script>document.title='feito'</script>";

    @TempDir
    static Path data;

    private static TestBrowser browser;
    private static DemoProcess demo;
    private static Page page;

    private static Map<String, String> pages() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("people", "/painel/inscritos");
        pages.put("people-new", "/painel/inscritos/novo");
        pages.put("people-import", "/painel/inscritos/importar");
        pages.put("chats", "/painel/conversas");
        pages.put("canned", "/painel/respostas");
        pages.put("questions", "/painel/perguntas");
        pages.put("knowledge", "/painel/conhecimento");
        pages.put("knowledge-new", "/painel/conhecimento/novo");
        pages.put("figures", "/painel/numeros");
        pages.put("phones", "/painel/numeros/telefones");
        pages.put("accounts", "/painel/contas");
        pages.put("audit", "/painel/registro");
        pages.put("own", "/painel/conta");
        return pages;
    }

    @BeforeAll
    static void open() throws Exception {
        browser = TestBrowser.open();
        demo = DemoProcess.start(data);
        page = browser.page(demo.panel(), 1280, 900);
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
        if (demo != null) {
            demo.close();
        }
    }

    @Test
    @Order(1)
    void before_anybody_came() {
        look("choose");
        OrganiserPage.choosePassword(page);

        assertThat(barriers("empty", PAGES)).isEmpty();
    }

    @Test
    @Order(2)
    void with_people_chats_and_questions() {
        ChatPage maria = new ChatPage(browser.page(demo.address(), 1280, 800));
        maria.take(MARIA);
        maria.say("quero me inscrever", "nome completo");
        for (String answer : List.of("Maria da Silva", "maria@ufg.br", "52998224725", "62 99876-5432", "Goiânia")) {
            maria.say(answer, "");
        }
        maria.say("Estudante", "Está tudo certo?");
        maria.say("sim", "Inscrição confirmada");
        ChatPage joao = new ChatPage(browser.page(demo.address(), 1280, 800));
        joao.take(JOAO);
        joao.say("vai ter parede de escalada?", "");
        joao.say(HOSTILE, "");
        joao.say("quero falar com um atendente", "");
        await().atMost(Duration.ofMinutes(1)).until(() -> {
            page.navigate(address("/painel/perguntas"));
            return page.locator("a.know-question").count() > 0;
        });

        assertThat(barriers("full", PAGES)).isEmpty();
        assertThat(barriers("full", THINGS)).isEmpty();
        assertThat(page.title()).doesNotContain("feito");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    @Order(3)
    void in_the_dark() {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));

        assertThat(barriers("dark", PAGES)).isEmpty();
        assertThat(barriers("dark", THINGS)).isEmpty();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    @Test
    @Order(4)
    void by_keyboard_alone() {
        page.setViewportSize(1280, 900);
        page.navigate(address("/painel/inscritos"));
        page.keyboard().press("Tab");
        assertThat(page.locator(":focus")).hasText("Ir para o conteúdo");
        page.keyboard().press("Enter");
        page.locator("#busca").focus();
        page.keyboard().type("maria silva");
        page.keyboard().press("Enter");
        assertThat(page.locator("#resultado")).containsText("Uma inscrição encontrada");

        List<String> reached = new ArrayList<>();
        for (int i = 0; i < 60 && !reached.contains("Maria da Silva"); i++) {
            page.keyboard().press("Tab");
            reached.add(page.locator(":focus").innerText().strip());
        }
        page.keyboard().press("Enter");

        assertThat(reached).contains("Maria da Silva");
        assertThat(page.locator("h1")).hasText("Maria da Silva");
    }

    @Test
    @Order(5)
    void with_mistakes() {
        List<String> found = new ArrayList<>(barriers("error", MISTAKES));
        page.navigate(address("/painel/inscritos/novo"));
        page.locator("#name").fill("M");
        page.getByText("Inscrever", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("main [role=alert]").first()).isVisible();
        found.addAll(look("error-people-new"));
        page.navigate(address("/painel/contas"));
        page.locator("[name=nome]").fill("Ana Souza");
        page.locator("[name=email]").fill(OrganiserPage.EMAIL);
        page.getByText("Criar o convite").click();
        assertThat(page.locator("main [role=alert]").first()).containsText("Já existe uma conta");
        found.addAll(look("error-accounts"));
        page.locator(".who button").click();
        page.locator("#email").fill(OrganiserPage.EMAIL);
        page.locator("#senha").fill("outra senha qualquer");
        page.getByText("Entrar", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("main [role=alert]")).containsText("não conferem");
        found.addAll(look("error-login"));

        assertThat(found).isEmpty();
    }

    private static List<String> barriers(String state, Map<String, String> paths) {
        List<String> found = new ArrayList<>();
        paths.forEach((name, path) -> {
            page.navigate(address(path));
            found.addAll(look(state + "-" + name));
        });
        return found;
    }

    /// What is wrong with the page that is open, at both widths.
    private static List<String> look(String name) {
        List<String> found = new ArrayList<>();
        SIZES.forEach((width, height) -> {
            page.setViewportSize(width, height);
            if ((boolean) page.evaluate("() => document.documentElement.scrollWidth > window.innerWidth")) {
                found.add(name + " at " + width + ": wider than the window");
            }
            browser.barriers(page).forEach(barrier -> found.add(name + " at " + width + ": " + barrier));
            TestBrowser.keep(page, "panel-" + name + "-" + width);
        });
        return found;
    }

    private static String address(String path) {
        return demo.panelItself().replaceFirst("/painel$", path);
    }
}
