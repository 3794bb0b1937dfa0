package congressbot.wire.http;

import congressbot.wire.Json;
import congressbot.wire.process.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/// One HTTP request to a neighbour.
///
/// @param body none when it has no bytes
/// @param timeout for the whole exchange, from the connection to the last byte of the answer
/// @param maxAnswer largest body of an answer that is read, in bytes; a longer one counts as no answer
public record Call(String method, URI uri, Map<String, String> headers, Body body, Duration timeout, int maxAnswer) {
    /// Largest answer that is read where nothing else is said, in bytes.
    private static final int MAX_ANSWER = 2 * 1024 * 1024;

    private static final String CONTENT_TYPE = "Content-Type";

    public Call {
        headers = Map.copyOf(headers);
    }

    public static Call get(URI uri, Duration timeout) {
        return new Call("GET", uri, Map.of(), Body.EMPTY, timeout, MAX_ANSWER);
    }

    /// A POST of one of our records.
    public static Call post(URI uri, Object json, Duration timeout) {
        return post(uri, "application/json", Body.of(Json.bytes(json)), timeout);
    }

    /// A POST of a text, sent as UTF-8.
    public static Call post(URI uri, String contentType, String text, Duration timeout) {
        return post(uri, contentType, Body.of(text), timeout);
    }

    /// A POST of bytes.
    public static Call post(URI uri, String contentType, Body body, Duration timeout) {
        return new Call("POST", uri, Map.of(CONTENT_TYPE, contentType), body, timeout, MAX_ANSWER);
    }

    public static Call delete(URI uri, Duration timeout) {
        return new Call("DELETE", uri, Map.of(), Body.EMPTY, timeout, MAX_ANSWER);
    }

    public Call with(String header, String value) {
        return with(Map.of(header, value));
    }

    private Call with(Map<String, String> others) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.putAll(others);
        return new Call(method, uri, more, body, timeout, maxAnswer);
    }

    /// With another limit for the answer.
    public Call reading(int maxBytes) {
        return new Call(method, uri, headers, body, timeout, maxBytes);
    }

    /// An internal call: with the key, and the id of the work that this thread does.
    public Call internal(Secret apiKey) {
        return with(Map.of(Headers.API_KEY, apiKey.reveal(), Headers.REQUEST_ID, RequestId.current()));
    }

    /// Empty when none is given.
    String contentType() {
        return headers.getOrDefault(CONTENT_TYPE, "");
    }

    /// Without headers and body: they hold secrets and personal data.
    @Override
    public String toString() {
        return method + " " + uri.getPath();
    }
}
