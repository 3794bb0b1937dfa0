package congressbot.worker;

import congressbot.wire.Json;
import congressbot.wire.message.ChannelName;
import congressbot.wire.message.Content;
import congressbot.wire.message.ConversationId;
import congressbot.wire.message.IncomingMessage;
import congressbot.wire.message.MessageId;
import congressbot.wire.queue.Claim;
import congressbot.wire.queue.ClaimId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Messages by short names: conversation `ana` is `gowa:55:ana`, message `1` is `gowa:55:1`, request `r-1`.
final class Messages {
    static final ChannelName GOWA = new ChannelName("gowa");

    private static final String ACCOUNT = "55";
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private Messages() {}

    static IncomingMessage message(String conversation, String id) {
        return new IncomingMessage(
                IncomingMessage.VERSION,
                GOWA,
                ACCOUNT,
                new ConversationId(GOWA, ACCOUNT, conversation),
                conversation,
                List.of(),
                new MessageId(GOWA, ACCOUNT, id),
                new Content.Text("quero me inscrever"),
                Optional.of("Maria"),
                Optional.empty(),
                NOON,
                NOON,
                "r-" + id);
    }

    /// A voice note whose file is called like the message.
    static String voice(String conversation, String id) {
        Content audio =
                new Content.Audio("ref-" + id, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        return Json.write(message(conversation, id).with(audio));
    }

    static String envelope(String conversation, String id) {
        return Json.write(message(conversation, id));
    }

    /// As a later version of the gateway may write it.
    static String unknownType(String conversation, String id) {
        return envelope(conversation, id).replace("\"type\":\"Text\"", "\"type\":\"Hologram\"");
    }

    static Claim claim(int attempt, String... envelopes) {
        return new Claim("gowa:55:ana", ClaimId.fresh(), attempt, Arrays.asList(envelopes));
    }

    static String wire(String name) {
        return GOWA + ":" + ACCOUNT + ":" + name;
    }
}
