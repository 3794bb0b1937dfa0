package congressbot.wire.queue;

import io.micrometer.core.instrument.Counter;
import redis.clients.jedis.Connection;

/// Builds connections that count their round trips: each time that what was written goes out and the answer is waited
/// for. So a pipeline counts once, a command that is refused counts too, and so does what a connection says when it
/// opens.
final class CountedConnections extends Connection.Builder {
    private final Counter roundTrips;

    CountedConnections(Counter roundTrips) {
        this.roundTrips = roundTrips;
    }

    @Override
    protected Connection createConnection() {
        return new Counted(this, roundTrips);
    }

    private static final class Counted extends Connection {
        private final Counter roundTrips;

        Counted(Connection.Builder builder, Counter roundTrips) {
            super(builder);
            this.roundTrips = roundTrips;
        }

        @Override
        protected void flush() {
            super.flush();
            roundTrips.increment();
        }
    }
}
