package congressbot.gateway.bridge;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/// One call of a webhook, raw: whether it is genuine is the bridge's to say. Nobody changes the
/// body's bytes.
public final class WebhookCall {
    private final Optional<String> proof;
    private final Function<String, Optional<String>> headers;
    private final byte[] body;
    private final Instant receivedAt;
    private final String requestId;

    /// @param proof the last, unguessable part of the path, where there is one
    /// @param headers finds the value of a header by its name, whatever the case; asked while the call lasts
    public WebhookCall(
            Optional<String> proof,
            Function<String, Optional<String>> headers,
            byte[] body,
            Instant receivedAt,
            String requestId) {
        this.proof = proof;
        this.headers = headers;
        this.body = body;
        this.receivedAt = receivedAt;
        this.requestId = requestId;
    }

    public Optional<String> proof() {
        return proof;
    }

    public Optional<String> header(String name) {
        return headers.apply(name);
    }

    public byte[] body() {
        return body;
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    public String requestId() {
        return requestId;
    }
}
