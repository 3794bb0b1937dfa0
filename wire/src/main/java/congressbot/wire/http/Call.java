package congressbot.wire.http;

import congressbot.wire.Json;
import congressbot.wire.process.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/// One HTTP request to a neighbour.
///
/// @param body sent as UTF-8; empty for none
/// @param timeout for the whole exchange, from the connection to the last byte of the answer
public record Call(String method, URI uri, Map<String, String> headers, String body, Duration timeout) {
    public Call {
        headers = Map.copyOf(headers);
    }

    public static Call get(URI uri, Duration timeout) {
        return new Call("GET", uri, Map.of(), "", timeout);
    }

    /// A POST of one of our records.
    public static Call post(URI uri, Object json, Duration timeout) {
        return new Call("POST", uri, Map.of("Content-Type", "application/json"), Json.write(json), timeout);
    }

    public Call with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Call(method, uri, more, body, timeout);
    }

    /// An internal call: with the key, and the id of the work that this thread does.
    public Call internal(Secret apiKey) {
        return with(Headers.API_KEY, apiKey.reveal()).with(Headers.REQUEST_ID, RequestId.current());
    }

    /// Without headers and body: they hold secrets and personal data.
    @Override
    public String toString() {
        return method + " " + uri.getPath();
    }
}
