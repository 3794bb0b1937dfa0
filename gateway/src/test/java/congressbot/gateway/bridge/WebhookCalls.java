package congressbot.gateway.bridge;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Calls of webhooks as a server gets them: the case of a header's name does not matter.
public final class WebhookCalls {
    private WebhookCalls() {}

    public static WebhookCall of(Optional<String> proof, Map<String, String> headers, byte[] body, Instant receivedAt) {
        Map<String, String> sent = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        sent.putAll(headers);
        return new WebhookCall(proof, name -> Optional.ofNullable(sent.get(name)), body, receivedAt, "r-1");
    }
}
