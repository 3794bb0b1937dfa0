package congressbot.gateway.bridge.wuzapi;

import congressbot.wire.http.Body;
import congressbot.wire.http.MediaType;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/// Files as the bridge writes them into JSON: `data:image/png;base64,…`.
final class DataUrl {
    private static final byte[] MARK = ";base64,".getBytes(StandardCharsets.US_ASCII);

    private DataUrl() {}

    /// The file of the first such address in an answer. It may be 33 MB of JSON: nothing of it is
    /// copied but the file.
    static Optional<Body> within(Body json) {
        byte[] bytes = json.bytes();
        int mark = find(bytes);
        if (mark < 0) {
            return Optional.empty();
        }
        int start = mark + MARK.length;
        int end = start;
        while (end < bytes.length && bytes[end] != '"') {
            end++;
        }
        try {
            ByteBuffer file = Base64.getDecoder().decode(ByteBuffer.wrap(bytes, start, end - start));
            return file.hasRemaining() ? Optional.of(whole(file)) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// @param mime as the bridge wants it named
    static String of(String mime, byte[] file) {
        return "data:" + mime + ";base64," + Base64.getEncoder().encodeToString(file);
    }

    static String ofImage(byte[] image) {
        return of(MediaType.of(Body.of(image)).mime(), image);
    }

    private static Body whole(ByteBuffer file) {
        byte[] bytes = new byte[file.remaining()];
        file.get(bytes);
        return Body.of(bytes);
    }

    private static int find(byte[] bytes) {
        for (int i = 0; i + MARK.length <= bytes.length; i++) {
            if (bytes[i] == MARK[0] && Arrays.equals(bytes, i, i + MARK.length, MARK, 0, MARK.length)) {
                return i;
            }
        }
        return -1;
    }
}
