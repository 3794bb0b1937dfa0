package congressbot.dev.bench.wire;

import congressbot.wire.http.Body;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Reads one message after the other from a connection.
final class MessageReader {
    private static final int BUFFER = 16 * 1024;
    private static final int LONGEST_LINE = 4 * 1024;
    private static final int MOST_HEADERS = 50;
    private static final int LONGEST_BODY = 1024 * 1024;
    private static final String LENGTH = "content-length";

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int end;

    MessageReader(InputStream in) {
        this.in = in;
    }

    /// Waits for the next one.
    ///
    /// @return empty when the connection ended where it may
    Optional<Message> next() throws IOException {
        if (position == end && !fill()) {
            return Optional.empty();
        }
        String start = line();
        Map<String, String> headers = new HashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon < 1 || headers.size() == MOST_HEADERS) {
                throw new Unexpected("headers that are none, or too many");
            }
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return Optional.of(new Message(start, headers, Body.of(body(length(start, headers)))));
    }

    private static int length(String start, Map<String, String> headers) throws Unexpected {
        if (headers.containsKey("transfer-encoding")) {
            throw new Unexpected("a body in pieces");
        }
        String told = headers.getOrDefault(LENGTH, start.startsWith("GET ") ? "0" : "");
        if (!told.matches("[0-9]{1,7}") || Integer.parseInt(told) > LONGEST_BODY) {
            throw new Unexpected("a body of an untold length, or too long");
        }
        return Integer.parseInt(told);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int read = read(); read != '\n'; read = read()) {
            if (line.length() == LONGEST_LINE) {
                throw new Unexpected("a line that is too long");
            }
            line.append((char) read);
        }
        int last = line.length() - 1;
        if (last < 0 || line.charAt(last) != '\r') {
            throw new Unexpected("a line that ends in another way");
        }
        return line.substring(0, last);
    }

    private byte[] body(int length) throws IOException {
        byte[] body = new byte[length];
        int done = Math.min(length, end - position);
        System.arraycopy(buffer, position, body, 0, done);
        position += done;
        if (in.readNBytes(body, done, length - done) < length - done) {
            throw new EOFException("a body ended early");
        }
        return body;
    }

    private int read() throws IOException {
        if (position == end && !fill()) {
            throw new EOFException("a message ended early");
        }
        return buffer[position++];
    }

    private boolean fill() throws IOException {
        position = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }
}
