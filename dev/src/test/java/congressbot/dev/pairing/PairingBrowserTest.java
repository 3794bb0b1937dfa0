package congressbot.dev.pairing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import congressbot.dev.demo.TestBrowser;
import congressbot.gateway.bridge.Session.State;
import congressbot.gateway.pairing.PairingPages;
import congressbot.wire.http.ProcessServer;
import congressbot.wire.process.Health;
import congressbot.wire.process.Secret;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// How an organiser links a number, in a real browser: what she sees is renewed in time, changes without a reload, and
/// has no barrier. The screenshots stay in `dev/target/screenshots`, to be looked at.
final class PairingBrowserTest {
    private static final Map<Integer, Integer> SIZES = Map.of(1280, 900, 390, 844);
    private static final String PASSWORD = "uma senha comprida";
    private static final Duration FRESH = Duration.ofSeconds(6);
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final InstantSource TIME = InstantSource.system();

    /// Some pages are loaded again every five seconds, and machines are busy.
    private static final double PATIENCE_MS = 30_000;

    private static final double USUAL_MS = 5_000;

    private static TestBrowser browser;

    private final List<ProcessServer> servers = new ArrayList<>();
    private final PhoneToLink phone = new PhoneToLink("gowa", State.LOGGED_OUT, FRESH);

    @BeforeAll
    static void open() {
        browser = TestBrowser.open();
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
    }

    @AfterAll
    static void close() {
        PlaywrightAssertions.setDefaultAssertionTimeout(USUAL_MS);
        if (browser != null) {
            browser.close();
        }
    }

    @AfterEach
    void stop() {
        servers.forEach(ProcessServer::close);
    }

    private String pages(PhoneToLink... phones) {
        ProcessServer.Common common = new ProcessServer.Common(
                new Secret("0123456789abcdef0123456789abcdef"),
                new Health(TIME),
                new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
        ProcessServer server = ProcessServer.start(
                0,
                common,
                routes -> PairingPages.add(routes, Optional.of(new Secret(PASSWORD)), List.of(phones), TIME));
        servers.add(server);
        return "http://localhost:" + server.port() + "/pairing";
    }

    private static Page in(String address) {
        Page page = browser.page(address, 1280, 900);
        page.locator("#senha").fill(PASSWORD);
        button(page, "Entrar").click();
        return page;
    }

    private static Locator button(Page page, String text) {
        return page.locator("button", new Page.LocatorOptions().setHasText(text))
                .first();
    }

    /// The page may exchange its picture while it is taken: then one looks again.
    private static ConditionFactory looking() {
        return await().atMost(Duration.ofSeconds(20))
                .pollInSameThread()
                .ignoreExceptionsMatching(failure -> failure instanceof PlaywrightException
                        && String.valueOf(failure.getMessage()).contains("not attached"));
    }

    @Test
    void a_code_on_the_screen_is_renewed_scanned_and_gone_without_a_reload() {
        Page page = in(pages(phone));
        page.evaluate("() => { window.same = true; }");
        assertThat(page.locator(".state")).hasText("Não pareado");
        button(page, "Mostrar o código QR").click();
        assertThat(page.locator("svg.qr path")).isVisible();
        page.evaluate("() => { window.same = true; }");
        Optional<String> first = PhoneToLink.read(page.locator("svg.qr").screenshot());

        assertThat(first).isPresent();
        looking()
                .until(() -> PhoneToLink.read(page.locator("svg.qr").screenshot())
                        .filter(text -> !text.equals(first.get()))
                        .isPresent());
        assertThat(page.locator("#dito")).containsText("Novo código QR");

        looking().until(() -> phone.scans(page.locator("svg.qr").screenshot()));
        assertThat(page.locator(".state")).hasText("Conectando…");
        phone.becomes(State.CONNECTED);
        assertThat(page.locator(".state")).hasText("Conectado");
        assertThat(page.locator(".phone")).hasText("+55 62 99999-0000");
        assertThat(page.locator("#dito")).containsText("Conectado");
        assertThat(page.evaluate("() => window.same")).isEqualTo(true);
        phone.becomes(State.LOGGED_OUT);
        assertThat(page.locator(".state")).hasText("Não pareado");
        assertThat(browser.complaints()).allMatch(complaint -> complaint.startsWith("Failed to load resource"));
    }

    @Test
    void a_code_is_typed_on_the_phone_and_copied() {
        Page page = in(pages(phone));
        page.locator("#telefone").fill("99999-0000");
        button(page, "Pedir o código").click();
        assertThat(page.locator("#telefone-erro")).containsText("não parece completo");
        assertThat(page.locator("#telefone")).hasValue("99999-0000");
        page.locator("#telefone").fill("(62) 99999-0000");
        button(page, "Pedir o código").click();

        assertThat(page.locator("#codigo")).hasText(PhoneToLink.CODE);
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        button(page, "Copiar o código").click();
        assertThat(button(page, "Copiado")).isVisible();
        assertThat(page.evaluate("() => navigator.clipboard.readText()")).isEqualTo(PhoneToLink.CODE);
        int left = Integer.parseInt(page.locator("[data-left]").textContent());
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(10))
                .until(() -> Integer.parseInt(page.locator("[data-left]").textContent()) < left);
        phone.becomes(State.CONNECTED);
        assertThat(page.locator(".state")).hasText("Conectado");
    }

    @Test
    void what_she_is_typing_outlives_the_news() {
        Page page = in(pages(phone));
        page.locator("#telefone").pressSequentially("(62) 9");
        phone.becomes(State.UNREACHABLE);
        assertThat(page.locator(".state")).hasText("A ponte não responde");
        phone.becomes(State.LOGGED_OUT);
        assertThat(page.locator(".state")).hasText("Não pareado");
        page.locator("#telefone").pressSequentially("62 9");
        phone.becomes(State.DISCONNECTED);
        assertThat(page.locator(".state")).hasText("Sem conexão agora");

        assertThat(page.locator("#telefone")).hasValue("62 9");
    }

    @Test
    void a_server_that_is_away_is_told_and_comes_back() {
        Page page = in(pages(phone));
        page.context().setOffline(true);
        assertThat(page.locator("#sem-resposta")).isVisible();
        page.context().setOffline(false);

        assertThat(page.locator("#sem-resposta")).isHidden();
    }

    @Test
    void it_works_without_scripts() {
        String address = pages(phone);
        try (Page page = browser.plain(address)) {
            page.locator("#senha").fill(PASSWORD);
            button(page, "Entrar").click();
            button(page, "Mostrar o código QR").click();
            looking().until(() -> phone.scans(page.locator("svg.qr").screenshot()));
            phone.becomes(State.CONNECTED);

            assertThat(page.locator(".state")).hasText("Conectado");
        }
    }

    @Test
    void no_state_has_a_barrier_at_any_width_in_light_and_dark() {
        PhoneToLink north = new PhoneToLink("wuzapi:norte", State.CONNECTED, LONG);
        String one = pages(new PhoneToLink("gowa", State.LOGGED_OUT, LONG));
        Page page = browser.page(one, 1280, 900);
        List<String> found = new ArrayList<>(look(page, "door"));
        page.locator("#senha").fill("outra");
        button(page, "Entrar").click();
        found.addAll(look(page, "wrong-password"));
        page.locator("#senha").fill(PASSWORD);
        button(page, "Entrar").click();
        found.addAll(look(page, "logged-out"));
        page.locator("#telefone").fill("99");
        button(page, "Pedir o código").click();
        found.addAll(look(page, "wrong-number"));
        page.locator("#telefone").fill("62999990000");
        button(page, "Pedir o código").click();
        found.addAll(look(page, "code"));
        button(page, "Agora não").click();
        button(page, "Mostrar o código QR").click();
        found.addAll(look(page, "qr"));
        page.navigate(one + "/nada");
        found.addAll(look(page, "not-found"));

        Page both = in(pages(phone, north));
        found.addAll(look(both, "list"));
        both.locator("h2 a").last().click();
        found.addAll(look(both, "connected"));
        for (State state : List.of(State.DISCONNECTED, State.BANNED, State.OUTDATED, State.UNREACHABLE)) {
            north.becomes(state);
            String before = both.locator(".state").textContent();
            assertThat(both.locator(".state")).not().hasText(before);
            found.addAll(look(both, state.name().toLowerCase(java.util.Locale.ROOT)));
        }

        assertThat(found).isEmpty();
        assertThat(page.title()).contains("Congress Bot");
    }

    /// What is wrong with the page that is open, in light and dark, at both widths.
    private static List<String> look(Page page, String name) {
        List<String> found = new ArrayList<>();
        for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            SIZES.forEach((width, height) -> {
                String what = name + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT) + "-" + width;
                page.setViewportSize(width, height);
                if ((boolean) page.evaluate("() => document.documentElement.scrollWidth > window.innerWidth")) {
                    found.add(what + ": wider than the window");
                }
                browser.barriers(page).forEach(barrier -> found.add(what + ": " + barrier));
                TestBrowser.keep(page, "pairing-" + what);
            });
        }
        return found;
    }
}
