package congressbot.gateway;

import congressbot.gateway.Safekeeping.Kept;
import congressbot.gateway.bridge.Bridge;
import congressbot.gateway.bridge.Instance;
import congressbot.gateway.bridge.Intake;
import congressbot.gateway.bridge.WebhookCall;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Takes in what a bridge tells, by webhook or because we asked: finds the conversation of each message, puts it where
/// it lasts, and remembers what could not be kept.
final class Arrivals {
    private final Numbers numbers;
    private final Safekeeping safekeeping;

    /// Bridges that were told to come back later. They do, for a while.
    private final Set<Instance> refused = ConcurrentHashMap.newKeySet();

    Arrivals(Numbers numbers, Safekeeping safekeeping) {
        this.numbers = numbers;
        this.safekeeping = safekeeping;
    }

    /// Whether everything was kept since the last time that somebody asked.
    boolean keptAll(Instance bridge) {
        return !refused.remove(bridge);
    }

    /// @param raw as the bridge wrote it
    Kept keep(Bridge bridge, Intake.Messages messages, byte[] raw) {
        Intake.Messages placed = new Intake.Messages(numbers.placed(messages.messages()));
        Kept kept = noted(bridge, safekeeping.keep(placed, raw));
        if (kept == Kept.KEPT) {
            numbers.learn(bridge, messages.messages());
        }
        return kept;
    }

    Kept keep(Bridge bridge, Intake.Receipts receipts) {
        return noted(bridge, safekeeping.keep(receipts));
    }

    Kept keep(Bridge bridge, Intake.Unreadable unreadable, WebhookCall webhook) {
        return noted(
                bridge,
                safekeeping.keep(bridge.instance().channel(), unreadable, webhook.body(), webhook.receivedAt()));
    }

    private Kept noted(Bridge bridge, Kept kept) {
        if (kept != Kept.KEPT) {
            refused.add(bridge.instance());
        }
        return kept;
    }
}
