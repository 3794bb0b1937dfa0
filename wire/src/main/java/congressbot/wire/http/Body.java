package congressbot.wire.http;

import java.nio.charset.StandardCharsets;

/// The bytes of a call or of an answer. Never changed after they were handed over.
public final class Body {
    public static final Body EMPTY = new Body(new byte[0]);

    private final byte[] bytes;

    private Body(byte[] bytes) {
        this.bytes = bytes;
    }

    /// Takes the bytes over, without a copy: they may be many.
    public static Body of(byte[] bytes) {
        return new Body(bytes);
    }

    /// A text as UTF-8.
    public static Body of(String text) {
        return new Body(text.getBytes(StandardCharsets.UTF_8));
    }

    public byte[] bytes() {
        return bytes;
    }

    /// Read as UTF-8.
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    public int size() {
        return bytes.length;
    }

    /// Without the bytes, which may hold personal data.
    @Override
    public String toString() {
        return "Body[" + bytes.length + " bytes]";
    }
}
