package congressbot.dev.simulator;

import congressbot.wire.http.Call;
import congressbot.wire.http.Exchange;
import congressbot.wire.http.HttpCaller;
import congressbot.wire.process.Secret;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Posts signed webhooks to the gateway. As the bridge does, it tries five times with growing pauses, and then drops
/// the event for good.
final class Webhooks {
    private static final Logger LOG = LoggerFactory.getLogger(Webhooks.class);
    private static final String ALGORITHM = "HmacSHA256";
    private static final Duration TRY = Duration.ofSeconds(10);

    private final URI address;
    private final Secret secret;
    private final HttpCaller http;
    private final Pace pace;

    /// @param address the gateway's route for this bridge
    Webhooks(URI address, Secret secret, HttpCaller http, Pace pace) {
        this.address = address;
        this.secret = secret;
        this.http = http;
        this.pace = pace;
    }

    /// Tries once.
    boolean post(String body) {
        Call call = new Call("POST", address, Map.of(), body, TRY)
                .with("Content-Type", "application/json")
                .with("X-Hub-Signature-256", "sha256=" + signature(body));
        return http.send(call) instanceof Exchange.Answered answer && answer.status() / 100 == 2;
    }

    /// Tries again after a first failure, until it is taken or given up.
    boolean repeat(String body) {
        for (Duration pause : pace.times().pauses()) {
            if (!pace.passes(pause)) {
                return false;
            }
            if (post(body)) {
                return true;
            }
        }
        LOG.warn("the gateway did not take a webhook in five tries, it is dropped");
        return false;
    }

    private String signature(String body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.reveal().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }
}
