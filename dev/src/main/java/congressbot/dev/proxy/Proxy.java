package congressbot.dev.proxy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A TCP port that leads to another one, through a network whose condition can be changed at any moment.
public final class Proxy implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Proxy.class);
    private static final int BACKLOG = 200;

    private final ServerSocket door;
    private final InetSocketAddress target;
    private final Set<Line> lines = ConcurrentHashMap.newKeySet();
    private final AtomicInteger broken = new AtomicInteger();
    private final AtomicLong roundTrips = new AtomicLong();
    private volatile Condition condition = Condition.OPEN;

    private Proxy(ServerSocket door, InetSocketAddress target) {
        this.door = door;
        this.target = target;
    }

    /// On a free port of this machine.
    ///
    /// @param host of the target, which need not listen yet
    public static Proxy to(String host, int port) throws IOException {
        Proxy proxy = new Proxy(
                new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()), new InetSocketAddress(host, port));
        Thread.ofVirtual().name("proxy").start(proxy::accept);
        return proxy;
    }

    public int port() {
        return door.getLocalPort();
    }

    /// From now on; what is open already is concerned as well. What was half-open ends with that.
    public void become(Condition next) {
        Condition before = condition;
        condition = next;
        if (next == Condition.CUT || before == Condition.HALF_OPEN) {
            lines.forEach(Line::reset);
        }
    }

    /// How many connections were reset, and pieces lost or held up, on purpose.
    public int broken() {
        return broken.get();
    }

    /// How often who connected began to speak: on a new connection, or after an answer.
    public long roundTrips() {
        return roundTrips.get();
    }

    @Override
    public void close() throws IOException {
        door.close();
        lines.forEach(Line::reset);
    }

    Condition condition() {
        return condition;
    }

    void noteBroken() {
        broken.incrementAndGet();
    }

    void noteRoundTrip() {
        roundTrips.incrementAndGet();
    }

    void ended(Line line) {
        lines.remove(line);
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                connect(door.accept());
            } catch (IOException e) {
                if (!door.isClosed()) {
                    LOG.atWarn().setCause(e).log("a connection cannot be accepted");
                }
            }
        }
    }

    /// A target that does not listen resets its caller, as it would without us.
    private void connect(Socket near) throws IOException {
        if (condition == Condition.CUT) {
            noteBroken();
            reset(near);
            return;
        }
        Socket far = new Socket();
        try {
            far.connect(target);
        } catch (IOException _) {
            reset(near);
            return;
        }
        Line line = new Line(this, near, far);
        lines.add(line);
        line.start();
    }

    static void reset(Socket socket) {
        try (socket) {
            socket.setSoLinger(true, 0);
        } catch (IOException _) {
            // It was closed already.
        }
    }
}
