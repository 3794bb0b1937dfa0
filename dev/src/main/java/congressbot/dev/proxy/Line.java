package congressbot.dev.proxy;

import congressbot.dev.process.Pause;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/// One connection through a proxy.
final class Line {
    private static final int PIECE = 16_384;
    private static final Duration LATENCY = Duration.ofSeconds(1);
    private static final Duration DROP = Duration.ofMillis(200);

    private final Proxy proxy;
    private final Socket near;
    private final Socket far;
    private final AtomicReference<Direction> spokeLast = new AtomicReference<>(Direction.BACK);

    Line(Proxy proxy, Socket near, Socket far) {
        this.proxy = proxy;
        this.near = near;
        this.far = far;
    }

    private enum Direction {
        FORTH,
        BACK
    }

    void start() throws IOException {
        near.setTcpNoDelay(true);
        far.setTcpNoDelay(true);
        Thread.ofVirtual().name("proxy-forth").start(() -> pump(near, far, Direction.FORTH));
        Thread.ofVirtual().name("proxy-back").start(() -> pump(far, near, Direction.BACK));
    }

    void reset() {
        Proxy.reset(near);
        Proxy.reset(far);
    }

    private void pump(Socket from, Socket to, Direction direction) {
        byte[] piece = new byte[PIECE];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
                pass(out, piece, length, direction);
            }
        } catch (IOException _) {
            reset(); // one side is gone, and the other is to know
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            proxy.ended(this);
        }
    }

    private void pass(OutputStream out, byte[] piece, int length, Direction direction)
            throws IOException, InterruptedException {
        if (spokeLast.getAndSet(direction) != direction && direction == Direction.FORTH) {
            proxy.noteRoundTrip();
        }
        switch (proxy.condition()) {
            case OPEN -> out.write(piece, 0, length);
            case CUT -> breakOff();
            case CUT_BEFORE_REPLY -> {
                if (direction == Direction.BACK) {
                    breakOff();
                }
                out.write(piece, 0, length);
            }
            case HALF_OPEN -> proxy.noteBroken();
            case SLOW -> {
                proxy.noteBroken();
                Pause.of(LATENCY);
                out.write(piece, 0, length);
            }
            case DRIPPING -> drip(out, piece, length);
        }
    }

    private void breakOff() throws IOException {
        proxy.noteBroken();
        reset();
        throw new IOException("broken off");
    }

    private void drip(OutputStream out, byte[] piece, int length) throws IOException, InterruptedException {
        proxy.noteBroken();
        int done = 0;
        while (done < length && proxy.condition() == Condition.DRIPPING) {
            out.write(piece, done++, 1);
            Pause.of(DROP);
        }
        out.write(piece, done, length - done);
    }
}
