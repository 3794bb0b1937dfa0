package congressbot.gateway.pairing;

import congressbot.gateway.bridge.Bridge;
import congressbot.wire.http.ProcessServer;
import congressbot.wire.process.Health;
import congressbot.wire.process.Secret;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The pages on a free port, and a browser that has a cookie once it was given one.
final class OpenPairing implements AutoCloseable {
    static final String PASSWORD = "uma senha comprida";

    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"formulario\" value=\"([^\"]+)\"");

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2027-05-20T12:00:00Z"));
    private final HttpClient client = HttpClient.newHttpClient();
    private final ProcessServer server;
    private String cookie = "";

    OpenPairing(Bridge... bridges) {
        this(Optional.of(new Secret(PASSWORD)), bridges);
    }

    OpenPairing(Optional<Secret> password, Bridge... bridges) {
        ProcessServer.Common common = new ProcessServer.Common(
                new Secret("0123456789abcdef0123456789abcdef"),
                new Health(now::get),
                new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
        server = ProcessServer.start(
                0, common, routes -> PairingPages.add(routes, password, List.of(bridges), now::get));
    }

    void pass(Duration span) {
        now.updateAndGet(instant -> instant.plus(span));
    }

    OpenPairing in() {
        logIn(PASSWORD);
        return this;
    }

    HttpResponse<String> logIn(String password) {
        return post("/pairing/entrar", "senha=" + encoded(password));
    }

    /// A form as a page of ours sends it, with what the page had hidden in it.
    HttpResponse<String> submit(String path, String fields) {
        Matcher token = FORM_TOKEN.matcher(get("/pairing/numero/gowa").body());
        return post(path, fields + "&formulario=" + (token.find() ? token.group(1) : ""));
    }

    HttpResponse<String> post(String path, String fields) {
        return exchange(form(path, fields).header("Sec-Fetch-Site", "same-origin"));
    }

    HttpRequest.Builder form(String path, String fields) {
        return request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields));
    }

    HttpResponse<String> get(String path) {
        return exchange(request(path));
    }

    HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address() + path));
        return cookie.isEmpty() ? request : request.header("Cookie", cookie);
    }

    String address() {
        return "http://127.0.0.1:" + server.port();
    }

    HttpResponse<String> exchange(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            response.headers()
                    .firstValue("Set-Cookie")
                    .ifPresent(given -> cookie = given.substring(0, given.indexOf(';')));
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
