package congressbot.dev.panel;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import congressbot.dev.demo.ChatPage;
import congressbot.dev.demo.DemoProcess;
import congressbot.dev.demo.OrganiserPage;
import congressbot.dev.demo.TestBrowser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// The first day of an organiser who has never seen the panel: what she does, on a desk and on a phone.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class FirstDayBrowserTest {
    private static final int MARIA = 0;
    private static final int JOAO = 1;

    /// What comes by way of the queue, the worker and the relay takes its time on two cores.
    private static final double PATIENCE_MS = 60_000;

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
    @Order(1)
    void on_a_desk() throws IOException {
        try (Page page = browser.page(demo.panel(), 1280, 900)) {
            OrganiserPage.choosePassword(page);
            liveThrough(
                    page, new Attendee(MARIA, "Wanderléia Cristina Figueiredo", "wanderleia@ufg.br", "52998224725"));
        }
    }

    @Test
    @Order(2)
    void on_a_phone() throws IOException {
        try (Page page = browser.page(demo.panelItself(), 390, 844)) {
            OrganiserPage.logIn(page);
            liveThrough(page, new Attendee(JOAO, "Thiago Matheus Albuquerque", "thiago@ufg.br", "11144477735"));
        }
    }

    /// Who writes to the bot meanwhile.
    private record Attendee(int phone, String name, String email, String cpf) {
        String misspelt() {
            return name.replace("Wanderléia", "Vanderleia")
                    .replace("Cristina", "Cristyna")
                    .replace("Thiago", "Tiago")
                    .replace("Albuquerque", "Albuquerqe");
        }

        String correctedEmail() {
            return email.replace("ufg", "ufu");
        }

        String question() {
            return phone == MARIA ? "vai ter parede de escalada?" : "tem karaoke depois das palestras?";
        }
    }

    private static void liveThrough(Page page, Attendee attendee) throws IOException {
        ChatPage chat = new ChatPage(browser.page(demo.address(), 1280, 800));
        chat.take(attendee.phone());
        register(chat, attendee);
        findByAMisspeltName(page, attendee);
        correctTheEmail(page, attendee);
        resend(page);
        takeOverAndGiveBack(page, chat);
        answerAQuestion(page, chat, attendee);
        export(page, attendee);
        assertThat(browser.complaints()).isEmpty();
    }

    private static void register(ChatPage chat, Attendee attendee) {
        chat.say("quero me inscrever", "nome completo");
        chat.say(attendee.name(), "e-mail");
        chat.say(attendee.email(), "CPF");
        chat.say(attendee.cpf(), "telefone");
        chat.say("62 99876-543" + attendee.phone(), "cidade");
        chat.say("Goiânia", "perfil");
        chat.say("Estudante", "Está tudo certo?");
        chat.say("sim", "Inscrição confirmada");
    }

    private static void findByAMisspeltName(Page page, Attendee attendee) {
        go(page, "Inscrições");
        page.locator("#busca").fill(attendee.misspelt());
        page.locator("#busca").press("Enter");
        Locator found = page.getByRole(
                AriaRole.LINK,
                new Page.GetByRoleOptions().setName(attendee.name()).setExact(true));
        assertThat(found).isVisible();
        keep(page, "found");
        found.click();
        assertThat(page.locator("h1")).hasText(attendee.name());
    }

    private static void correctTheEmail(Page page, Attendee attendee) {
        page.getByText("Corrigir", new Page.GetByTextOptions().setExact(true)).click();
        page.locator("#email").fill(attendee.correctedEmail());
        page.getByText("Salvar", new Page.GetByTextOptions().setExact(true)).click();

        Locator history = page.locator("section")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Histórico"))));
        assertThat(history).containsText(attendee.email());
        assertThat(history).containsText(attendee.correctedEmail());
        assertThat(history).containsText("Ana Lima");
        keep(page, "history");
    }

    private static void resend(Page page) {
        page.getByText("Reenviar a confirmação").click();

        assertThat(page.locator(".notice")).isVisible();
        assertThat(page.locator(".notice")).containsText("confirmação");
    }

    private static void takeOverAndGiveBack(Page page, ChatPage chat) {
        page.getByText("Abrir em Conversas").click();
        page.getByText("Assumir conversa").click();
        chat.hear("Aqui é Ana Lima");
        assertThat(page.locator(".chat-bar")).containsText("Você responde esta conversa", patient());
        chat.type("obrigada! onde retiro o crachá?");
        assertThat(page.locator("main")).containsText("onde retiro o crachá?", patient());
        page.locator("textarea[name=texto]").first().fill("No saguão, a partir das 7h.");
        page.getByText("Enviar", new Page.GetByTextOptions().setExact(true)).click();
        chat.hear("No saguão, a partir das 7h.");
        keep(page, "taken");
        page.getByText("Devolver ao bot").click();
        chat.hear("Ana Lima");
        chat.say("qual a data do evento?", "maio");
    }

    private static void answerAQuestion(Page page, ChatPage chat, Attendee attendee) {
        chat.say(attendee.question(), "");
        go(page, "Perguntas");
        Locator question =
                page.locator("a.know-question").filter(new Locator.FilterOptions().setHasText(attendee.question()));
        reloadUntilVisible(page, question);
        question.first().click();
        page.locator("[name=resposta]").fill("Sim, no Pavilhão Araguaia, porta " + attendee.phone() + ".");
        page.locator("[name=avisar]").check();
        page.getByText("Publicar resposta").click();
        assertThat(page.locator("main")).containsText("Respondida por Ana Lima");
        keep(page, "answered");
        chat.hear("Pavilhão Araguaia, porta " + attendee.phone());
    }

    /// What was asked is grouped within seconds, by a ticker.
    private static void reloadUntilVisible(Page page, Locator wanted) {
        await().atMost(Duration.ofMinutes(1)).until(() -> {
            page.reload();
            return wanted.count() > 0;
        });
    }

    private static void export(Page page, Attendee attendee) throws IOException {
        go(page, "Inscrições");
        Download file = page.waitForDownload(() -> page.getByText("Excel", new Page.GetByTextOptions().setExact(true))
                .click());

        assertThat(file.suggestedFilename()).endsWith(".xlsx");
        try (InputStream stream = file.createReadStream();
                ReadableWorkbook book = new ReadableWorkbook(stream)) {
            List<Row> rows = book.getFirstSheet().read();
            assertThat(rows.stream().flatMap(Row::stream).map(cell -> cell == null ? "" : cell.getText()))
                    .contains(attendee.name(), attendee.correctedEmail());
        }
    }

    private static void go(Page page, String tab) {
        page.locator(".tabs")
                .getByText(tab, new Locator.GetByTextOptions().setExact(true))
                .click();
    }

    private static void keep(Page page, String name) {
        TestBrowser.keep(page, "first-day-" + name + "-" + page.viewportSize().width);
    }

    private static LocatorAssertions.ContainsTextOptions patient() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MS);
    }
}
