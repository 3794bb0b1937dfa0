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
    @JsonSubTypes.Type(GatewayFact.SessionChanged.class),
    @JsonSubTypes.Type(GatewayFact.ReachLimited.class),
    @JsonSubTypes.Type(GatewayFact.Linked.class)
})
public sealed interface GatewayFact {
    /// The channel accepted the message with this idempotency key.
    record Sent(String key, String messageId, Instant at) implements GatewayFact {}

    record Delivered(ChannelName channel, String account, List<String> messageIds, Instant at) implements GatewayFact {}

    record Read(ChannelName channel, String account, List<String> messageIds, Instant at) implements GatewayFact {}

    /// The channel will never deliver it.
    record Failed(String key, String reason, Instant at) implements GatewayFact {}

    /// The link of an account to WhatsApp came or went.
    ///
    /// @param state `connected`, `disconnected`, `logged out`, `banned`, `outdated` (the bridge is too old for
    ///     WhatsApp) or `unreachable`
    record SessionChanged(ChannelName channel, String account, String state, Instant at) implements GatewayFact {}

    /// WhatsApp lets this account write to nobody new until then; who wrote to it can still be answered.
    record ReachLimited(ChannelName channel, String account, Instant until, Instant at) implements GatewayFact {}

    /// The bridge says that these addresses are one person.
    record Linked(ChannelName channel, String account, List<String> aliases, Instant at) implements GatewayFact {
        public Linked {
            aliases = List.copyOf(aliases);
        }

        /// Addresses hold phone numbers.
        @Override
        public String toString() {
            return "Linked[channel=%s, account=%s, aliases=%d, at=%s]".formatted(channel, account, aliases.size(), at);
        }
    }
}
