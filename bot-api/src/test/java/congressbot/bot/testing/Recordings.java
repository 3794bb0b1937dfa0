package congressbot.bot.testing;

import congressbot.bot.speech.Recording;
import congressbot.wire.http.Body;
import congressbot.wire.http.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Files that begin as voice notes do; what is said in them, a fake server decides.
public final class Recordings {
    private Recordings() {}

    public static Body ogg() {
        return ogg(1_000);
    }

    public static Body ogg(int size) {
        byte[] bytes = new byte[size];
        Arrays.fill(bytes, (byte) 7);
        System.arraycopy("OggS".getBytes(StandardCharsets.US_ASCII), 0, bytes, 0, 4);
        return Body.of(bytes);
    }

    public static Recording recording() {
        return recording(MediaType.OGG);
    }

    public static Recording recording(MediaType type) {
        return new Recording(type, ogg(), "Congresso Brasileiro de Agropecuária Sustentável 2027, CBAS 2027.");
    }
}
