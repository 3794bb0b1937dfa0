package congressbot.worker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/// A way to Redis that loses an answer after Redis did what was asked, or everything.
final class CuttingProxy implements AutoCloseable {
    private static final String NOTHING = "";

    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicReference<String> cutAt = new AtomicReference<>(NOTHING);
    private final AtomicInteger cuts = new AtomicInteger();
    private final int target;
    private volatile boolean refusing;

    CuttingProxy(int target) throws IOException {
        this.target = target;
        Thread.ofVirtual().start(this::accept);
    }

    URI uri() {
        return URI.create("redis://127.0.0.1:" + listener.getLocalPort());
    }

    /// Loses the answer to the next request that holds this text; once.
    void cutAnswerTo(String text) {
        cutAt.set(text);
    }

    int cuts() {
        return cuts.get();
    }

    /// Cuts every connection, and lets none through any more.
    void refuse(boolean now) throws IOException {
        refusing = now;
        if (now) {
            closeAll();
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        closeAll();
    }

    private void closeAll() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                if (refusing) {
                    client.close();
                } else {
                    join(client, new Socket(InetAddress.getLoopbackAddress(), target));
                }
            } catch (IOException _) {
                // the listener was closed: the loop ends
            }
        }
    }

    private void join(Socket client, Socket server) {
        Set<String> cutting = ConcurrentHashMap.newKeySet();
        open.add(client);
        open.add(server);
        Thread.ofVirtual()
                .start(() -> copy(client, server, chunk -> {
                    String text = cutAt.get();
                    if (!text.equals(NOTHING) && chunk.contains(text) && cutAt.compareAndSet(text, NOTHING)) {
                        cutting.add(text);
                    }
                    return true;
                }));
        Thread.ofVirtual().start(() -> copy(server, client, _ -> cutting.isEmpty() || cuts.incrementAndGet() < 0));
    }

    private interface Gate {
        boolean lets(String chunk);
    }

    private static void copy(Socket from, Socket to, Gate gate) {
        byte[] buffer = new byte[65_536];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (!gate.lets(new String(buffer, 0, n, StandardCharsets.UTF_8))) {
                    return;
                }
                out.write(buffer, 0, n);
                out.flush();
            }
        } catch (IOException _) {
            // one side is gone: so is the other
        }
    }
}
