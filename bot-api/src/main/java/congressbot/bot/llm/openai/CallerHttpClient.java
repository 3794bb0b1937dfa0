package congressbot.bot.llm.openai;

import congressbot.wire.http.Body;
import congressbot.wire.http.Call;
import congressbot.wire.http.Exchange;
import congressbot.wire.http.HttpCaller;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// langchain4j's calls over our own caller: HTTP/1.1, a timeout that bounds the whole exchange (langchain4j's own
/// client bounds only the wait for the first byte), and a limit for the answer's size. A status other than 2xx is a
/// [RefusedException], a timeout a [TimeoutException], any other failure an [UnansweredException].
final class CallerHttpClient implements HttpClient {
    private static final String CONTENT_TYPE = "Content-Type";
    private static final String TIMED_OUT = java.util.concurrent.TimeoutException.class.getSimpleName();

    private final HttpCaller caller;
    private final Duration timeout;
    private final int maxAnswer;

    /// @param timeout for one whole exchange
    /// @param maxAnswer in bytes; a longer answer counts as none
    CallerHttpClient(HttpCaller caller, Duration timeout, int maxAnswer) {
        this.caller = caller;
        this.timeout = timeout;
        this.maxAnswer = maxAnswer;
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        return switch (caller.send(call(request))) {
            case Exchange.Answered answer when answer.status() / 100 == 2 -> successful(answer);
            case Exchange.Answered answer -> throw new RefusedException(answer);
            case Exchange.NotSent(String reason) -> throw unanswered(false, reason);
            case Exchange.NoAnswer(String reason) -> throw unanswered(true, reason);
        };
    }

    /// Not supported: a person gets one message, so there is nothing to stream.
    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        throw new UnsupportedOperationException("answers are not streamed");
    }

    private Call call(HttpRequest request) {
        Map<String, String> headers = new LinkedHashMap<>();
        request.headers().forEach((name, values) -> headers.put(name, String.join(", ", values)));
        return new Call(
                request.method().name(),
                URI.create(request.url()),
                headers,
                body(request, headers),
                timeout,
                maxAnswer);
    }

    /// @param headers get the content type that belongs to the body
    private static Body body(HttpRequest request, Map<String, String> headers) {
        if (request.formDataFields().isEmpty() && request.formDataFiles().isEmpty()) {
            return request.body() == null ? Body.EMPTY : Body.of(request.body());
        }
        Multipart form = new Multipart();
        request.formDataFields().forEach(form::field);
        request.formDataFiles().forEach(form::file);
        headers.keySet().removeIf(CONTENT_TYPE::equalsIgnoreCase);
        headers.put(CONTENT_TYPE, form.contentType());
        return form.body();
    }

    private static SuccessfulHttpResponse successful(Exchange.Answered answer) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        answer.headers().forEach((name, value) -> headers.put(name, List.of(value)));
        return SuccessfulHttpResponse.builder()
                .statusCode(answer.status())
                .headers(headers)
                .body(answer.content().bytes())
                .build();
    }

    private static RuntimeException unanswered(boolean left, String reason) {
        return reason.equals(TIMED_OUT)
                ? new TimeoutException("no whole answer in time")
                : new UnansweredException(left, reason);
    }
}
