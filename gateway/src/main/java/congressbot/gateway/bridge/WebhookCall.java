package congressbot.gateway.bridge;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// One call of a webhook, raw: whether it is genuine is the bridge's to say. Nobody changes the
/// body's bytes.
public final class WebhookCall {
    private final Optional<String> proof;
    private final Map<String, String> headers;
    private final byte[] body;
    private final Instant receivedAt;
    private final String requestId;

    /// @param proof the last, unguessable part of the path, where there is one
    public WebhookCall(
            Optional<String> proof, Map<String, String> headers, byte[] body, Instant receivedAt, String requestId) {
        this.proof = proof;
        this.headers = headers.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        header -> header.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue, (first, _) -> first));
        this.body = body;
        this.receivedAt = receivedAt;
        this.requestId = requestId;
    }

    public Optional<String> proof() {
        return proof;
    }

    public Optional<String> header(String lowerCaseName) {
        return Optional.ofNullable(headers.get(lowerCaseName));
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
