package congressbot.gateway;

import congressbot.gateway.bridge.Bridge;
import congressbot.gateway.memory.Recent;
import congressbot.wire.message.Content;
import congressbot.wire.message.IncomingMessage;
import congressbot.wire.message.MessageId;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/// Shows people at once that their message has come: read, and "typing…" until the reply is there. A
/// courtesy that nothing depends on: what cannot be shown now is not shown later.
final class PresenceSigns implements AutoCloseable {
    /// Calls at the bridge at the same time: few, because replies need it more.
    private static final int AT_ONCE = 8;

    /// Messages that are remembered as shown: a bridge repeats its webhooks within a minute.
    private static final int REMEMBERED = 10_000;

    private final Set<MessageId> shown = Collections.newSetFromMap(new Recent<>(REMEMBERED));

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore room = new Semaphore(AT_ONCE);
    private final Presence presence;
    private final Typist typist;

    PresenceSigns(Presence presence, Typist typist) {
        this.presence = presence;
        this.typist = typist;
    }

    /// Returns at once. A message that comes again may be answered already: nothing is shown.
    void show(Bridge bridge, IncomingMessage message) {
        if (presence == Presence.SHOWN && awaitsReply(message.content()) && isNew(message.id()) && room.tryAcquire()) {
            typist.begin(message);
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

    private boolean isNew(MessageId id) {
        synchronized (shown) {
            return shown.add(id);
        }
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
