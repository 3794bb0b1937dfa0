package congressbot.dev.model;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The comments of an Ogg Opus file (RFC 7845, section 5.2): `OpusTags`, a vendor, and texts like `TITLE=…`, each with
/// its length in little-endian 32 bits.
final class OggTags {
    private static final byte[] MAGIC = "OpusTags".getBytes(StandardCharsets.US_ASCII);
    private static final int LENGTH = 4;
    private static final int MOST = 50;

    private final byte[] file;
    private int position;

    private OggTags(byte[] file, int position) {
        this.file = file;
        this.position = position;
    }

    /// The words that whoever made the file wrote into its title or its description.
    static Optional<String> words(byte[] file) {
        int magic = find(file);
        return magic < 0 ? Optional.empty() : new OggTags(file, magic + MAGIC.length).words();
    }

    private Optional<String> words() {
        if (text().isEmpty()) {
            return Optional.empty();
        }
        int count = number();
        for (int i = 0; i < Math.min(count, MOST); i++) {
            Optional<String> comment = text();
            Optional<String> words = comment.flatMap(OggTags::value);
            if (words.isPresent() || comment.isEmpty()) {
                return words;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> value(String comment) {
        int sign = comment.indexOf('=');
        String key = sign < 0 ? "" : comment.substring(0, sign);
        return key.equalsIgnoreCase("TITLE") || key.equalsIgnoreCase("DESCRIPTION")
                ? Optional.of(comment.substring(sign + 1)).filter(words -> !words.isBlank())
                : Optional.empty();
    }

    private Optional<String> text() {
        int length = number();
        if (length < 0 || position + length > file.length) {
            return Optional.empty();
        }
        String text = new String(file, position, length, StandardCharsets.UTF_8);
        position += length;
        return Optional.of(text);
    }

    /// -1 when the file ends before.
    private int number() {
        if (position + LENGTH > file.length) {
            return -1;
        }
        int number = 0;
        for (int i = LENGTH - 1; i >= 0; i--) {
            number = number << Byte.SIZE | (file[position + i] & 0xFF);
        }
        position += LENGTH;
        return number;
    }

    private static int find(byte[] file) {
        for (int i = 0; i + MAGIC.length <= file.length; i++) {
            int match = 0;
            while (match < MAGIC.length && file[i + match] == MAGIC[match]) {
                match++;
            }
            if (match == MAGIC.length) {
                return i;
            }
        }
        return -1;
    }
}
