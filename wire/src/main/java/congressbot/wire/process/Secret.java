package congressbot.wire.process;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/// A value that must not be shown: compared in constant time, and never printed.
public final class Secret {
    private final byte[] value;

    public Secret(String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("an empty secret");
        }
        this.value = value.getBytes(StandardCharsets.UTF_8);
    }

    /// Whether this is the candidate, in a time that does not depend on where they differ.
    public boolean matches(String candidate) {
        return MessageDigest.isEqual(value, candidate.getBytes(StandardCharsets.UTF_8));
    }

    /// The value itself, for the one place that has to send or sign with it.
    public String reveal() {
        return new String(value, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "Secret[…]";
    }
}
