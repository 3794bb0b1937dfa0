package congressbot.gateway;

import congressbot.gateway.bridge.gowa.Gowa;
import congressbot.wire.message.Content;
import congressbot.wire.message.IncomingMessage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/// Shows people at once that their message has come: read, and "typing…" until the reply is there. A courtesy that
/// nothing depends on: what cannot be shown now is not shown later.
final class PresenceSigns implements AutoCloseable {
    /// Calls at the bridge at the same time: few, because replies need it more.
    private static final int AT_ONCE = 8;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore room = new Semaphore(AT_ONCE);
    private final Gowa bridge;
    private final Presence presence;

    PresenceSigns(Gowa bridge, Presence presence) {
        this.bridge = bridge;
        this.presence = presence;
    }

    /// Returns at once.
    void show(IncomingMessage message) {
        if (presence == Presence.SHOWN && awaitsReply(message.content()) && room.tryAcquire()) {
            threads.execute(() -> {
                try {
                    bridge.showRead(message);
                    bridge.showTyping(message);
                } finally {
                    room.release();
                }
            });
        }
    }

    /// Calls in flight are given up.
    @Override
    public void close() {
        threads.shutdownNow();
    }

    private static boolean awaitsReply(Content content) {
        return switch (content) {
            case Content.Text _,
                    Content.Audio _,
                    Content.Image _,
                    Content.Document _,
                    Content.Location _,
                    Content.Contact _,
                    Content.Choice _,
                    Content.Unsupported _ -> true;
            case Content.Reaction _, Content.Edited _, Content.Deleted _, Content.FromStaff _ -> false;
        };
    }
}
