package congressbot.gateway.bridge;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// An ERROR in the log for what an operator has to set right, at most once a minute for each cause.
public final class Alarm {
    private static final Logger LOG = LoggerFactory.getLogger(Alarm.class);
    private static final Duration SILENCE = Duration.ofMinutes(1);

    private final Map<String, Instant> raised = new ConcurrentHashMap<>();
    private final InstantSource time;

    public Alarm(InstantSource time) {
        this.time = time;
    }

    /// Logs the cause, unless it did so within the last minute.
    ///
    /// @param cause one of a few fixed texts, each remembered for ever
    public void raise(String cause) {
        Instant now = time.instant();
        Instant last =
                raised.merge(cause, now, (before, _) -> before.plus(SILENCE).isAfter(now) ? before : now);
        if (last.equals(now)) {
            LOG.atError().log(cause);
        }
    }
}
