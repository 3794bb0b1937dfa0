package congressbot.bot.panel;

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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a browser does with our pages: it keeps cookies, does not follow redirects by itself, and
/// says of its calls that they come from our own pages.
public final class Browser implements AutoCloseable {
    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final URI address;

    Browser(int port) {
        address = URI.create("http://127.0.0.1:" + port);
    }

    public HttpResponse<String> get(String path) {
        return send(to(path).GET());
    }

    public HttpResponse<String> post(String path, Map<String, String> form) {
        return send(posted(path, form).header("Sec-Fetch-Site", "same-origin"));
    }

    /// With these headers instead of what a browser says about the origin.
    public HttpResponse<String> postFrom(String path, Map<String, String> form, Map<String, String> headers) {
        HttpRequest.Builder request = posted(path, form);
        headers.forEach(request::header);
        return send(request);
    }

    public HttpResponse<String> logIn(String email, String password) {
        return post("/painel/entrar", Map.of("email", email, "senha", password));
    }

    /// The token in the forms of this session.
    public String formToken() {
        Matcher token = FORM_TOKEN.matcher(get("/painel/conta").body());
        return token.find() ? token.group(1) : "";
    }

    /// Sends a form with the session's token.
    public HttpResponse<String> submit(String path, Map<String, String> form) {
        Map<String, String> whole = new LinkedHashMap<>(form);
        whole.put("csrf", formToken());
        return post(path, whole);
    }

    /// Where an answer sends the browser.
    public static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("location").orElse("");
    }

    public Map<String, String> cookies() {
        return cookies;
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        withCookies(request);
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            response.headers().allValues("set-cookie").forEach(this::keep);
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// A request of this browser.
    public HttpRequest.Builder withCookies(HttpRequest.Builder request) {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    public HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(address.resolve(path));
    }

    @Override
    public void close() {
        client.close();
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder posted(String path, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return to(path).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
    }

    private void keep(String cookie) {
        String pair = cookie.substring(0, cookie.indexOf(';'));
        String name = pair.substring(0, pair.indexOf('='));
        if (cookie.contains("Max-Age=0")) {
            cookies.remove(name);
        } else {
            cookies.put(name, pair.substring(name.length() + 1));
        }
    }
}
