package congressbot.worker;

import congressbot.wire.process.Ticker;
import congressbot.wire.queue.Claim;
import congressbot.wire.queue.ClaimId;
import congressbot.wire.queue.ConversationQueue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The claims that this process holds, renewed all together three times in a lease. A claim that Redis gave to
/// somebody else in the meantime is lost, and its work is abandoned.
final class Leases implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Leases.class);
    private static final int RENEWALS_PER_LEASE = 3;

    private final ConversationQueue queue;
    private final Map<ClaimId, Held> held = new ConcurrentHashMap<>();
    private final Ticker ticker;

    Leases(ConversationQueue queue, Duration lease) {
        this.queue = queue;
        this.ticker = Ticker.start("leases", lease.dividedBy(RENEWALS_PER_LEASE), this::renew);
    }

    private record Held(Claim claim, boolean lost) {
        Held asLost() {
            return new Held(claim, true);
        }
    }

    void hold(Claim claim) {
        held.put(claim.id(), new Held(claim, false));
    }

    /// Ends the renewals of a claim.
    ///
    /// @return whether it is still ours, as far as is known
    boolean release(Claim claim) {
        Held ended = held.remove(claim.id());
        return ended != null && !ended.lost();
    }

    boolean lost(Claim claim) {
        Held now = held.get(claim.id());
        return now == null || now.lost();
    }

    /// Takes everything that is held for lost.
    ///
    /// @return what was not lost before
    List<Claim> abandon() {
        List<Claim> ours = live();
        held.replaceAll((_, one) -> one.asLost());
        return ours;
    }

    @Override
    public void close() {
        ticker.close();
    }

    private List<Claim> live() {
        return held.values().stream()
                .filter(one -> !one.lost())
                .map(Held::claim)
                .toList();
    }

    /// A failure is made good by the next renewal; if none succeeds in time, the claims are lost, which a turn
    /// survives.
    ///
    /// @return false: there is no more to do at once
    private boolean renew() {
        for (ClaimId id : queue.renew(live())) {
            if (held.computeIfPresent(id, (_, one) -> one.asLost()) != null) { // null: given back while we asked
                LOG.atWarn().addKeyValue("claim", id).log("claim lost, its work is abandoned");
            }
        }
        return false;
    }
}
