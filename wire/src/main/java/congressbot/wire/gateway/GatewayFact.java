package congressbot.wire.gateway;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import congressbot.wire.message.ChannelName;
import java.time.Instant;
import java.util.List;

/// Something that happened at a channel, reported by the gateway in the Redis list `gateway-events`.
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(GatewayFact.Sent.class),
    @JsonSubTypes.Type(GatewayFact.Delivered.class),
    @JsonSubTypes.Type(GatewayFact.Read.class),
    @JsonSubTypes.Type(GatewayFact.Failed.class),
    @JsonSubTypes.Type(GatewayFact.SessionChanged.class)
})
public sealed interface GatewayFact {
    /// The channel accepted the message with this idempotency key.
    record Sent(String key, String messageId, Instant at) implements GatewayFact {}

    record Delivered(ChannelName channel, String account, List<String> messageIds, Instant at) implements GatewayFact {}

    record Read(ChannelName channel, String account, List<String> messageIds, Instant at) implements GatewayFact {}

    /// The channel will never deliver it.
    record Failed(String key, String reason, Instant at) implements GatewayFact {}

    /// The link of an account to WhatsApp came or went.
    record SessionChanged(ChannelName channel, String account, String state, Instant at) implements GatewayFact {}
}
