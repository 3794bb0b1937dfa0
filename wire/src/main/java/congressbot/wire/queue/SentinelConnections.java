package congressbot.wire.queue;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.providers.ConnectionProvider;
import redis.clients.jedis.providers.PooledConnectionProvider;
import redis.clients.jedis.providers.SentineledConnectionProvider;

/// Connections to the server that the Sentinels call the primary now. Jedis listens to them; this opens the pools, as
/// for a single server, and comes up while no Sentinel answers.
final class SentinelConnections implements ConnectionProvider {
    /// Each try waits for every Sentinel, and everybody waits for the try.
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    private final RedisAddress.Sentinels address;
    private final JedisClientConfig config;
    private final Function<HostAndPort, PooledConnectionProvider> pools;

    private Optional<SentineledConnectionProvider> sentinels = Optional.empty();
    private Optional<Primary> primary = Optional.empty();
    private Optional<Long> failedAt = Optional.empty();

    /// @param config of the calls to the Sentinels
    /// @param pools opens one for a server
    SentinelConnections(
            RedisAddress.Sentinels address,
            JedisClientConfig config,
            Function<HostAndPort, PooledConnectionProvider> pools) {
        this.address = address;
        this.config = config;
        this.pools = pools;
    }

    private record Primary(HostAndPort server, PooledConnectionProvider pool) {}

    @Override
    public Connection getConnection() {
        return pool().getConnection();
    }

    @Override
    public Connection getConnection(CommandArguments command) {
        return pool().getConnection(command);
    }

    @Override
    public synchronized void close() {
        primary.ifPresent(known -> known.pool().close());
        sentinels.ifPresent(SentineledConnectionProvider::close);
    }

    private synchronized PooledConnectionProvider pool() {
        HostAndPort server = sentinels().getCurrentMaster();
        Optional<Primary> current = primary.filter(known -> known.server().equals(server));
        if (current.isEmpty()) {
            primary.ifPresent(known -> known.pool().close());
            current = Optional.of(new Primary(server, pools.apply(server)));
            primary = current;
        }
        return current.get().pool();
    }

    private SentineledConnectionProvider sentinels() {
        if (sentinels.isEmpty()) {
            failedAt.filter(at -> System.nanoTime() - at < BETWEEN_TRIES.toNanos())
                    .ifPresent(_ -> {
                        throw new JedisConnectionException("no Sentinel answered a moment ago");
                    });
            sentinels = Optional.of(ask());
        }
        return sentinels.get();
    }

    private SentineledConnectionProvider ask() {
        try {
            return new SentineledConnectionProvider(address.primary(), config, address.hosts(), config);
        } catch (JedisException e) {
            failedAt = Optional.of(System.nanoTime());
            throw e;
        }
    }
}
