package congressbot.gateway.bridge.wuzapi;

import congressbot.wire.process.Secret;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/// Tells the bridge with what to sign its webhooks. It forgets: a number that was not linked when the
/// bridge started sends unsigned webhooks until it is told again.
final class Signing {
    private static final String CONFIG = "/session/hmac/config";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Endpoints bridge;
    private final Secret key;

    /// At first nobody knows.
    private final AtomicBoolean forgotten = new AtomicBoolean(true);

    Signing(Endpoints bridge, Secret key) {
        this.bridge = bridge;
        this.key = key;
    }

    /// An unsigned webhook came, the bridge was away, or the number was linked anew: it is to be told.
    void forgotten() {
        forgotten.set(true);
    }

    /// Tells it again, if that is needed.
    void remind() {
        if (forgotten.get() && told()) {
            forgotten.set(false);
        }
    }

    private boolean told() {
        return Endpoints.reply(bridge.post(CONFIG, Map.of("hmac_key", key.reveal()), PATIENCE))
                .filter(Reply::isDone)
                .isPresent();
    }
}
