package congressbot.wire.message;

import java.util.Base64;

/// A file that we send.
///
/// @param fileName as people see it
/// @param base64 the bytes, at most [#MAX_BYTES]
public record Attachment(Kind kind, String fileName, String base64) {
    /// Largest file, in bytes.
    public static final int MAX_BYTES = 5 * 1024 * 1024;

    private static final int MAX_BASE64 = (MAX_BYTES + 2) / 3 * 4;

    public Attachment {
        if (fileName.isBlank()) {
            throw new IllegalArgumentException("a file without a name");
        }
        if (base64.isEmpty() || base64.length() > MAX_BASE64) {
            throw new IllegalArgumentException("a file has 1 byte to 5 MiB, in base64");
        }
    }

    /// How people see it.
    public enum Kind {
        /// In the chat, as it is: a code in it stays readable.
        IMAGE,
        DOCUMENT
    }

    /// The file itself.
    ///
    /// @throws IllegalArgumentException when it is no base64
    public byte[] bytes() {
        return Base64.getDecoder().decode(base64);
    }

    /// Without the file: it is personal.
    @Override
    public String toString() {
        return "Attachment[" + kind + "]";
    }
}
