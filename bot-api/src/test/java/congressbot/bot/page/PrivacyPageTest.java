package congressbot.bot.page;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.congress.Congress;
import congressbot.wire.http.Call;
import congressbot.wire.http.Exchange.Answered;
import congressbot.wire.http.HttpCaller;
import congressbot.wire.http.ProcessServer;
import congressbot.wire.process.Health;
import congressbot.wire.process.Secret;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class PrivacyPageTest {
    private static final Secret KEY = new Secret("0123456789abcdef0123456789abcdef");
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Pattern STYLESHEET = Pattern.compile("href=\"(/assets/[^\"]+)\"");

    private static final ProcessServer SERVER = ProcessServer.start(
            0,
            new ProcessServer.Common(
                    KEY, new Health(InstantSource.system()), new PrometheusMeterRegistry(PrometheusConfig.DEFAULT)),
            routes -> new PrivacyPage(congress()).addTo(routes));
    private static final HttpCaller CALLER = new HttpCaller(2);

    @AfterAll
    static void stop() {
        CALLER.close();
        SERVER.close();
    }

    @Test
    void anybody_may_read_the_notice() {
        Answered page = get("/privacidade");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("content-type")).contains("text/html;charset=utf-8");
        assertThat(page.body())
                .contains("<html lang=\"pt-BR\">", "Universidade Federal de Exemplo", "Versão 2026-1")
                .contains("href=\"mailto:contato@congresso.example\"", "+55 62 3521-0000", "Seus direitos")
                .contains("href=\"https://congresso.example/politica?a=1&amp;b=2\"");
    }

    @Test
    void what_the_organisers_wrote_stays_text() {
        String page = get("/privacidade").body();

        assertThat(page)
                .contains("Congresso &lt;script&gt;alert(1)&lt;/script&gt; &amp; Cia")
                .contains("href=\"https://congresso.example&#34; onclick=&#34;alert(1)\"")
                .doesNotContain("<script");
    }

    @Test
    void the_page_may_load_its_stylesheet_and_nothing_else() {
        Answered page = get("/privacidade");

        assertThat(page.header("content-security-policy"))
                .contains("default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; "
                        + "form-action 'none'; frame-ancestors 'none'");
        assertThat(page.header("x-content-type-options")).contains("nosniff");
        assertThat(page.header("referrer-policy")).contains("no-referrer");
        assertThat(page.body()).doesNotContain("style=", "<img", "src=");
    }

    @Test
    void its_stylesheet_may_be_kept_for_good() {
        Matcher link = STYLESHEET.matcher(get("/privacidade").body());
        assertThat(link.find()).isTrue();

        Answered stylesheet = get(link.group(1));

        assertThat(stylesheet.status()).isEqualTo(200);
        assertThat(stylesheet.header("content-type")).contains("text/css; charset=utf-8");
        assertThat(stylesheet.header("cache-control")).contains("public, max-age=31536000, immutable");
        assertThat(stylesheet.body()).contains("font-style: normal");
    }

    @Test
    void an_unknown_asset_is_404() {
        assertThat(get("/assets/000000000000/page.css").status()).isEqualTo(404);
        assertThat(get("/assets/page.css").status()).isEqualTo(404);
        assertThat(get("/assets/..%2f..%2flogback.xml").status()).isIn(400, 404);
    }

    private static Answered get(String path) {
        return (Answered) CALLER.send(Call.get(URI.create("http://127.0.0.1:" + SERVER.port() + path), SOON));
    }

    private static Congress congress() {
        return new Congress(
                "default",
                "Congresso <script>alert(1)</script> & Cia",
                Optional.empty(),
                Optional.empty(),
                LocalDate.of(2026, 11, 12),
                LocalDate.of(2026, 11, 14),
                Optional.empty(),
                new Congress.Venue("Centro de Eventos", Optional.empty(), "Goiânia", "GO"),
                new Congress.Contact(
                        Optional.empty(),
                        Optional.of("contato@congresso.example"),
                        Optional.of("+55 62 3521-0000"),
                        Optional.of("https://congresso.example\" onclick=\"alert(1)")),
                new Congress.Enrolment(Optional.empty(), Optional.empty(), Optional.empty(), false),
                List.of("Estudante", "Docente"),
                "Universidade Federal de Exemplo",
                Optional.of(URI.create("https://congresso.example/politica?a=1&b=2")),
                "2026-1",
                List.of(),
                List.of(),
                Optional.empty(),
                Congress.Attendance.USUAL);
    }
}
