package congressbot.bot.participant;

import congressbot.wire.process.Health.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where the organisers' list is read: in a replica of the database if there is one, so that a long list or its file
/// holds up no conversation. A replica that fails is left alone for a while, and the database itself is read.
public final class ListSource {
    private static final Logger LOG = LoggerFactory.getLogger(ListSource.class);
    private static final Duration LEFT_ALONE = Duration.ofSeconds(30);

    private final Jdbi primary;
    private final Optional<Jdbi> replica;
    private final InstantSource time;
    private final AtomicReference<Optional<Instant>> failedAt = new AtomicReference<>(Optional.empty());

    public ListSource(Jdbi primary, Optional<Jdbi> replica, InstantSource time) {
        this.primary = primary;
        this.replica = replica;
        this.time = time;
    }

    /// Asks the replica, to be called now and then: it may be long until somebody looks at the list.
    ///
    /// @return false: nothing is left to be done at once
    public boolean look() {
        replica.ifPresent(jdbi -> fromReplica(jdbi, handle -> handle.execute("SELECT 1")));
        return false;
    }

    /// For `/health`.
    public Status status() {
        if (replica.isEmpty()) {
            return new Status.Off();
        }
        return failedAt.get()
                .<Status>map(at -> new Status.Degraded("the list is read in the primary, no answer at " + at))
                .orElseGet(Status.Healthy::new);
    }

    <T> T read(Function<Handle, T> question) {
        return replica.filter(_ -> isTrusted())
                .flatMap(jdbi -> fromReplica(jdbi, question))
                .orElseGet(() -> primary.withHandle(question::apply));
    }

    private boolean isTrusted() {
        return failedAt.get()
                .filter(at -> Duration.between(at, time.instant()).compareTo(LEFT_ALONE) < 0)
                .isEmpty();
    }

    /// Whatever fails there: if the question is at fault, it fails in the primary, too, and is told there.
    private <T> Optional<T> fromReplica(Jdbi jdbi, Function<Handle, T> question) {
        try {
            T answer = jdbi.withHandle(question::apply);
            if (failedAt.getAndSet(Optional.empty()).isPresent()) {
                LOG.info("the replica answers again");
            }
            return Optional.of(answer);
        } catch (JdbiException e) {
            if (failedAt.getAndSet(Optional.of(time.instant())).isEmpty()) {
                LOG.atWarn()
                        .addKeyValue("failure", e.getClass().getSimpleName())
                        .log("the replica does not answer, reading the list in the primary until it does");
            }
            return Optional.empty();
        }
    }
}
