package congressbot.dev.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The demo as a person sees it, in a real browser. The screenshots stay in `dev/target/screenshots`,
/// to be looked at.
final class BrowserTest {
    private static final int MARIA = 0;
    private static final int JOAO = 1;
    private static final double PATIENCE_MS = 60_000;

    /// A second reply would come within the pause of the relay.
    private static final Duration LATE_REPEATS = Duration.ofSeconds(5);

    @TempDir
    static Path data;

    private static final byte[] PDF = "%PDF-1.7".getBytes(StandardCharsets.US_ASCII);

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
        assertThat(confirmations(maria)).hasCount(2, patient());
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

    /// The organisers get mails, too: when one of them writes on her own phone, above all.
    private static Locator confirmations(ChatPage person) {
        return person.find("mail").filter(new Locator.FilterOptions().setHasText("@ufg.br"));
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
    void everything_else_that_people_do_on_their_phones() {
        ChatPage leo = newPhone("Leo");
        leo.say("quero me inscreve", "nome completo");

        leo.does("edit", leo.ownMessages().last());
        leo.type("quero me inscrever");
        assertThat(leo.ownMessages().last()).containsText("editada");
        leo.does("react", leo.botMessages().first()); // the edit may be answered meanwhile
        assertThat(leo.botMessages().first().getByTestId("reaction")).hasText("👍");
        leo.sends("contact", Map.of("contact-name", "Ana Lima", "contact-phone", "+55 62 90000-0002"));
        leo.sends("poll", Map.of("poll-question", "Vamos juntos?", "poll-options", "Sim\nNão"));
        leo.find("document-file").setInputFiles(new FilePayload("comprovante.pdf", "application/pdf", PDF));
        leo.sends("staff", Map.of("staff-text", "Oi, Leo! Aqui é a Ana, da organização."));
        assertThat(leo.page().locator("[data-from=staff]")).containsText("Do celular da organização");
        leo.type("mensagem que vou apagar");
        assertThat(leo.ownMessages()).hasCount(5);
        leo.does("delete", leo.ownMessages().last());
        assertThat(leo.ownMessages().last()).containsText("Mensagem apagada");
        assertThat(leo.ownMessages()).hasCount(5);

        TestBrowser.keep(leo.page(), "messages-1280");
        leo.page().setViewportSize(390, 844);
        leo.find("attach").click();
        assertNoSidewaysScrolling(leo.page());
        TestBrowser.keep(leo.page(), "sheet-390");
        leo.page().keyboard().press("Escape");
        leo.botMessages().first().getByTestId("message-tools").click();
        TestBrowser.keep(leo.page(), "messages-390");
        assertThat(browser.barriers(leo.page())).isEmpty();
        assertThat(leo.find("toast")).hasCount(0);
        assertThat(browser.complaints()).isEmpty();
    }

    /// As an organiser does it: the phone lets go of the bridge, and reads the code of the pairing page.
    @ParameterizedTest
    @ValueSource(strings = {"gowa", "wuzapi"})
    void a_number_that_was_unlinked_keeps_messages_waiting_until_it_is_paired(String bridge, @TempDir Path folder)
            throws IOException {
        try (DemoProcess own = DemoProcess.start(folder, "--bridge", bridge);
                Page page = phone(own, "Ivo");
                Page pairing = browser.page(own.address(), 1280, 900)) {
            ChatPage ivo = new ChatPage(page);
            ivo.find("number-act").click();
            assertThat(ivo.find("number-state")).containsText("não pareado");
            ivo.type("oi");
            assertThat(ivo.ownMessages().last()).hasAttribute("data-status", "waiting");
            TestBrowser.keep(ivo.page(), "unlinked-" + bridge + "-1280");
            pairing.navigate(ivo.link("Pareamento do número"));
            pairing.locator("#senha").fill("demonstracao");
            pairing.locator("#senha").press("Enter");
            pairing.locator("text=Mostrar o código QR").click();
            assertThat(pairing.locator("svg.qr")).isVisible(shown());
            TestBrowser.keep(pairing, "pairing-" + bridge + "-1280");

            ivo.find("number-act").click();

            assertThat(pairing.locator(".state")).containsText("Conectado", read());
            ivo.hear("Quer se inscrever agora?");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void the_other_bridge_is_played_too(@TempDir Path folder) throws IOException {
        try (DemoProcess own = DemoProcess.start(folder, "--bridge", "wuzapi", "--model", "fake");
                Page page = phone(own, "Eva")) {
            ChatPage eva = new ChatPage(page);
            assertThat(eva.find("number-state")).containsText("wuzapi");

            eva.find("attach").click();
            eva.find("sample-voice").click();
            eva.hear("🎤 entendi");
            eva.say("Eva Prado Lima", "e-mail");
            eva.find("attach").click();
            eva.find("sample-image").click();
            eva.hear("e-mail");
            eva.say("eva@ufg.com", "CPF");
            eva.does("edit", eva.ownMessages().last());
            eva.say("eva@ufg.br", "CPF");
            eva.say("!duplicado 529.982.247-25", "telefone");
            eva.say("este mesmo", "cidade");
            eva.say("Goiânia", "perfil");
            eva.tap("Estudante");
            eva.hear("Está tudo certo?");
            eva.tap("Sim, está tudo certo");
            eva.hear("Inscrição confirmada");

            assertThat(eva.find("participant")).containsText("eva@ufg.br");
            assertThat(eva.ownMessages().last()).hasAttribute("data-status", "read");
            TestBrowser.keep(eva.page(), "wuzapi-1280");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void questions_are_answered_in_the_middle_of_a_form() {
        ChatPage rita = newPhone("Rita");

        askInTheMiddle(rita);

        TestBrowser.keep(rita.page(), "questions-1280");
    }

    @Test
    void with_a_model_voice_notes_are_understood_too(@TempDir Path folder) throws IOException {
        try (DemoProcess modelled = DemoProcess.start(folder, "--model", "fake");
                Page page = phone(modelled, "Rui")) {
            ChatPage rui = new ChatPage(page);

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
        return new ChatPage(phone(demo, name));
    }

    /// To be closed before its demo is: a page complains when its server is gone.
    private static Page phone(DemoProcess demo, String name) {
        Page page = browser.page(demo.address(), 1280, 800);
        page.getByTestId("new-phone").click();
        page.getByTestId("new-phone-name").fill(name);
        page.getByTestId("new-phone-create").click();
        Locator tab = page.getByTestId("phone-tab").filter(new Locator.FilterOptions().setHasText(name));
        tab.click();
        return page;
    }

    private static void assertNoSidewaysScrolling(Page page) {
        assertThat((boolean)
                        page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .isTrue();
    }

    private static LocatorAssertions.IsVisibleOptions shown() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MS);
    }

    private static LocatorAssertions.ContainsTextOptions read() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MS);
    }

    private static LocatorAssertions.HasCountOptions patient() {
        return new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE_MS);
    }
}
