package congressbot.gateway;

import congressbot.wire.http.Body;
import congressbot.wire.http.MediaType;
import congressbot.wire.message.Attachment;
import congressbot.wire.message.OutgoingMessage;
import java.util.Optional;
import java.util.Set;

/// Whether a message can be shown to a person, judged before any bridge sees it.
sealed interface Sendable {
    /// Longest text, in characters. bot-api promises not to write more: what is longer is a mistake
    /// that has to be seen, and in several messages it would be several replies under one key.
    int MAX_TEXT = 4_096;

    /// WhatsApp cuts a text beside a file there.
    int MAX_CAPTION = 1_024;

    /// It can be sent.
    ///
    /// @param message with a name of its file that can do no harm
    record Fit(OutgoingMessage message) implements Sendable {}

    /// It is a mistake of its sender.
    ///
    /// @param reason for operators
    record Unfit(String reason) implements Sendable {}

    static Sendable of(OutgoingMessage message) {
        Optional<Attachment> attachment = message.attachment();
        if (attachment.isEmpty()) {
            return message.text().length() > MAX_TEXT ? new Unfit("longer than 4,096 characters") : new Fit(message);
        }
        if (message.text().length() > MAX_CAPTION) {
            return new Unfit("longer than 1,024 characters, with a file");
        }
        return with(message, attachment.get());
    }

    private static Sendable with(OutgoingMessage message, Attachment file) {
        byte[] bytes;
        try {
            bytes = file.bytes();
        } catch (IllegalArgumentException _) {
            return new Unfit("a file that is no base64");
        }
        MediaType type = MediaType.of(Body.of(bytes));
        if (bytes.length > Attachment.MAX_BYTES) {
            return new Unfit("a file of more than 5 MiB");
        }
        return allowed(file.kind()).contains(type)
                ? new Fit(message.with(new Attachment(file.kind(), FileName.of(file.fileName(), type), file.base64())))
                : new Unfit("a file that is not what it is sent as");
    }

    private static Set<MediaType> allowed(Attachment.Kind kind) {
        return switch (kind) {
            case IMAGE -> Set.of(MediaType.JPEG, MediaType.PNG);
            case DOCUMENT -> Set.of(MediaType.PDF, MediaType.JPEG, MediaType.PNG);
        };
    }
}
