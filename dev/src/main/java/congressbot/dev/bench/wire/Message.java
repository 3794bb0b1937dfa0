package congressbot.dev.bench.wire;

import congressbot.wire.http.Body;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// A request or an answer of HTTP/1.1, whose body has a length that was told.
///
/// @param start the first line
/// @param headers names in lower case
record Message(String start, Map<String, String> headers, Body body) {
    private static final String END = "\r\n";

    Message {
        headers = Map.copyOf(headers);
    }

    /// As it travels, in one piece.
    ///
    /// @param headers of which the length of the body is none
    static byte[] bytes(String start, Map<String, String> headers, String body) {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder(start).append(END);
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append(END));
        head.append("Content-Length: ").append(content.length).append(END).append(END);
        byte[] lines = head.toString().getBytes(StandardCharsets.US_ASCII);
        byte[] all = new byte[lines.length + content.length];
        System.arraycopy(lines, 0, all, 0, lines.length);
        System.arraycopy(content, 0, all, lines.length, content.length);
        return all;
    }

    /// Without headers and body, which may hold personal data.
    @Override
    public String toString() {
        return "Message[" + body + "]";
    }
}
