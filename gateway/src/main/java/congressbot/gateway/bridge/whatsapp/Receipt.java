package congressbot.gateway.bridge.whatsapp;

import congressbot.gateway.bridge.Intake;
import congressbot.wire.gateway.GatewayFact;
import congressbot.wire.message.ChannelName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What became of messages of ours, as a bridge told it.
///
/// @param ids of the messages, usable or not
/// @param kind empty where it is none that counts
/// @param sentAt by the bridge's clock, where it tells a time
public record Receipt(Receiver receiver, Stream<String> ids, Optional<Kind> kind, Optional<Instant> sentAt) {
    /// Messages of one receipt that are read.
    private static final int MAX_IDS = 100;

    /// What a receipt tells.
    public enum Kind {
        DELIVERED,
        READ
    }

    /// For the queue of facts.
    public Intake intake(Instant receivedAt) {
        List<String> usable = ids.filter(Heard::usableId).limit(MAX_IDS).toList();
        if (usable.isEmpty()) {
            return new Intake.Unreadable("a receipt without ids");
        }
        Instant at = Heard.time(sentAt, receivedAt);
        return kind.<Intake>map(told -> new Intake.Receipts(List.of(fact(told, usable, at))))
                .orElseGet(() -> new Intake.Ignored("a receipt of no use"));
    }

    private GatewayFact fact(Kind told, List<String> usable, Instant at) {
        ChannelName channel = receiver.instance().channel();
        return switch (told) {
            case DELIVERED -> new GatewayFact.Delivered(channel, receiver.account(), usable, at);
            case READ -> new GatewayFact.Read(channel, receiver.account(), usable, at);
        };
    }
}
