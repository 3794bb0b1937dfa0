package congressbot.wire.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import redis.clients.jedis.RedisClient;
import redis.embedded.RedisServer;

/// A real Redis on a free port, started on first use and shared by all tests of one JVM.
public final class TestRedis {
    private static final RedisServer SERVER = start();

    private TestRedis() {}

    public static URI uri() {
        return URI.create("redis://127.0.0.1:" + SERVER.ports().getFirst());
    }

    /// A client of the emptied store.
    public static RedisClient emptied() {
        RedisClient client = RedisClient.create(uri());
        client.flushAll();
        return client;
    }

    private static RedisServer start() {
        try {
            RedisServer server = RedisServer.newRedisServer()
                    .port(freePort())
                    .bind("127.0.0.1")
                    .setting("save \"\"")
                    .setting("appendonly no")
                    .build();
            server.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stop(RedisServer server) {
        try {
            server.stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
