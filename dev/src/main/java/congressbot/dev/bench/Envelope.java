package congressbot.dev.bench;

import congressbot.dev.bridge.FakeBridge.Written;
import congressbot.dev.people.Person;
import congressbot.wire.message.ChannelName;
import congressbot.wire.message.Content;
import congressbot.wire.message.ConversationId;
import congressbot.wire.message.IncomingMessage;
import congressbot.wire.message.MessageId;
import congressbot.wire.message.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Messages as the gateway would put them into the queue.
public final class Envelope {
    private static final ChannelName CHANNEL = new ChannelName("gowa");
    private static final String ACCOUNT = "5585911110000";

    private Envelope() {}

    /// All that a person writes, received now.
    public static List<IncomingMessage> all(Person person) {
        return person.messages().stream().map(Envelope::of).toList();
    }

    private static IncomingMessage of(Written message) {
        Instant now = Instant.now();
        String chat = message.phone() + "@s.whatsapp.net";
        return new IncomingMessage(
                IncomingMessage.VERSION,
                CHANNEL,
                ACCOUNT,
                new ConversationId(CHANNEL, ACCOUNT, chat),
                chat,
                List.of(chat),
                new MessageId(CHANNEL, ACCOUNT, message.id()),
                new Content.Text(message.text()),
                Optional.of("Bench"),
                Optional.of(new PhoneNumber("+" + message.phone())),
                now,
                now,
                message.id());
    }
}
