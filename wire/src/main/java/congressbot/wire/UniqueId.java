package congressbot.wire;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;

/// Names that no process gives twice: what this one drew at its start, and a count. Whoever saw one can guess the next,
/// so they prove nothing.
public final class UniqueId {
    private static final int DRAWN_BYTES = 16;
    private static final String PROCESS = drawn();
    private static final AtomicLong COUNT = new AtomicLong();

    private UniqueId() {}

    /// At most 46 characters: hexadecimal digits, a hyphen, letters and digits.
    public static String next() {
        return PROCESS + "-" + Long.toString(COUNT.incrementAndGet(), Character.MAX_RADIX);
    }

    private static String drawn() {
        byte[] bytes = new byte[DRAWN_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
