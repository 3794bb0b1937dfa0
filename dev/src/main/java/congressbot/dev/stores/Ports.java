package congressbot.dev.stores;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/// TCP ports of the loopback interface.
public final class Ports {
    public static final String LOOPBACK = "127.0.0.1";

    private static final int LOWEST = 10_000;

    /// From here on Linux lends ports to outgoing connections: a server that ends might not get such a port again.
    private static final int LENT = 32_768;

    private static final int TRIES = 1_000;

    private Ports() {}

    /// The preferred port when it is free (0: no preference), else another one that is.
    public static int free(int preferred) throws IOException {
        int port = preferred;
        for (int i = 0; i < TRIES; i++) {
            if (port > 0 && isFree(port)) {
                return port;
            }
            port = ThreadLocalRandom.current().nextInt(LOWEST, LENT);
        }
        throw new IOException("no port is free");
    }

    private static boolean isFree(int port) {
        try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.ofLiteral(LOOPBACK))) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
