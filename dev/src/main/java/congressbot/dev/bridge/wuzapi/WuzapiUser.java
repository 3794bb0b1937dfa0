package congressbot.dev.bridge.wuzapi;

import congressbot.dev.bridge.HmacKey;
import congressbot.wire.process.Secret;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the bridge has been told by its user.
final class WuzapiUser {
    private static final String ALL = "All";

    private Optional<HmacKey> key;
    private Optional<URI> webhook = Optional.empty();
    private Set<String> events = Set.of(ALL);
    private boolean started = true;

    WuzapiUser(Secret hmacKey) {
        key = Optional.of(new HmacKey(hmacKey));
    }

    synchronized Optional<HmacKey> key() {
        return key;
    }

    synchronized void sign(Optional<HmacKey> other) {
        key = other;
    }

    /// Where webhooks go; empty before the first one.
    synchronized Optional<URI> webhook() {
        return webhook;
    }

    /// Where webhooks go: there, unless something else was said before.
    synchronized URI webhookOr(URI usual) {
        webhook = webhook.or(() -> Optional.of(usual));
        return webhook.orElseThrow();
    }

    synchronized void tell(URI address, Collection<String> what) {
        webhook = Optional.of(address);
        subscribe(what);
    }

    /// Nobody wants to hear anything.
    synchronized void tellNobody() {
        events = Set.of();
    }

    /// No events change nothing.
    synchronized void subscribe(Collection<String> what) {
        if (!what.isEmpty()) {
            events = Set.copyOf(what);
        }
    }

    synchronized List<String> events() {
        return List.copyOf(events);
    }

    synchronized boolean hears(String type) {
        return events.contains(ALL) || events.contains(type);
    }

    /// Whether there is a client that talks with WhatsApp; after a logout there is none until
    /// somebody connects.
    synchronized boolean started() {
        return started;
    }

    synchronized void start(boolean on) {
        started = on;
    }
}
