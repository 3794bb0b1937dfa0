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
import redis.clients.jedis.Protocol;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.providers.PooledConnectionProvider;

/// Opens Redis with a limit on every wait.
public final class RedisConnections {
    private static final int CONNECT_MS = 1_000;

    /// Ten times the longest blocking read, [ConversationQueue#LONGEST_WAIT].
    private static final int READ_MS = 2_000;

    private static final Duration POOL_WAIT = Duration.ofSeconds(1);

    private RedisConnections() {}

    /// A pool of connections that are opened when they are needed; so it comes up while Redis is down.
    ///
    /// @param uri `redis://[user:password@]host:port[/database]`, or `rediss:` for TLS
    /// @param maxConnections one for each thread that talks to Redis at the same time; one more waits up to 1 s
    /// @param roundTrips counts how often this client wrote to Redis and waited for the answer
    public static RedisClient open(URI uri, int maxConnections, Counter roundTrips) {
        HostAndPort address = new HostAndPort(uri.getHost(), uri.getPort() < 0 ? Protocol.DEFAULT_PORT : uri.getPort());
        JedisClientConfig config = config(uri);
        Connection.Builder connections = new CountedConnections(roundTrips)
                .socketFactory(new DefaultJedisSocketFactory(address, config))
                .clientConfig(config);
        ConnectionFactory factory = ConnectionFactory.builder()
                .clientConfig(config)
                .connectionBuilder(connections)
                .hostAndPort(address)
                .build();
        return RedisClient.builder()
                .clientConfig(config)
                .connectionProvider(new PooledConnectionProvider(factory, pool(maxConnections)))
                .build();
    }

    /// The same for one whose round trips nobody asks about.
    public static RedisClient open(URI uri, int maxConnections) {
        return open(uri, maxConnections, new SimpleMeterRegistry().counter("uncounted"));
    }

    /// Whether Redis answers now.
    public static boolean answers(RedisClient redis) {
        try {
            return "PONG".equals(redis.ping());
        } catch (JedisException _) {
            return false;
        }
    }

    private static JedisClientConfig config(URI uri) {
        return DefaultJedisClientConfig.builder(uri)
                .connectionTimeoutMillis(CONNECT_MS)
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
