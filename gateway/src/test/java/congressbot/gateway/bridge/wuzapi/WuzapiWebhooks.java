package congressbot.gateway.bridge.wuzapi;

import congressbot.gateway.bridge.BodySignature;
import congressbot.gateway.bridge.WebhookCall;
import congressbot.gateway.bridge.WebhookCalls;
import congressbot.wire.process.Secret;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Webhook bodies for tests, and what proves that the bridge made them.
public final class WuzapiWebhooks {
    public static final Secret TOKEN = new Secret("token-do-congresso");
    public static final Secret HMAC_KEY = new Secret("segredo-de-teste-do-congresso-0001");
    public static final Secret PREVIOUS_HMAC_KEY = new Secret("segredo-anterior-do-congresso-0000");
    public static final Secret WEBHOOK_KEY = new Secret("0123456789abcdef0123456789abcdef");
    public static final Instant RECEIVED = Instant.parse("2026-11-20T18:31:05Z");

    private WuzapiWebhooks() {}

    public static WuzapiSettings settings(URI url, Optional<URI> files) {
        return new WuzapiSettings(url, TOKEN, List.of(HMAC_KEY, PREVIOUS_HMAC_KEY), WEBHOOK_KEY, files);
    }

    /// A message of Maria's, whose chat is addressed by a hidden id.
    ///
    /// @param message what stands in `Message`
    public static String message(String id, String message) {
        return message(id, message, "");
    }

    /// The same, with what the bridge puts beside the event.
    ///
    /// @param extras more fields beside the event, with a comma after each
    public static String message(String id, String message, String extras) {
        return """
                {%s"event":{"Info":{"Chat":"184467440737095@lid","Sender":"184467440737095:12@lid","IsFromMe":false,\
                "IsGroup":false,"AddressingMode":"lid","SenderAlt":"5585922223333:12@s.whatsapp.net","ID":"%s",\
                "PushName":"Maria","Timestamp":"2026-11-20T15:31:02-03:00"},"Message":%s},\
                "instanceName":"congresso","type":"Message","userID":"9f2c"}""".formatted(extras, id, message);
    }

    /// The same as the bridge posts it where nobody has asked for JSON.
    public static String form(String json) {
        return "instanceName=congresso&jsonData=" + URLEncoder.encode(json, StandardCharsets.UTF_8) + "&userID=9f2c";
    }

    public static String signature(byte[] body, Secret secret) {
        return new BodySignature(List.of(secret)).of(body);
    }

    /// A genuine call.
    public static WebhookCall call(byte[] body) {
        return call(body, Optional.of(WEBHOOK_KEY.reveal()), Map.of("X-Hmac-Signature", signature(body, HMAC_KEY)));
    }

    public static WebhookCall call(byte[] body, Optional<String> proof, Map<String, String> headers) {
        return WebhookCalls.of(proof, headers, body, RECEIVED);
    }
}
