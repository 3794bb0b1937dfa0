package congressbot.wire.queue;

import java.net.URI;
import java.time.Duration;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;
import redis.clients.jedis.Connection;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;

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
    public static RedisClient open(URI uri, int maxConnections) {
        return RedisClient.builder()
                .hostAndPort(uri.getHost(), uri.getPort() < 0 ? Protocol.DEFAULT_PORT : uri.getPort())
                .clientConfig(DefaultJedisClientConfig.builder(uri)
                        .connectionTimeoutMillis(CONNECT_MS)
                        .socketTimeoutMillis(READ_MS)
                        .blockingSocketTimeoutMillis(READ_MS) // by default a blocking read waits for ever
                        .autoNegotiateProtocol(false) // one round trip less when a connection opens
                        .build())
                .poolConfig(pool(maxConnections))
                .build();
    }

    /// Whether Redis answers now.
    public static boolean answers(RedisClient redis) {
        try {
            return "PONG".equals(redis.ping());
        } catch (JedisException _) {
            return false;
        }
    }

    private static GenericObjectPoolConfig<Connection> pool(int maxConnections) {
        ConnectionPoolConfig pool = new ConnectionPoolConfig();
        pool.setMaxTotal(maxConnections);
        pool.setMaxIdle(maxConnections);
        pool.setMaxWait(POOL_WAIT);
        return pool;
    }
}
