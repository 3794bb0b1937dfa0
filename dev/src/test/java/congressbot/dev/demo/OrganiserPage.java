package congressbot.dev.demo;

import com.microsoft.playwright.Page;

/// How the organiser of a demo comes into the panel.
public final class OrganiserPage {
    public static final String EMAIL = "organizacao@congresso.example";
    public static final String PASSWORD = "um abacaxi por semana";

    private OrganiserPage() {}

    /// On the page of the first-run link.
    public static void choosePassword(Page page) {
        page.locator("#senha").fill(PASSWORD);
        page.locator("#senha2").fill(PASSWORD);
        page.getByText("Salvar e entrar").click();
    }

    public static void logIn(Page page) {
        page.locator("#email").fill(EMAIL);
        page.locator("#senha").fill(PASSWORD);
        page.getByText("Entrar", new Page.GetByTextOptions().setExact(true)).click();
    }
}
