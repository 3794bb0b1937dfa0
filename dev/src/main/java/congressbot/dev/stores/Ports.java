package congressbot.dev.stores;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/// TCP ports of the loopback interface.
public final class Ports {
    public static final String LOOPBACK = "127.0.0.1";

    private Ports() {}

    /// The preferred port when it is free (0: no preference), else another one that is.
    public static int free(int preferred) throws IOException {
        try {
            return bindable(preferred);
        } catch (IOException _) { // taken: any other will do
            return bindable(0);
        }
    }

    private static int bindable(int port) throws IOException {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.ofLiteral(LOOPBACK))) {
            return socket.getLocalPort();
        }
    }
}
