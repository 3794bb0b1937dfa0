package congressbot.wire.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import congressbot.wire.testing.TestRedis;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.args.ListDirection;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;

@Timeout(20)
class RedisConnectionsTest {
    @Test
    void the_database_of_the_address_is_used() {
        try (UnifiedJedis first = TestRedis.emptied();
                UnifiedJedis second = RedisConnections.open(URI.create(TestRedis.uri() + "/1"), 1)) {
            first.set("a", "in the first");

            assertThat(second.exists("a")).isFalse();
        }
    }

    @Test
    void it_opens_while_redis_is_down() throws IOException {
        try (UnifiedJedis client = RedisConnections.open(URI.create("redis://127.0.0.1:" + closedPort()), 1)) {
            assertThatThrownBy(() -> client.get("a")).isInstanceOf(JedisException.class);
        }
    }

    @Test
    void a_blocking_read_ends_after_two_seconds_whatever_the_server_does() {
        try (UnifiedJedis client = TestRedis.emptied()) {
            assertThatThrownBy(() -> client.blmove("none", "none", ListDirection.LEFT, ListDirection.LEFT, 60))
                    .isInstanceOf(JedisConnectionException.class)
                    .hasRootCauseInstanceOf(SocketTimeoutException.class);
        }
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
