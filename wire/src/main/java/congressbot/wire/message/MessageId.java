package congressbot.wire.message;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// `channel:account:{provider's message id}`: the dedupe key of the queue and the key of the inbox.
public record MessageId(ChannelName channel, String account, String providerId) {
    public MessageId {
        ScopedId.check(account, providerId);
    }

    @JsonCreator
    public static MessageId parse(String text) {
        String[] parts = ScopedId.split(text);
        return new MessageId(new ChannelName(parts[0]), parts[1], parts[2]);
    }

    @JsonValue
    public String value() {
        return channel + ":" + account + ":" + providerId;
    }

    /// For logs: without the account, which is a phone number.
    @Override
    public String toString() {
        return channel + ":…:" + providerId;
    }
}
