package congressbot.wire.http;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.CompletableResponseListener;
import org.eclipse.jetty.client.ContentResponse;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.util.thread.Invocable.InvocationType;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/// Calls neighbours over HTTP/1.1 with kept connections. Blocks the calling (virtual) thread; never throws for what
/// the network does. Redirects are not followed and cookies not kept.
public final class HttpCaller implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(1);

    /// Names, the way and TLS included; a lost packet is repeated after one second, the next after two.
    private static final Duration CONNECT_FAR = Duration.ofSeconds(5);

    /// How long a connection without a call is kept.
    private static final Duration IDLE = Duration.ofSeconds(15);

    private final HttpClient client;

    /// @param connections how many calls to one address run at once; more wait for a connection within their time-out
    public HttpCaller(int connections) {
        this(connections, IDLE, CONNECT);
    }

    HttpCaller(int connections, Duration idle) {
        this(connections, idle, CONNECT);
    }

    private HttpCaller(int connections, Duration idle, Duration connect) {
        HttpClientTransportOverHTTP transport = new HttpClientTransportOverHTTP();
        transport.setHeaderCacheSize(ProcessServer.NO_HEADER_CACHE);
        // All that an answer does is to wake who waits for it: the thread that hears of it can do that itself.
        transport.setInvocationType(InvocationType.NON_BLOCKING);
        client = new HttpClient(transport);
        client.setIdleTimeout(idle.toMillis());
        QueuedThreadPool threads = new QueuedThreadPool();
        threads.setName("http-caller");
        threads.setDaemon(true);
        client.setExecutor(threads);
        client.setConnectTimeout(connect.toMillis());
        client.setMaxConnectionsPerDestination(connections);
        client.setFollowRedirects(false);
        client.setHttpCookieStore(new HttpCookieStore.Empty());
        client.setUserAgentField(new HttpField("User-Agent", "congress-bot"));
        try {
            client.start();
            // Every status is the caller's to judge; Jetty would repeat a 401 or fail on it.
            client.getProtocolHandlers().clear();
            // Nor to be packed: neighbours are near, and packing costs more than the way.
            client.getContentDecoderFactories().clear();
        } catch (Exception e) {
            throw new IllegalStateException("the HTTP client does not start", e);
        }
    }

    /// A caller of servers on the Internet, where a connection takes longer than to a neighbour.
    public static HttpCaller farAway(int connections) {
        return new HttpCaller(connections, IDLE, CONNECT_FAR);
    }

    public Exchange send(Call call) {
        AtomicBoolean left = new AtomicBoolean();
        Request request = client.newRequest(call.uri())
                .method(call.method())
                .timeout(call.timeout().toMillis(), TimeUnit.MILLISECONDS)
                // A neighbour that thinks is silent for longer than an unused connection may be.
                .idleTimeout(call.timeout().toMillis(), TimeUnit.MILLISECONDS)
                // Not when it is written: a neighbour may have read it all and be gone before that is told.
                .onRequestHeaders(_ -> left.set(true));
        request.headers(fields -> call.headers().forEach(fields::put));
        if (call.body().size() > 0) {
            request.body(new BytesRequestContent(call.contentType(), call.body().bytes()));
        }
        try {
            return answered(new CompletableResponseListener(request, call.maxAnswer())
                    .send()
                    .get());
        } catch (ExecutionException e) {
            return failed(e, left.get());
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
        return new Exchange.Answered(response.getStatus(), headers, Body.of(response.getContent()));
    }

    private static Exchange failed(ExecutionException e, boolean left) {
        if (left && e.getCause() instanceof IllegalArgumentException) {
            return Exchange.NoAnswer.TOO_LONG; // Jetty's word for an answer beyond its buffer
        }
        return left ? new Exchange.NoAnswer(reason(e)) : new Exchange.NotSent(reason(e));
    }

    /// The kind of failure, without its text: that may hold an address with a phone number in it.
    private static String reason(ExecutionException e) {
        Throwable cause = e.getCause();
        return cause == null ? "unknown" : cause.getClass().getSimpleName();
    }
}
