package congressbot.wire.queue;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;
import redis.clients.jedis.Connection;
import redis.clients.jedis.ConnectionFactory;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.DefaultJedisSocketFactory;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.RedisSentinelClient;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.providers.PooledConnectionProvider;

/// Opens Redis with a limit on every wait.
public final class RedisConnections {
    private static final int CONNECT_MS = 1_000;

    /// Ten times the longest blocking read, [ConversationQueue#LONGEST_WAIT].
    private static final int READ_MS = 2_000;

    private static final int SILENCE_MS = 60_000;

    private static final Duration POOL_WAIT = Duration.ofSeconds(1);

    private RedisConnections() {}

    /// A pool of connections that are opened when they are needed; so it comes up while Redis is down. With Sentinels
    /// it follows them to another server by itself.
    ///
    /// @param maxConnections one for each thread that talks to Redis at the same time; one more waits up to 1 s
    /// @param roundTrips counts how often this client wrote to Redis and waited for the answer
    public static UnifiedJedis open(RedisAddress address, int maxConnections, Counter roundTrips) {
        return switch (address) {
            case RedisAddress.Server(URI uri) -> open(uri, maxConnections, roundTrips);
            case RedisAddress.Sentinels sentinels -> open(sentinels, maxConnections, roundTrips);
        };
    }

    /// The same for one server whose round trips nobody asks about.
    public static UnifiedJedis open(URI uri, int maxConnections) {
        return open(RedisAddress.at(uri), maxConnections, new SimpleMeterRegistry().counter("uncounted"));
    }

    private static UnifiedJedis open(URI uri, int maxConnections, Counter roundTrips) {
        HostAndPort server = new HostAndPort(uri.getHost(), uri.getPort());
        JedisClientConfig config = limited(DefaultJedisClientConfig.builder(uri));
        return RedisClient.builder()
                .clientConfig(config)
                .connectionProvider(connections(server, config, maxConnections, roundTrips))
                .build();
    }

    private static UnifiedJedis open(RedisAddress.Sentinels sentinels, int maxConnections, Counter roundTrips) {
        JedisClientConfig config = limited(DefaultJedisClientConfig.builder(sentinels.login()));
        return RedisSentinelClient.builder()
                .sentinels(sentinels.hosts())
                .masterName(sentinels.primary())
                .clientConfig(config)
                .connectionProvider(new SentinelConnections(
                        sentinels, listening(), server -> connections(server, config, maxConnections, roundTrips)))
                .build();
    }

    /// To a Sentinel, which may have nothing to tell for days. After a minute of silence it is asked anew who the
    /// primary is: a connection may be dead without anybody telling.
    private static JedisClientConfig listening() {
        return DefaultJedisClientConfig.builder()
                .connectionTimeoutMillis(CONNECT_MS)
                .socketTimeoutMillis(READ_MS)
                .blockingSocketTimeoutMillis(SILENCE_MS)
                .autoNegotiateProtocol(false)
                .build();
    }

    /// Whether Redis answers now.
    public static boolean answers(UnifiedJedis redis) {
        try {
            return "PONG".equals(redis.ping());
        } catch (JedisException _) {
            return false;
        }
    }

    private static PooledConnectionProvider connections(
            HostAndPort server, JedisClientConfig config, int maxConnections, Counter roundTrips) {
        Connection.Builder connections = new CountedConnections(roundTrips)
                .socketFactory(new DefaultJedisSocketFactory(server, config))
                .clientConfig(config);
        ConnectionFactory factory = ConnectionFactory.builder()
                .clientConfig(config)
                .connectionBuilder(connections)
                .hostAndPort(server)
                .build();
        return new PooledConnectionProvider(factory, pool(maxConnections));
    }

    private static JedisClientConfig limited(DefaultJedisClientConfig.Builder config) {
        return config.connectionTimeoutMillis(CONNECT_MS)
                .socketTimeoutMillis(READ_MS)
                .blockingSocketTimeoutMillis(READ_MS) // by default a blocking read waits for ever
                .autoNegotiateProtocol(false) // one round trip less when a connection opens
                .build();
    }

    private static GenericObjectPoolConfig<Connection> pool(int maxConnections) {
        ConnectionPoolConfig pool = new ConnectionPoolConfig();
        pool.setMaxTotal(maxConnections);
        pool.setMaxIdle(maxConnections);
        pool.setMaxWait(POOL_WAIT);
        return pool;
    }
}
