package congressbot.dev.faults;

import congressbot.dev.sabotage.Failpoint;
import java.util.List;
import java.util.Random;

/// The house is broken once.
///
/// @param way in which the fault breaks it, from 0, where it has several; beyond the last it begins anew
record Strike(Fault fault, int way) {
    private static final int WAYS = 30;
    private static final List<Fault> MIXTURE = List.of(
            Fault.WORKER_KILLED,
            Fault.BOT_API_KILLED,
            Fault.GATEWAY_KILLED,
            Fault.HALTED,
            Fault.WORKER_PAUSED,
            Fault.REDIS_KILLED,
            Fault.POSTGRES_KILLED,
            Fault.LINK_BROKEN,
            Fault.NEIGHBOUR_HANGS);

    /// A process halts at this step.
    static Strike at(Failpoint point) {
        return new Strike(Fault.HALTED, List.of(Failpoint.values()).indexOf(point));
    }

    /// Any of those that need no house of their own.
    static Strike any(Random random) {
        return new Strike(MIXTURE.get(random.nextInt(MIXTURE.size())), random.nextInt(WAYS));
    }

    /// Where a process halts, if this is such a strike.
    Failpoint point() {
        List<Failpoint> points = List.of(Failpoint.values());
        return points.get(way % points.size());
    }
}
