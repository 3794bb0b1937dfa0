package congressbot.gateway;

import congressbot.gateway.bridge.Bridge;
import congressbot.gateway.bridge.Instance;
import congressbot.gateway.bridge.Session;
import congressbot.gateway.bridge.Session.State;
import congressbot.wire.Json;
import congressbot.wire.gateway.GatewayFact;
import congressbot.wire.process.Health.Status;
import congressbot.wire.queue.OurNumber;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/// Asks the bridge again and again whether it is linked to WhatsApp, because it tells nobody by
/// itself, and reports every change at once and what stays once an hour: who hears nothing of a
/// number for long takes it for one that we have no more.
final class SessionWatch {
    private static final Logger LOG = LoggerFactory.getLogger(SessionWatch.class);

    private static final Duration REPETITION = Duration.ofHours(1);

    private final Bridge bridge;
    private final PatientQueue queue;
    private final GatewayTimes times;
    private final InstantSource time;

    private volatile Optional<Session> last = Optional.empty();

    /// Differs from `last` while Redis does not take the fact.
    private Optional<Report> reported = Optional.empty();

    /// The phone number that was noted as linked last.
    private Optional<String> noted = Optional.empty();

    SessionWatch(Bridge bridge, PatientQueue queue, GatewayTimes times, InstantSource time) {
        this.bridge = bridge;
        this.queue = queue;
        this.times = times;
        this.time = time;
    }

    /// What was told last.
    private record Report(State state, Instant at) {}

    /// The bridge that it watches.
    Instance instance() {
        return bridge.instance();
    }

    Bridge bridge() {
        return bridge;
    }

    /// What the bridge told last, if it was linked then.
    Optional<Session> linked() {
        return last.filter(session -> session.state() == State.CONNECTED);
    }

    Status status() {
        return last.<Status>map(session -> session.state() == State.CONNECTED
                        ? new Status.Healthy()
                        : new Status.Degraded(session.state().word()))
                .orElseGet(() -> new Status.Degraded("not asked yet"));
    }

    /// Asks once.
    ///
    /// @return that there is nothing more to do at once
    boolean look() {
        Session now = bridge.session();
        if (last.isEmpty() || last.get().state() != now.state()) {
            LOG.atLevel(now.state() == State.CONNECTED ? Level.INFO : Level.WARN)
                    .addKeyValue("bridge", bridge.instance().path())
                    .addKeyValue("state", now.state().word())
                    .log("the bridge's link to WhatsApp changed");
        }
        last = Optional.of(now);
        if (isNews(now.state())) {
            report(now);
        }
        if (now.state() == State.CONNECTED && !noted.equals(now.phone())) {
            now.phone().ifPresent(phone -> note(phone, instance().account(now.number())));
        }
        return false;
    }

    private boolean isNews(State state) {
        return reported.filter(report -> report.state() == state)
                .filter(report -> report.at().plus(REPETITION).isAfter(time.instant()))
                .isEmpty();
    }

    /// Another phone number under the same name has to be warmed up anew.
    private void note(String phone, String account) {
        OurNumber number = new OurNumber(instance().channel(), account);
        Optional<Boolean> another = queue.ask(times.redis(), q -> q.numbers().linked(number, phone, time.instant()));
        if (another.orElse(false)) {
            LOG.atWarn()
                    .addKeyValue("bridge", instance().path())
                    .log("another phone number is linked: it is warmed up as a new one");
        }
        noted = another.isPresent() ? Optional.of(phone) : noted;
    }

    private void report(Session now) {
        Instant at = time.instant();
        Instance instance = bridge.instance();
        String fact = Json.write(new GatewayFact.SessionChanged(
                instance.channel(), instance.account(now.number()), now.state().word(), at));
        if (queue.ask(times.redis(), q -> q.report(fact)).orElse(false)) {
            reported = Optional.of(new Report(now.state(), at));
        }
    }
}
