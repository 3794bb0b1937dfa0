package congressbot.dev.demo;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/// A headless Chromium. What its pages complain about is collected.
public final class TestBrowser implements AutoCloseable {
    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--use-fake-device-for-media-stream",
            "--use-fake-ui-for-media-stream");

    private static final String EXAMINE = """
            async () => (await axe.run(document, {
                runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
            })).violations.map(found => `${found.id}: ${found.nodes.map(node => node.target.join(" ")).join(", ")}`)
            """;

    /// It leaves empty attributes behind, which a page with our policy complains about later.
    private static final String TIDY =
            "() => document.querySelectorAll('[style=\"\"]').forEach(element => element.removeAttribute('style'))";

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private final Playwright playwright;
    private final Browser browser;
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private volatile boolean examining;

    private TestBrowser(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /// Where there is no browser the test is skipped; not so where the gate decides.
    public static TestBrowser open() {
        String chromium = System.getProperty("browser", "");
        if (chromium.isEmpty()) {
            String missing = "needs Chromium, Node and npm; ./congress-bot verify finds them, or installs them as root";
            Assumptions.assumeFalse(!"true".equals(System.getenv("CI")), missing);
            Assertions.fail(missing);
        }
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(chromium))
                        .setArgs(QUIET));
        return new TestBrowser(playwright, browser);
    }

    private static String axe() {
        try {
            return Files.readString(Path.of(System.getProperty("axe", "")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A page of somebody who comes for the first time, in a browser of her own.
    public Page page(String address, int width, int height) {
        Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(width, height));
        page.setDefaultTimeout(30_000);
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !examining) {
                complaints.add(message.text());
            }
        });
        page.navigate(address);
        return page;
    }

    /// The same in a browser that runs no scripts.
    public Page plain(String address) {
        Page page = browser.newPage(new Browser.NewPageOptions().setJavaScriptEnabled(false));
        page.setDefaultTimeout(30_000);
        page.navigate(address);
        return page;
    }

    /// Errors of the pages' scripts, and what the pages' policies forbade.
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    public static void keep(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".png"))
                .setFullPage(true));
    }

    /// What axe finds against WCAG 2.2 AA on a page, a line for each kind; empty where there is nothing.
    public List<String> barriers(Page page) {
        examining = true; // its own doings are none of the page's complaints
        try {
            page.evaluate(axe());
            @SuppressWarnings("unchecked") // what the script gives
            List<String> found = (List<String>) page.evaluate(EXAMINE);
            return found;
        } finally {
            page.evaluate(TIDY);
            examining = false;
        }
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
