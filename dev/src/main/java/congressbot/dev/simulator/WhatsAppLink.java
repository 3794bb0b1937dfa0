package congressbot.dev.simulator;

import congressbot.dev.bridge.Line;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// The bridge's connection to WhatsApp, which can be lost for a while, or until somebody pairs it
/// anew.
final class WhatsAppLink {
    private final Feed feed;
    private CompletableFuture<Void> connection = CompletableFuture.completedFuture(null);
    private boolean paired = true;

    WhatsAppLink(Feed feed) {
        this.feed = feed;
    }

    /// As the page shows it.
    record Shown(boolean connected, boolean paired) {}

    synchronized Shown shown() {
        return new Shown(connection.isDone(), paired);
    }

    synchronized Line.Link state() {
        if (!paired) {
            return Line.Link.UNLINKED;
        }
        return connection.isDone() ? Line.Link.CONNECTED : Line.Link.AWAY;
    }

    synchronized void lose(Duration away) {
        if (connection.isDone()) {
            connection = new CompletableFuture<Void>().completeOnTimeout(null, away.toMillis(), TimeUnit.MILLISECONDS);
            var _ = connection.thenRun(() -> feed.publish("bridge", shown()));
            feed.publish("bridge", shown());
        }
    }

    /// Lets go of the number. What people write waits until it is paired again.
    ///
    /// @return whether it was paired
    synchronized boolean unlink() {
        if (!paired) {
            return false;
        }
        paired = false;
        connection.complete(null);
        connection = new CompletableFuture<>();
        feed.publish("bridge", shown());
        return true;
    }

    /// Pairs the number anew.
    ///
    /// @return whether it was not paired
    synchronized boolean pair() {
        if (paired) {
            return false;
        }
        paired = true;
        connection.complete(null);
        feed.publish("bridge", shown());
        return true;
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
