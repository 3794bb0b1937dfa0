package congressbot.wire.testing;

import static org.awaitility.Awaitility.await;

import congressbot.wire.queue.RedisAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;
import redis.embedded.RedisSentinel;

/// A real Sentinel over servers of one test; closing stops it.
public final class TestSentinel implements AutoCloseable {
    private static final String PRIMARY = "congress";

    /// It asks the primary for its replicas every ten seconds.
    private static final Duration UNTIL_KNOWN = Duration.ofSeconds(40);

    private final RedisSentinel sentinel;
    private final TestRedis.Own primary;
    private final int port;

    private TestSentinel(TestRedis.Own primary, int port) {
        this.primary = primary;
        this.port = port;
        this.sentinel = RedisSentinel.newRedisSentinel()
                .port(port)
                .masterName(PRIMARY)
                .masterPort(primary.server().ports().getFirst())
                .quorumSize(1)
                .downAfterMilliseconds(500)
                .failOverTimeout(2_000)
                .build();
        start();
    }

    public static TestSentinel over(TestRedis.Own primary) {
        return new TestSentinel(primary, TestRedis.freePort());
    }

    public RedisAddress address() {
        return RedisAddress.parse("redis+sentinel://127.0.0.1:" + port + "/" + PRIMARY);
    }

    /// Makes a server a replica; returns when the Sentinel could make it the primary.
    public void adopt(TestRedis.Own replica) {
        try (UnifiedJedis server = replica.client()) {
            server.executeCommand(new CommandArguments(Protocol.Command.REPLICAOF)
                    .add("127.0.0.1")
                    .add(primary.server().ports().getFirst()));
        }
        await().atMost(UNTIL_KNOWN).until(() -> {
            try (Jedis asked = ask()) {
                return asked.sentinelReplicas(PRIMARY).stream().anyMatch(TestSentinel::isReady);
            }
        });
    }

    /// Asks for a fail-over, until it begins.
    public void failOver() {
        await().atMost(UNTIL_KNOWN)
                .ignoreExceptionsInstanceOf(JedisException.class)
                .until(() -> {
                    try (Jedis asked = ask()) {
                        return asked.sentinelFailover(PRIMARY).equals("OK");
                    }
                });
    }

    public void start() {
        try {
            sentinel.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void stop() {
        try {
            sentinel.stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        stop();
    }

    private Jedis ask() {
        return new Jedis("127.0.0.1", port);
    }

    private static boolean isReady(Map<String, String> replica) {
        return "slave".equals(replica.get("flags")) && "ok".equals(replica.get("master-link-status"));
    }
}
