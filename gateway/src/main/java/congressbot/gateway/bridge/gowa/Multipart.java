package congressbot.gateway.bridge.gowa;

import congressbot.wire.http.Body;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// A form with a file in it, `multipart/form-data`.
final class Multipart {
    private static final String LINE = "\r\n";

    private final String boundary = "congress-bot-" + UUID.randomUUID();
    private final ByteArrayOutputStream parts = new ByteArrayOutputStream();

    Multipart field(String name, String value) {
        return part("name=\"" + name + "\"" + LINE + LINE, value.getBytes(StandardCharsets.UTF_8));
    }

    /// @param type as the bridge compares it, letter by letter
    Multipart file(String name, String fileName, String type, byte[] bytes) {
        String head = "name=\"" + name + "\"; filename=\"" + quotable(fileName) + "\"" + LINE + "Content-Type: " + type
                + LINE + LINE;
        return part(head, bytes);
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    Body body() {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(parts.toByteArray());
        whole.writeBytes(("--" + boundary + "--" + LINE).getBytes(StandardCharsets.UTF_8));
        return Body.of(whole.toByteArray());
    }

    private Multipart part(String head, byte[] content) {
        String start = "--" + boundary + LINE + "Content-Disposition: form-data; " + head;
        parts.writeBytes(start.getBytes(StandardCharsets.UTF_8));
        parts.writeBytes(content);
        parts.writeBytes(LINE.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /// A name that ends neither its quotes nor its line, and names no folder.
    private static String quotable(String fileName) {
        return fileName.replaceAll("[\\p{Cntrl}\"\\\\/]", "_");
    }
}
