package congressbot.bot.testing;

import congressbot.wire.message.ChannelName;
import congressbot.wire.message.Content;
import congressbot.wire.message.ConversationId;
import congressbot.wire.message.IncomingMessage;
import congressbot.wire.message.MessageId;
import congressbot.wire.message.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Somebody who writes on WhatsApp. Every message has the next id: `A…-1`, `A…-2`, …; as in life, no
/// id holds the number.
public final class Person {
    public static final ChannelName CHANNEL = new ChannelName("gowa");
    public static final String ACCOUNT = "5585911110000";

    private final String number;
    private final Instant now;
    private int messages;

    /// @param number the digits of the phone
    public Person(String number, Instant now) {
        this.number = number;
        this.now = now;
    }

    public IncomingMessage says(String text) {
        return sends(new Content.Text(text));
    }

    public IncomingMessage sends(Content content) {
        return message(nextId(), content, jid(), List.of(jid()), now, now);
    }

    /// A message that waited since then.
    public IncomingMessage saidAt(Instant then, String text) {
        return message(nextId(), new Content.Text(text), jid(), List.of(jid()), then, then);
    }

    /// A message that was long on its way to us.
    public IncomingMessage sentAt(Instant then, String text) {
        return message(nextId(), new Content.Text(text), jid(), List.of(jid()), then, now);
    }

    /// The same with anything in it.
    public IncomingMessage sentAt(Instant then, Content content) {
        return message(nextId(), content, jid(), List.of(jid()), then, now);
    }

    /// Her message with other words.
    public IncomingMessage edits(IncomingMessage original, String text) {
        return sends(new Content.Edited(original.id().providerId(), text));
    }

    /// Her message taken back.
    public IncomingMessage deletes(IncomingMessage original) {
        return sends(new Content.Deleted(original.id().providerId()));
    }

    /// A message that shows other ids of this person.
    public IncomingMessage saysAs(String contact, List<String> aliases, String text) {
        return message(nextId(), new Content.Text(text), contact, aliases, now, now);
    }

    /// The same message, as if somebody else had sent it.
    public static IncomingMessage forging(IncomingMessage message, String contact) {
        return new IncomingMessage(
                message.v(),
                message.channel(),
                message.account(),
                new ConversationId(message.channel(), message.account(), contact),
                contact,
                List.of(),
                message.id(),
                message.content(),
                message.senderName(),
                message.phone(),
                message.sentAt(),
                message.receivedAt(),
                message.requestId());
    }

    public String jid() {
        return number + "@s.whatsapp.net";
    }

    private String nextId() {
        messages++;
        return "A" + Integer.toHexString(number.hashCode()) + "-" + messages;
    }

    private IncomingMessage message(
            String id, Content content, String contact, List<String> aliases, Instant sent, Instant received) {
        return new IncomingMessage(
                IncomingMessage.VERSION,
                CHANNEL,
                ACCOUNT,
                new ConversationId(CHANNEL, ACCOUNT, contact),
                contact,
                aliases,
                new MessageId(CHANNEL, ACCOUNT, id),
                content,
                Optional.of("Alguém"),
                Optional.of(new PhoneNumber("+" + number)),
                sent,
                received,
                "r-" + id);
    }
}
