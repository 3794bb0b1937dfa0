package congressbot.worker;

import congressbot.wire.process.Ticker;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks, while a neighbour is down, whether it is back, and then lets the claims go on.
final class Recovery implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Slots slots;
    private final BooleanSupplier allWell;
    private final Ticker ticker;

    /// @param allWell asks the neighbours, within a second or two
    Recovery(Slots slots, BooleanSupplier allWell) {
        this.slots = slots;
        this.allWell = allWell;
        this.ticker = Ticker.start("recovery", PAUSE, this::look);
    }

    @Override
    public void close() {
        ticker.close();
    }

    /// @return false: there is no more to do at once
    private boolean look() {
        if (!slots.healthy() && allWell.getAsBoolean() && slots.healthy(true)) {
            LOG.info("neighbours are back, claiming again");
        }
        return false;
    }
}
