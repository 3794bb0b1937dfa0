package congressbot.dev.bridge;

import congressbot.wire.http.Call;
import congressbot.wire.http.Exchange;
import congressbot.wire.http.HttpCaller;
import congressbot.wire.process.Secret;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Posts webhooks signed as GOWA signs them.
public final class SignedWebhooks {
    private static final String ALGORITHM = "HmacSHA256";

    /// The bridge's own patience.
    private static final Duration TRY = Duration.ofSeconds(10);

    private static final int SUCCESS = 2;

    private final SecretKeySpec key;
    private final HttpCaller http;

    public SignedWebhooks(Secret secret, HttpCaller http) {
        this.key = new SecretKeySpec(secret.reveal().getBytes(StandardCharsets.UTF_8), ALGORITHM);
        this.http = http;
    }

    /// Tries once.
    ///
    /// @return whether it was taken
    public boolean post(URI address, String body) {
        Call call = Call.post(address, "application/json", body, TRY)
                .with("X-Hub-Signature-256", "sha256=" + signature(body));
        return http.send(call) instanceof Exchange.Answered answer && answer.status() / 100 == SUCCESS;
    }

    private String signature(String body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }
}
