package congressbot.bot.llm.openai;

import congressbot.wire.http.Body;
import dev.langchain4j.http.client.FormDataFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// A form with files (RFC 7578), written as one body of known length: servers refuse chunked uploads more often.
final class Multipart {
    private static final String LINE = "\r\n";

    private final String boundary = "part-" + UUID.randomUUID();
    private final List<byte[]> pieces = new ArrayList<>();

    void field(String name, String value) {
        text(head(name) + LINE + LINE + value + LINE);
    }

    void file(String name, FormDataFile file) {
        String type = file.contentType() == null ? "" : LINE + "Content-Type: " + file.contentType();
        text(head(name) + "; filename=\"" + quoted(file.fileName()) + "\"" + type + LINE + LINE);
        pieces.add(file.content());
        text(LINE);
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    /// To be called once, at the end. Allocates exactly what it needs: a voice note is large beside our heap.
    Body body() {
        text("--" + boundary + "--" + LINE);
        ByteBuffer whole = ByteBuffer.allocate(
                pieces.stream().mapToInt(piece -> piece.length).sum());
        pieces.forEach(whole::put);
        return Body.of(whole.array());
    }

    private String head(String name) {
        return "--" + boundary + LINE + "Content-Disposition: form-data; name=\"" + quoted(name) + "\"";
    }

    private void text(String text) {
        pieces.add(text.getBytes(StandardCharsets.UTF_8));
    }

    /// As browsers write names, so that none can end its header.
    private static String quoted(String name) {
        return name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    }
}
