package congressbot.wire.message;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// The queue key of a conversation, `channel:account:contact`: it orders and locks. It is not the identity of a
/// person, who may appear under several contacts (phone JID, LID).
public record ConversationId(ChannelName channel, String account, String contact) {
    public ConversationId {
        ScopedId.check(account, contact);
    }

    @JsonCreator
    public static ConversationId parse(String text) {
        String[] parts = ScopedId.split(text);
        return new ConversationId(new ChannelName(parts[0]), parts[1], parts[2]);
    }

    @JsonValue
    public String value() {
        return channel + ":" + account + ":" + contact;
    }

    /// Masked, for logs: the contact is often a phone number.
    @Override
    public String toString() {
        return channel + ":…:" + Mask.tail(contact);
    }
}
