package congressbot.dev.simulator;

import congressbot.dev.bridge.Courier;
import congressbot.dev.bridge.Dialect;
import congressbot.dev.bridge.Event;
import congressbot.dev.bridge.Line;
import congressbot.wire.http.HttpCaller;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells the gateway what happens. As the bridge does, it tries some times with growing pauses, and
/// then drops the event for good.
final class Webhooks {
    private static final Logger LOG = LoggerFactory.getLogger(Webhooks.class);
    private final URI gateway;
    private final Courier courier;
    private final Pace pace;

    Webhooks(URI gateway, Dialect dialect, HttpCaller http, Pace pace) {
        this.gateway = gateway;
        this.courier = new Courier(dialect, http);
        this.pace = pace;
        dialect.address(gateway); // a bridge knows from the beginning where its webhooks go
    }

    /// Tries once.
    boolean tell(Event event, Line line) {
        return courier.tell(gateway, event, line);
    }

    /// Tries again after a first failure, until it is taken or given up.
    ///
    /// @param first when the first try began
    boolean repeat(Event event, Line line, Instant first) {
        Instant end = first.plus(pace.times().tries());
        for (Duration pause : pace.times().pauses()) {
            if (!pace.passes(pause) || pace.now().isAfter(end)) {
                break;
            }
            if (tell(event, line)) {
                return true;
            }
        }
        LOG.warn("the gateway did not take a webhook in all tries, it is dropped");
        return false;
    }
}
