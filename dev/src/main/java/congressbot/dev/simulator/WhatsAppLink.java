package congressbot.dev.simulator;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// The bridge's connection to WhatsApp, which can be lost for a while.
final class WhatsAppLink {
    private final Feed feed;
    private CompletableFuture<Void> connection = CompletableFuture.completedFuture(null);

    WhatsAppLink(Feed feed) {
        this.feed = feed;
    }

    /// As the page shows it.
    record Shown(boolean connected) {}

    synchronized Shown shown() {
        return new Shown(connection.isDone());
    }

    boolean connected() {
        return shown().connected();
    }

    synchronized void lose(Duration away) {
        if (connection.isDone()) {
            connection = new CompletableFuture<Void>().completeOnTimeout(null, away.toMillis(), TimeUnit.MILLISECONDS);
            var _ = connection.thenRun(() -> feed.publish("bridge", new Shown(true)));
            feed.publish("bridge", new Shown(false));
        }
    }

    /// Waits until it is there.
    void await() {
        current().join();
    }

    /// Lets nobody wait any longer.
    synchronized void restore() {
        connection.complete(null);
    }

    private synchronized CompletableFuture<Void> current() {
        return connection;
    }
}
