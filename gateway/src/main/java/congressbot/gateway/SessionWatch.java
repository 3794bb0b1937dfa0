package congressbot.gateway;

import congressbot.gateway.bridge.Session;
import congressbot.gateway.bridge.Session.State;
import congressbot.gateway.bridge.gowa.Gowa;
import congressbot.wire.Json;
import congressbot.wire.gateway.GatewayFact;
import congressbot.wire.process.Health.Status;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/// Asks the bridge again and again whether it is linked to WhatsApp, because it tells nobody by itself, and reports
/// every change once.
final class SessionWatch {
    private static final Logger LOG = LoggerFactory.getLogger(SessionWatch.class);

    private final Gowa bridge;
    private final PatientQueue queue;
    private final GatewayTimes times;
    private final InstantSource time;

    private volatile Optional<Session> last = Optional.empty();

    /// Differs from `last` while Redis does not take the fact.
    private Optional<Session> reported = Optional.empty();

    SessionWatch(Gowa bridge, PatientQueue queue, GatewayTimes times, InstantSource time) {
        this.bridge = bridge;
        this.queue = queue;
        this.times = times;
        this.time = time;
    }

    Status status() {
        return last.<Status>map(session -> session.state() == State.CONNECTED
                        ? new Status.Healthy()
                        : new Status.Degraded(word(session.state())))
                .orElseGet(() -> new Status.Degraded("not asked yet"));
    }

    /// Asks once.
    ///
    /// @return that there is nothing more to do at once
    boolean look() {
        Session now = bridge.session();
        if (last.isEmpty() || last.get().state() != now.state()) {
            LOG.atLevel(now.state() == State.CONNECTED ? Level.INFO : Level.WARN)
                    .addKeyValue("state", word(now.state()))
                    .log("the bridge's link to WhatsApp changed");
        }
        last = Optional.of(now);
        if (reported.isEmpty() || reported.get().state() != now.state()) {
            report(now);
        }
        return false;
    }

    private void report(Session now) {
        String fact = Json.write(
                new GatewayFact.SessionChanged(Gowa.CHANNEL, now.account(), word(now.state()), time.instant()));
        if (queue.ask(times.redis(), q -> q.report(fact)).orElse(false)) {
            reported = Optional.of(now);
        }
    }

    /// `logged out`
    private static String word(State state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
