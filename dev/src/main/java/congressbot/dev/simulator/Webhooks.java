package congressbot.dev.simulator;

import congressbot.dev.bridge.SignedWebhooks;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Posts signed webhooks to the gateway. As the bridge does, it tries five times with growing pauses, and then drops
/// the event for good.
final class Webhooks {
    private static final Logger LOG = LoggerFactory.getLogger(Webhooks.class);
    private final URI address;
    private final SignedWebhooks signed;
    private final Pace pace;

    /// @param address the gateway's route for this bridge
    Webhooks(URI address, SignedWebhooks signed, Pace pace) {
        this.address = address;
        this.signed = signed;
        this.pace = pace;
    }

    /// Tries once.
    boolean post(String body) {
        return signed.post(address, body);
    }

    /// Tries again after a first failure, until it is taken or given up.
    ///
    /// @param first when the first try began
    boolean repeat(String body, Instant first) {
        Instant end = first.plus(pace.times().tries());
        for (Duration pause : pace.times().pauses()) {
            if (!pace.passes(pause) || pace.now().isAfter(end)) {
                break;
            }
            if (post(body)) {
                return true;
            }
        }
        LOG.warn("the gateway did not take a webhook in all tries, it is dropped");
        return false;
    }
}
