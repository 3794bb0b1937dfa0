package congressbot.dev.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.Map;

/// A person at the simulator's page.
public final class ChatPage {
    /// A reply takes its time where everything runs on two cores.
    private static final double PATIENCE_MS = 60_000;

    private final Page page;
    private int replies;

    public ChatPage(Page page) {
        this.page = page;
    }

    public Page page() {
        return page;
    }

    public void take(int phone) {
        page.getByTestId("phone-tab").nth(phone).click();
        replies = botMessages().count();
    }

    public void type(String text) {
        page.getByTestId("composer").fill(text);
        page.getByTestId("send").click();
    }

    public void tap(String option) {
        page.getByTestId("option")
                .filter(new Locator.FilterOptions().setHasText(option))
                .click();
    }

    /// Waits for the next reply of the bot, and for this text in it.
    public void hear(String text) {
        replies++;
        assertThat(botMessages()).hasCount(replies, new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE_MS));
        assertThat(botMessages().last()).containsText(text);
    }

    public void say(String text, String answer) {
        type(text);
        hear(answer);
    }

    /// Does something to a message that is there.
    public void does(String act, Locator message) {
        message.getByTestId("message-tools").click();
        message.getByTestId("tool-" + act).first().click();
    }

    /// Sends by a form of the sheet.
    ///
    /// @param fields what to fill in, by test id
    public void sends(String form, Map<String, String> fields) {
        find("attach").click();
        find(form).click();
        fields.forEach((field, value) -> find(field).fill(value));
        find(form + "-send").click();
        assertThat(find(form + "-send")).isHidden();
    }

    /// Where a door of the page leads.
    public String link(String title) {
        return page.locator("a.doorway")
                .filter(new Locator.FilterOptions().setHasText(title))
                .getAttribute("href");
    }

    public Locator find(String testId) {
        return page.getByTestId(testId);
    }

    public Locator botMessages() {
        return page.locator("[data-testid=message][data-from=bot]");
    }

    public Locator ownMessages() {
        return page.locator("[data-testid=message][data-from=person]");
    }
}
