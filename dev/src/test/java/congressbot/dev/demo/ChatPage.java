package congressbot.dev.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;

/// A person at the simulator's page.
final class ChatPage {
    /// A reply takes its time where everything runs on two cores.
    private static final double PATIENCE_MS = 60_000;

    private final Page page;
    private int replies;

    ChatPage(Page page) {
        this.page = page;
    }

    Page page() {
        return page;
    }

    void take(int phone) {
        page.getByTestId("phone-tab").nth(phone).click();
        replies = botMessages().count();
    }

    void type(String text) {
        page.getByTestId("composer").fill(text);
        page.getByTestId("send").click();
    }

    void tap(String option) {
        page.getByTestId("option")
                .filter(new Locator.FilterOptions().setHasText(option))
                .click();
    }

    /// Waits for the next reply of the bot, and for this text in it.
    void hear(String text) {
        replies++;
        assertThat(botMessages()).hasCount(replies, new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE_MS));
        assertThat(botMessages().last()).containsText(text);
    }

    void say(String text, String answer) {
        type(text);
        hear(answer);
    }

    Locator find(String testId) {
        return page.getByTestId(testId);
    }

    Locator botMessages() {
        return page.locator("[data-testid=message][data-from=bot]");
    }

    Locator ownMessages() {
        return page.locator("[data-testid=message][data-from=person]");
    }
}
