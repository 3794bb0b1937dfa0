package congressbot.dev.bridge;

import io.javalin.config.RoutesConfig;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How a kind of bridge speaks: its webhooks out, its endpoints in, what the gateway must know of it.
/// Follows what the real ones do, so far as we use it.
public interface Dialect {
    /// As `CHANNELS` calls it.
    String channel();

    /// Where webhooks go: to the gateway's route for this bridge, or where the bridge was told since
    /// it was asked first.
    ///
    /// @param gateway the gateway's address
    URI address(URI gateway);

    /// What is told of an event, signed; empty where this bridge says nothing, or nobody asked to
    /// hear it.
    Optional<Webhook> webhook(Event event, Line line);

    void addTo(RoutesConfig routes, Line line);

    /// The gateway's environment for this bridge.
    ///
    /// @param bridge where it listens
    Map<String, String> settings(URI bridge);

    Patience patience();

    /// A webhook as it leaves.
    record Webhook(String type, String body, Map<String, String> headers) {
        public Webhook {
            headers = Map.copyOf(headers);
        }
    }

    /// How long the bridge insists on a webhook.
    ///
    /// @param aTry how long one may take
    /// @param pauses between two tries; after the last one the event is dropped
    /// @param all how long all tries may take together
    record Patience(Duration aTry, List<Duration> pauses, Duration all) {
        public Patience {
            pauses = List.copyOf(pauses);
        }
    }
}
