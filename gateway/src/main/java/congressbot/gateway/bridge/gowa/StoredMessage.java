package congressbot.gateway.bridge.gowa;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import congressbot.gateway.bridge.whatsapp.Fields;
import congressbot.gateway.bridge.whatsapp.Heard;
import congressbot.gateway.bridge.whatsapp.Jid;
import congressbot.gateway.bridge.whatsapp.Receiver;
import congressbot.wire.message.Content;
import java.time.Instant;
import java.util.Optional;

/// Reads one message as the bridge stores it, to the same content as its webhook would have had.
final class StoredMessage {
    /// Rows that are no messages: calls, and what a linked device is not shown.
    private static final String CALL = "call";
    private static final String UNSEEN = "unavailable";

    private final GowaContent content;

    StoredMessage(GowaContent content) {
        this.content = content;
    }

    /// What a person said.
    record Said(String id, Content content, Optional<Instant> sentAt) {}

    /// Empty for what is no message of a person.
    Optional<Said> read(Fields row, Jid chat, Receiver receiver) {
        boolean ours = row.flag("is_from_me")
                || row.text("sender_jid")
                        .flatMap(Jid::parse)
                        .filter(receiver::is)
                        .isPresent();
        String type = row.text("media_type").orElse("");
        return ours || type.equals(CALL) || type.contains(UNSEEN)
                ? Optional.empty()
                : row.text("id").filter(Heard::usableId).map(id -> said(row, type, id, chat));
    }

    private Said said(Fields row, String type, String id, Jid chat) {
        ObjectNode part = JsonNodeFactory.instance.objectNode();
        if (!type.isEmpty()) {
            ObjectNode file = part.putObject(type);
            row.text("url").ifPresent(url -> file.put("url", url));
            row.text("filename").ifPresent(name -> file.put("filename", name));
        }
        Content read = content.read(new GowaContent.Part(new Fields(part), row.text("content"), id, chat));
        return new Said(id, read, row.time("timestamp"));
    }
}
