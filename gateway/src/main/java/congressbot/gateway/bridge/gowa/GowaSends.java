package congressbot.gateway.bridge.gowa;

import congressbot.gateway.bridge.SendResult;
import congressbot.wire.http.Body;
import congressbot.wire.http.Call;
import congressbot.wire.http.MediaType;
import congressbot.wire.message.Attachment;
import congressbot.wire.message.OutgoingMessage;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;

/// Hands messages over. The bridge takes no id of ours, so a repetition is a second message.
final class GowaSends {
    private final GowaApi api;
    private final URI texts;
    private final GowaVersion version;
    private final SendAnswers answers;

    GowaSends(GowaApi api, GowaVersion version, SendAnswers answers) {
        this.api = api;
        this.texts = api.at("/send/message");
        this.version = version;
        this.answers = answers;
    }

    /// The message as it is sent, in the bridge's words.
    private record Text(String phone, String message) {}

    SendResult send(OutgoingMessage message, String key, Duration atMost) {
        return message.attachment()
                .map(file -> send(message, file, key, atMost))
                .orElseGet(() -> answers.judge(
                        api.send(Call.post(texts, new Text(message.replyTo(), message.text()), atMost)), key));
    }

    private SendResult send(OutgoingMessage message, Attachment file, String key, Duration atMost) {
        byte[] bytes;
        try {
            bytes = file.bytes();
        } catch (IllegalArgumentException _) {
            return new SendResult.Refused("the file is no base64");
        }
        MediaType type = MediaType.of(Body.of(bytes));
        boolean asImage = file.kind() == Attachment.Kind.IMAGE && isImage(type) && version.keepsImagesLarge();
        Multipart form = new Multipart().field("phone", message.replyTo()).field("caption", message.text());
        Multipart whole = asImage
                ? form.field("hd", "true").file("image", imageName(type), type.mime(), bytes)
                : form.file("file", file.fileName(), type.mime(), bytes);
        String path = asImage ? "/send/image" : "/send/file";
        return answers.judge(api.send(Call.post(api.at(path), whole.contentType(), whole.body(), atMost)), key);
    }

    /// The bridge takes no other kind as an image.
    private static boolean isImage(MediaType type) {
        return type == MediaType.JPEG || type == MediaType.PNG;
    }

    /// Nobody sees it, but the bridge writes all images into one folder: of two with the same name,
    /// sent at the same time, one person would get the other's.
    private static String imageName(MediaType type) {
        return UUID.randomUUID() + (type == MediaType.PNG ? ".png" : ".jpg");
    }
}
