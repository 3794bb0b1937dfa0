package congressbot.bot.mail;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// A file that travels with a mail.
///
/// @param name plain letters, digits, hyphens and dots: it stands in a header
/// @param type MIME type without parameters: it stands in a header
/// @param text in UTF-8 at most 64 KiB
public record Attachment(String name, String type, String text) {
    static final int MAX_BYTES = 64 * 1024;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,99}");
    private static final Pattern TYPE = Pattern.compile("[a-z]{1,20}/[a-z0-9.+-]{1,60}");

    public Attachment {
        if (!NAME.matcher(name).matches() || !TYPE.matcher(type).matches()) {
            throw new IllegalArgumentException("an attachment has a plain name and a MIME type");
        }
        if (text.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw new IllegalArgumentException("an attachment has at most 64 KiB");
        }
    }

    byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// Without the text, which is personal.
    @Override
    public String toString() {
        return "Attachment[" + name + "]";
    }
}
