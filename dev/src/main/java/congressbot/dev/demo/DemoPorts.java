package congressbot.dev.demo;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;

/// Where the parts of a demo listen: the usual port, or the next one that is free.
record DemoPorts(int page, int botApi, int gateway, int worker) {
    private static final int PAGE = 8090;
    private static final int BOT_API = 8080;
    private static final int GATEWAY = 8081;
    private static final int WORKER = 8082;

    /// How far from the usual one a port may be.
    private static final int TRIES = 200;

    static DemoPorts choose() throws IOException {
        Set<Integer> chosen = new HashSet<>();
        int page = next(PAGE, chosen);
        int botApi = next(BOT_API, chosen);
        int gateway = next(GATEWAY, chosen);
        return new DemoPorts(page, botApi, gateway, next(WORKER, chosen));
    }

    private static int next(int usual, Set<Integer> chosen) throws IOException {
        for (int port = usual; port < usual + TRIES; port++) {
            if (!chosen.contains(port) && free(port)) {
                chosen.add(port);
                return port;
            }
        }
        throw new IOException("no free port from " + usual + " on");
    }

    /// On all interfaces: the processes listen there.
    private static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true); // a connection that has just ended keeps nobody out
            socket.bind(new InetSocketAddress(port));
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
