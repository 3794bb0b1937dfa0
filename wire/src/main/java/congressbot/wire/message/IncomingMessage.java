package congressbot.wire.message;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One message of a person, as it travels from the gateway through the queue to bot-api (at most 64 KiB of JSON).
///
/// @param v the version of this shape, [#VERSION]
/// @param account the number or instance of ours that received it
/// @param conversation the queue key
/// @param replyTo the exact chat id received: the only address ever used to answer
/// @param aliases every id under which the channel showed this person in this message (phone JID, LID)
/// @param senderName what the person calls herself on the channel: untrusted text, [well-formed][WellFormed]
/// @param phone the person's number where the channel tells it
/// @param sentAt the channel's clock; may be wrong
/// @param receivedAt the gateway's clock
/// @param requestId follows the message through the logs of all processes
public record IncomingMessage(
        int v,
        ChannelName channel,
        String account,
        ConversationId conversation,
        String replyTo,
        List<String> aliases,
        MessageId id,
        Content content,
        Optional<String> senderName,
        Optional<PhoneNumber> phone,
        Instant sentAt,
        Instant receivedAt,
        String requestId) {

    public static final int VERSION = 1;

    /// Longest text taken from a person, in characters; the gateway cuts the rest, so that an envelope stays under
    /// [#MAX_BYTES] however the text is escaped.
    public static final int MAX_TEXT = 10_000;

    /// Largest envelope in the queue, in bytes of JSON.
    public static final int MAX_BYTES = 65_536;

    /// Longest name of a sender that is kept, in characters.
    public static final int MAX_SENDER_NAME = 128;

    private static final int MAX_ALIASES = 8;

    public IncomingMessage {
        if (v != VERSION) {
            throw new IllegalArgumentException("unknown version of the envelope");
        }
        if (!id.channel().equals(channel) || !id.account().equals(account)) {
            throw new IllegalArgumentException("the id belongs to another channel or account");
        }
        if (replyTo.isBlank() || replyTo.length() > ScopedId.MAX_PART) {
            throw new IllegalArgumentException("replyTo is 1 to 128 characters");
        }
        if (aliases.size() > MAX_ALIASES || aliases.stream().anyMatch(IncomingMessage::isNoAlias)) {
            throw new IllegalArgumentException("at most 8 aliases of 1 to 128 characters");
        }
        aliases = List.copyOf(aliases);
        senderName = senderName.map(name -> WellFormed.cut(name, MAX_SENDER_NAME));
    }

    /// The same message, with more known about what it holds.
    public IncomingMessage with(Content known) {
        return new IncomingMessage(
                v,
                channel,
                account,
                conversation,
                replyTo,
                aliases,
                id,
                known,
                senderName,
                phone,
                sentAt,
                receivedAt,
                requestId);
    }

    /// The same message, to wait among those of another contact, who is the same person.
    public IncomingMessage inConversationOf(String contact) {
        return new IncomingMessage(
                v,
                channel,
                account,
                new ConversationId(channel, account, contact),
                replyTo,
                aliases,
                id,
                content,
                senderName,
                phone,
                sentAt,
                receivedAt,
                requestId);
    }

    /// The reply to this message, to the chat that it came from.
    public OutgoingMessage reply(String text, List<Option> options) {
        return new OutgoingMessage(replyTo, channel, account, text, options);
    }

    private static boolean isNoAlias(String alias) {
        return alias.isBlank() || alias.length() > ScopedId.MAX_PART;
    }
}
