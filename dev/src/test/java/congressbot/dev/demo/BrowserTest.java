package congressbot.dev.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The demo as a person sees it, in a real browser. The screenshots stay in `dev/target/screenshots`, to be looked at.
final class BrowserTest {
    private static final int MARIA = 0;
    private static final int JOAO = 1;
    private static final double PATIENCE_MS = 60_000;

    /// A second reply would come within the pause of the relay.
    private static final Duration LATE_REPEATS = Duration.ofSeconds(5);

    @TempDir
    static Path data;

    private static TestBrowser browser;
    private static DemoProcess demo;

    @BeforeAll
    static void open() throws Exception {
        browser = TestBrowser.open();
        demo = DemoProcess.start(data);
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
    void two_people_register_at_once_one_by_typing_and_one_by_tapping() {
        ChatPage maria = new ChatPage(browser.page(demo.address(), 1280, 800));
        ChatPage joao = new ChatPage(browser.page(demo.address(), 390, 844));
        maria.take(MARIA);
        joao.take(JOAO);

        maria.say("quero me inscrever", "nome completo");
        joao.say("oi", "Quer se inscrever agora?");
        maria.say("Maria da Silva", "e-mail");
        joao.tap("Sim, quero me inscrever");
        joao.hear("nome completo");
        maria.say("maria@ufg.br", "CPF");
        joao.say("João Souza", "e-mail");
        maria.say("529.982.247-25", "telefone");
        joao.say("joao@ufg.br", "CPF");
        maria.say("este mesmo", "cidade");
        joao.say("11144477735", "telefone");
        maria.say("Goiânia", "perfil");
        joao.say("este mesmo", "cidade");
        maria.say("1", "Está tudo certo?");
        joao.say("Bom Jesus", "estado");
        TestBrowser.keep(joao.page(), "phone-options-390");
        joao.tap("PI");
        joao.hear("perfil");
        maria.say("sim", "Inscrição confirmada");
        joao.tap("Produtor(a) rural");
        joao.hear("Está tudo certo?");
        joao.tap("Sim, está tudo certo");
        joao.hear("Inscrição confirmada");

        assertThat(maria.find("participant")).hasCount(2);
        assertThat(maria.find("participant").first()).containsText("João Souza");
        assertThat(maria.find("mail")).hasCount(2, patient());
        assertThat(maria.ownMessages().last()).hasAttribute("data-status", "read");
        TestBrowser.keep(maria.page(), "registered-1280");
        TestBrowser.keep(joao.page(), "registered-390");

        openTheMail(maria);
        joao.find("view-participants").click();
        TestBrowser.keep(joao.page(), "participants-390");
        assertNoSidewaysScrolling(joao.page());
        try (Page first = browser.page(demo.panel(), 1280, 800)) {
            OrganiserPage.choosePassword(first);
            readTheList(first, 1280);
        }
        try (Page phone = browser.page(demo.panelItself(), 390, 844)) {
            OrganiserPage.logIn(phone);
            readTheList(phone, 390);
        }
        assertThat(browser.complaints()).isEmpty();
    }

    private static void readTheList(Page page, int width) {
        assertThat(page.locator("body")).containsText("Maria da Silva");
        assertThat(page.locator("body")).containsText("•••.982.247-••");
        TestBrowser.keep(page, "panel-" + width);
        assertNoSidewaysScrolling(page);
        page.locator("[name=busca]").fill("joao");
        page.locator("[name=busca]").press("Enter");
        assertThat(page.locator("body")).containsText("João Souza");
        assertThat(page.locator("body")).not().containsText("Maria da Silva");
    }

    private static void openTheMail(ChatPage person) {
        person.find("mail")
                .filter(new Locator.FilterOptions().setHasText("maria@ufg.br"))
                .click();
        assertThat(person.find("mail-open")).containsText("maria@ufg.br");
        assertThat(person.page().frameLocator("[data-testid=mail-open] iframe").locator("body"))
                .containsText("sua inscrição está confirmada");
        TestBrowser.keep(person.page(), "mail-1280");
    }

    @Test
    void what_goes_wrong_at_the_bridge_is_answered_once() {
        ChatPage ana = newPhone("Ana");

        ana.say("!duplicado oi", "Quer se inscrever agora?");
        ana.say("!falha sim", "nome completo");
        ana.say("!lento Ana Lima", "e-mail");
        ana.say("!fora-do-ar ana@ufg.br", "CPF");

        assertThat(ana.find("magic")).hasText(new String[] {"!duplicado", "!falha", "!lento", "!fora-do-ar"});
        await().pollInSameThread()
                .during(LATE_REPEATS)
                .until(() -> ana.botMessages().count() == 4);
        TestBrowser.keep(ana.page(), "magic-words-1280");
        ana.page().reload();
        assertThat(ana.find("magic")).hasCount(4); // a window keeps its phone
    }

    @Test
    void what_people_write_is_text_and_nothing_else() {
        String hostile = "<img src=x onerror=alert(1)><script>alert(2)</script>";
        ChatPage eve = newPhone("<b>Eve</b>");

        eve.say(hostile, "");

        assertThat(eve.ownMessages().last()).containsText(hostile);
        assertThat(eve.page().locator("li img, li script, li b")).hasCount(0);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void voice_image_and_location_reach_the_bot() {
        ChatPage bia = newPhone("Bia");

        bia.find("attach").click();
        bia.find("sample-voice").click();
        bia.hear("");
        bia.find("mic").click();
        assertThat(bia.find("recording")).isVisible();
        bia.page().waitForCondition(() -> !bia.find("recording").textContent().contains("0:00"));
        bia.find("voice-send").click();
        bia.hear("");
        bia.find("attach").click();
        bia.find("sample-image").click();
        bia.hear("");
        bia.find("attach").click();
        bia.find("location").click();
        bia.find("place").first().click();
        bia.hear("");

        assertThat(bia.ownMessages()).hasCount(4);
        assertThat(bia.find("toast")).hasCount(0);
        TestBrowser.keep(bia.page(), "attachments-1280");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void questions_are_answered_in_the_middle_of_a_form() {
        ChatPage rita = newPhone("Rita");

        askInTheMiddle(rita);

        TestBrowser.keep(rita.page(), "questions-1280");
    }

    @Test
    void with_a_model_voice_notes_are_understood_too(@TempDir Path folder) throws IOException {
        try (DemoProcess modelled = DemoProcess.start(folder, "--model", "fake")) {
            ChatPage rui = newPhone(modelled, "Rui");

            askInTheMiddle(rui);
            rui.find("attach").click();
            rui.find("sample-voice").click();
            rui.hear("🎤 entendi");

            TestBrowser.keep(rui.page(), "questions-with-a-model-1280");
        }
    }

    private static void askInTheMiddle(ChatPage person) {
        person.say("oi quero me inscrever", "nome completo");
        person.say("Rita Lobo Cavalcanti", "e-mail");
        person.say("tem estacionamento aí? quanto custa pra moto", "R$ 8");
        person.say("rita@ufg.br", "CPF");
        person.say("vai ter piscina?", "secretaria@cbas2027.example");
    }

    private static ChatPage newPhone(String name) {
        return newPhone(demo, name);
    }

    private static ChatPage newPhone(DemoProcess demo, String name) {
        Page page = browser.page(demo.address(), 1280, 800);
        page.getByTestId("new-phone").click();
        page.getByTestId("new-phone-name").fill(name);
        page.getByTestId("new-phone-create").click();
        Locator tab = page.getByTestId("phone-tab").filter(new Locator.FilterOptions().setHasText(name));
        tab.click();
        return new ChatPage(page);
    }

    private static void assertNoSidewaysScrolling(Page page) {
        assertThat((boolean)
                        page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .isTrue();
    }

    private static LocatorAssertions.HasCountOptions patient() {
        return new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE_MS);
    }
}
