package congressbot.dev.bench.ceiling;

import congressbot.dev.process.Opened;
import congressbot.dev.stores.EmbeddedRedis.AppendSync;
import congressbot.dev.stores.Ports;
import congressbot.dev.stores.StorePair;
import congressbot.wire.queue.RedisConnections;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.UnifiedJedis;

/// What this machine could do of each kind of work that a message takes, if it did nothing else.
///
/// @param turns the statements of a turn, without HTTP and without us
/// @param queue the scripts of a message, without work
/// @param hops calls between two processes, without anything done
/// @param hopCpuMillis CPU-milliseconds of one such call, of both ends together
public record Ceilings(Rate turns, Map<AppendSync, Rate> queue, Rate hops, double hopCpuMillis) {
    /// Bridge to gateway, worker to bot-api, worker to gateway, gateway to bridge.
    public static final int HOPS = 4;

    public Ceilings {
        queue = Map.copyOf(queue);
    }

    /// How much is done.
    ///
    /// @param people whose turns are recorded and repeated
    /// @param messages through the queue
    /// @param calls empty ones, after as many to get warm
    /// @param callers at the same time
    public record Effort(int people, int messages, int calls, int callers) {
        public static final Effort NORMAL = new Effort(500, 16_000, 30_000, 50);
    }

    /// Measures with stores of its own.
    ///
    /// @param folder emptied first
    public static Ceilings measure(Path project, Path folder, Effort effort, Opened outer)
            throws IOException, SQLException, InterruptedException {
        StorePair.erase(folder);
        try (Opened opened = outer.with(new Opened())) {
            StorePair stores = opened.with(StorePair.start(folder, 0, 0, AppendSync.EVERYSEC));
            Rate turns = new TurnCeiling(stores, project, folder).measure(effort.people());
            UnifiedJedis redis =
                    opened.with(RedisConnections.open(stores.redis().url(), QueueCeiling.CONNECTIONS));
            Map<AppendSync, Rate> queue = new EnumMap<>(AppendSync.class);
            for (AppendSync sync : AppendSync.values()) {
                begin(stores.redis().port(), sync);
                int each = effort.messages() / QueueCeiling.CONNECTIONS;
                QueueCeiling ceiling = new QueueCeiling(redis);
                ceiling.measure(each, 0); // warm
                queue.put(sync, ceiling.measure(each, effort.messages()));
            }
            HopCeiling.Hops hops = HopCeiling.measure(effort.calls(), effort.callers());
            return new Ceilings(turns, queue, hops.rate(), hops.cpuMillis());
        }
    }

    /// Takes away what was left there, and changes when it comes to the disk.
    private static void begin(int port, AppendSync sync) {
        try (Jedis redis = new Jedis(new HostAndPort(Ports.LOOPBACK, port))) {
            redis.flushAll();
            redis.configSet("appendfsync", sync.name().toLowerCase(Locale.ROOT));
        }
    }

    /// Messages a second if each took its turn, its scripts and its hops one after the other, with
    /// all cores at the one and then at the other.
    public double together(AppendSync sync) {
        double scripts = Objects.requireNonNull(queue.get(sync)).perSecond();
        return 1 / (1 / turns.perSecond() + 1 / scripts + HOPS / hops.perSecond());
    }
}
