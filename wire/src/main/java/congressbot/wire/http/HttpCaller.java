package congressbot.wire.http;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.client.CompletableResponseListener;
import org.eclipse.jetty.client.ContentResponse;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.StringRequestContent;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/// Calls neighbours over HTTP/1.1 with kept connections. Blocks the calling (virtual) thread; never throws for what
/// the network does. Redirects are not followed and cookies not kept.
public final class HttpCaller implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(1);

    /// How long a connection without a call is kept.
    private static final Duration IDLE = Duration.ofSeconds(15);

    /// Largest answer that is read, in bytes.
    private static final int MAX_ANSWER = 2 * 1024 * 1024;

    private final HttpClient client;

    /// @param connections how many calls to one address run at once; more wait for a connection within their time-out
    public HttpCaller(int connections) {
        this(connections, IDLE);
    }

    HttpCaller(int connections, Duration idle) {
        client = new HttpClient();
        client.setIdleTimeout(idle.toMillis());
        QueuedThreadPool threads = new QueuedThreadPool();
        threads.setName("http-caller");
        threads.setDaemon(true);
        client.setExecutor(threads);
        client.setConnectTimeout(CONNECT.toMillis());
        client.setMaxConnectionsPerDestination(connections);
        client.setFollowRedirects(false);
        client.setHttpCookieStore(new HttpCookieStore.Empty());
        client.setUserAgentField(new HttpField("User-Agent", "congress-bot"));
        try {
            client.start();
            // Every status is the caller's to judge; Jetty would repeat a 401 or fail on it.
            client.getProtocolHandlers().clear();
        } catch (Exception e) {
            throw new IllegalStateException("the HTTP client does not start", e);
        }
    }

    public Exchange send(Call call) {
        AtomicBoolean left = new AtomicBoolean();
        Request request = client.newRequest(call.uri())
                .method(call.method())
                .timeout(call.timeout().toMillis(), TimeUnit.MILLISECONDS)
                // A neighbour that thinks is silent for longer than an unused connection may be.
                .idleTimeout(call.timeout().toMillis(), TimeUnit.MILLISECONDS)
                .onRequestCommit(_ -> left.set(true));
        call.headers().forEach((name, value) -> request.headers(fields -> fields.put(name, value)));
        if (!call.body().isEmpty()) {
            request.body(new StringRequestContent(call.headers().get("Content-Type"), call.body()));
        }
        try {
            return answered(
                    new CompletableResponseListener(request, MAX_ANSWER).send().get());
        } catch (ExecutionException e) {
            String reason = reason(e);
            return left.get() ? new Exchange.NoAnswer(reason) : new Exchange.NotSent(reason);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return left.get() ? new Exchange.NoAnswer("interrupted") : new Exchange.NotSent("interrupted");
        }
    }

    @Override
    public void close() {
        try {
            client.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the HTTP client does not stop", e);
        }
    }

    private static Exchange.Answered answered(ContentResponse response) {
        Map<String, String> headers = new LinkedHashMap<>();
        response.getHeaders().forEach(field -> headers.put(field.getName().toLowerCase(Locale.ROOT), field.getValue()));
        return new Exchange.Answered(
                response.getStatus(), headers, new String(response.getContent(), StandardCharsets.UTF_8));
    }

    /// The kind of failure, without its text: that may hold an address with a phone number in it.
    private static String reason(ExecutionException e) {
        Throwable cause = e.getCause();
        return cause == null ? "unknown" : cause.getClass().getSimpleName();
    }
}
