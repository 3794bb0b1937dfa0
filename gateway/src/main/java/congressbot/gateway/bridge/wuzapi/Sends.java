package congressbot.gateway.bridge.wuzapi;

import congressbot.gateway.bridge.Alarm;
import congressbot.gateway.bridge.SendResult;
import congressbot.wire.message.Attachment;
import congressbot.wire.message.IncomingMessage;
import congressbot.wire.message.OutgoingMessage;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// What we send, in the bridge's words. Every message has the id that follows from its key, so that a
/// repetition after a time-out is the same message.
final class Sends {
    /// A sign that comes later than this is worth nothing.
    private static final Duration SIGN = Duration.ofSeconds(3);

    /// The only type of a document that every build takes. What it really is, phones see by its name.
    private static final String ANY_FILE = "application/octet-stream";

    private final Endpoints bridge;
    private final SendAnswers answers;

    Sends(Endpoints bridge, Alarm alarm) {
        this.bridge = bridge;
        answers = new SendAnswers(bridge, alarm);
    }

    private record Text(String phone, String body, String id, boolean linkPreview) {}

    private record Image(String phone, String image, String caption, String id) {}

    private record Document(String phone, String document, String fileName, String caption, String id) {}

    private record Typing(String phone, String state, String media) {}

    SendResult send(OutgoingMessage message, String key, Duration atMost) {
        String id = SentId.of(key);
        return message.attachment()
                .map(file -> withFile(message, file, id, atMost))
                .orElseGet(() -> {
                    Text text = new Text(message.replyTo(), message.text(), id, false);
                    return answers.judge(bridge.post("/chat/send/text", text, atMost), id);
                });
    }

    /// Builds of 2025 read the chat's whole address under other names.
    void showRead(IncomingMessage message) {
        String chat = message.replyTo();
        List<String> ids = List.of(MessageEvents.ofWhatsApp(message.id().providerId()));
        bridge.post(
                "/chat/markread",
                Map.of("Id", ids, "ChatPhone", chat, "SenderPhone", chat, "Chat", chat, "Sender", chat),
                SIGN);
    }

    void showTyping(IncomingMessage message) {
        bridge.post("/chat/presence", new Typing(message.replyTo(), "composing", ""), SIGN);
    }

    /// Inside the call, because the bridge fetches nothing from private addresses. It shrinks no
    /// picture.
    private SendResult withFile(OutgoingMessage message, Attachment file, String id, Duration atMost) {
        byte[] bytes;
        try {
            bytes = file.bytes();
        } catch (IllegalArgumentException _) {
            return new SendResult.Refused("a file that is no base64");
        }
        return switch (file.kind()) {
            case IMAGE -> {
                Image image = new Image(message.replyTo(), DataUrl.ofImage(bytes), message.text(), id);
                yield answers.judge(bridge.post("/chat/send/image", image, atMost), id);
            }
            case DOCUMENT -> {
                Document document = new Document(
                        message.replyTo(), DataUrl.of(ANY_FILE, bytes), file.fileName(), message.text(), id);
                yield answers.judge(bridge.post("/chat/send/document", document, atMost), id);
            }
        };
    }
}
