package congressbot.wire.testing;

import congressbot.wire.queue.RedisConnections;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import redis.clients.jedis.UnifiedJedis;
import redis.embedded.RedisServer;

/// A real Redis on a free port, started on first use and shared by all tests of one JVM.
public final class TestRedis {
    private static final int CONNECTIONS = 8;

    private TestRedis() {}

    public static URI uri() {
        return Shared.REDIS.uri();
    }

    /// A client of the emptied store; to be closed.
    public static UnifiedJedis emptied() {
        UnifiedJedis client = RedisConnections.open(uri(), CONNECTIONS);
        client.flushAll();
        return client;
    }

    /// A Redis for one test alone, which may change its settings or stop it.
    public static Own own() {
        return new Own(start(freePort()));
    }

    /// A server of its own; closing stops it.
    public record Own(RedisServer server) implements AutoCloseable {
        public URI uri() {
            return URI.create("redis://127.0.0.1:" + server.ports().getFirst());
        }

        public UnifiedJedis client() {
            return RedisConnections.open(uri(), CONNECTIONS);
        }

        @Override
        public void close() {
            try {
                server.stop();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final class Shared {
        private static final Own REDIS = own();

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(REDIS::close));
        }
    }

    private static RedisServer start(int port) {
        try {
            RedisServer server = RedisServer.newRedisServer()
                    .port(port)
                    .bind("127.0.0.1")
                    .setting("save \"\"")
                    .setting("appendonly no")
                    .build();
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
