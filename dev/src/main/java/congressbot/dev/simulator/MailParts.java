package congressbot.dev.simulator;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The leaves of a mail: what is to be read, and what is attached.
final class MailParts {
    private Optional<String> text = Optional.empty();
    private Optional<String> html = Optional.empty();
    private final List<File> files = new ArrayList<>();

    private MailParts() {}

    /// An attached file.
    ///
    /// @param name as the sender wrote it: untrusted
    /// @param type without parameters
    @SuppressWarnings("ArrayRecordComponent") // read once and served
    record File(String name, String type, byte[] bytes) {}

    static MailParts of(MimeMessage message) throws MessagingException, IOException {
        MailParts parts = new MailParts();
        parts.take(message);
        return parts;
    }

    Optional<String> text() {
        return text;
    }

    Optional<String> html() {
        return html;
    }

    List<File> files() {
        return List.copyOf(files);
    }

    private void take(Part part) throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                take(parts.getBodyPart(i));
            }
        } else if (part.getFileName() != null || Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
            files.add(file(part));
        } else if (part.isMimeType("text/html")) {
            html = html.or(() -> Optional.of(content(part)));
        } else if (part.isMimeType("text/plain")) {
            text = text.or(() -> Optional.of(content(part)));
        } else {
            files.add(file(part));
        }
    }

    private static String content(Part part) {
        try {
            return part.getContent().toString();
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException("a mail that was parsed before", e);
        }
    }

    private static File file(Part part) throws MessagingException, IOException {
        String name = Optional.ofNullable(part.getFileName()).orElse("file");
        String type = new ContentType(part.getContentType()).getBaseType();
        return new File(name, type, part.getInputStream().readAllBytes());
    }
}
