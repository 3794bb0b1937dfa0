package congressbot.bot.attention;

import congressbot.wire.Json;
import congressbot.wire.gateway.GatewayFact;
import congressbot.wire.queue.ConversationQueue;
import congressbot.wire.queue.Reservation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// The gateway's guard over the real Redis, in two steps that a test takes by hand: a send begins, and it ends.
final class HandyGateway {
    private static final Duration RESERVED = Duration.ofMinutes(10);

    private final ConversationQueue queue;
    private final Map<String, String> nonces = new TreeMap<>();
    private final List<String> delivered = new ArrayList<>();
    private int asked;

    HandyGateway(ConversationQueue queue) {
        this.queue = queue;
    }

    /// How a request to send ended, or that it goes on.
    sealed interface Begun {
        record AtTheBridge() implements Begun {}

        record InFlight() implements Begun {}

        record SentBefore(String messageId) implements Begun {}
    }

    Begun begin(String key) {
        String nonce = "n" + asked++;
        return switch (queue.reserve(key, nonce, RESERVED)) {
            case Reservation.Go _ -> {
                nonces.put(key, nonce);
                yield new Begun.AtTheBridge();
            }
            case Reservation.InFlight() -> new Begun.InFlight();
            case Reservation.AlreadySent(String messageId) -> new Begun.SentBefore(messageId);
        };
    }

    /// Keys that are at the bridge.
    List<String> atTheBridge() {
        return List.copyOf(nonces.keySet());
    }

    /// The bridge takes the message: it reaches the person.
    ///
    /// @return the bridge's id of it
    String deliver(String key, Instant now) {
        nonces.remove(key);
        delivered.add(key);
        String messageId = "W-" + Integer.toHexString(key.hashCode());
        queue.sent(key, messageId, Json.write(new GatewayFact.Sent(key, messageId, now)));
        return messageId;
    }

    /// The bridge does not take it now.
    void fail(String key) {
        queue.release(key, Objects.requireNonNull(nonces.remove(key)));
    }

    /// What reached the person, in its order.
    List<String> delivered() {
        return delivered;
    }
}
