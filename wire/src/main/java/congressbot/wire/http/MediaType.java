package congressbot.wire.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/// What a file is, by its first bytes: what somebody says of it is not believed.
public enum MediaType {
    /// Voice notes of WhatsApp.
    OGG("audio/ogg"),
    /// MP3, and its older brothers MPGA and MPEG.
    MPEG("audio/mpeg"),
    /// M4A too.
    MP4("audio/mp4"),
    WAV("audio/wav"),
    WEBM("audio/webm"),
    FLAC("audio/flac"),
    JPEG("image/jpeg"),
    PNG("image/png"),
    GIF("image/gif"),
    WEBP("image/webp"),
    PDF("application/pdf"),
    OTHER("application/octet-stream");

    /// The first bytes among which the form of a WEBM file is named.
    private static final int WEBM_HEAD = 64;

    /// Where the parts of a RIFF file, and the brand of an MP4 file, say what they are.
    private static final int SECOND_MARK = 8;

    private static final int MARK_LENGTH = 4;

    private final String mime;

    MediaType(String mime) {
        this.mime = mime;
    }

    public String mime() {
        return mime;
    }

    /// Whether there may be speech in it.
    public boolean isAudio() {
        return mime.startsWith("audio/");
    }

    public static MediaType of(Body file) {
        byte[] bytes = file.bytes();
        return switch (mark(bytes, 0)) {
            case "OggS" -> OGG;
            case "fLaC" -> FLAC;
            case "GIF8" -> GIF;
            case "%PDF" -> PDF;
            case "\u0089PNG" -> PNG;
            case "RIFF" -> riff(mark(bytes, SECOND_MARK));
            case "\u001AE\u00DF\u00A3" -> isWebm(bytes) ? WEBM : OTHER;
            case "\0\0\u0001\u00BA" -> MPEG;
            case String _ when mark(bytes, MARK_LENGTH).equals("ftyp") -> isPicture(bytes) ? OTHER : MP4;
            case String start when start.startsWith("ID3") || isFrameOfMpeg(bytes) -> MPEG;
            case String start when start.startsWith("\u00FF\u00D8\u00FF") -> JPEG;
            case String _ -> OTHER;
        };
    }

    private static MediaType riff(String kind) {
        return switch (kind) {
            case "WAVE" -> WAV;
            case "WEBP" -> WEBP;
            default -> OTHER;
        };
    }

    /// Other files begin as WEBM does, with another name of their form.
    private static boolean isWebm(byte[] bytes) {
        byte[] head = Arrays.copyOf(bytes, Math.min(bytes.length, WEBM_HEAD));
        return new String(head, StandardCharsets.ISO_8859_1).contains("webm");
    }

    /// HEIC and AVIF pictures are files of the MP4 family.
    private static boolean isPicture(byte[] bytes) {
        String brand = mark(bytes, SECOND_MARK).toLowerCase(Locale.ROOT);
        return brand.startsWith("he") || brand.startsWith("mif") || brand.startsWith("msf") || brand.startsWith("avi");
    }

    /// The eleven bits that begin a frame, with a layer, a bit rate and a sample rate that exist.
    private static boolean isFrameOfMpeg(byte[] bytes) {
        return bytes.length > 2
                && (bytes[0] & 0xFF) == 0xFF
                && (bytes[1] & 0xE0) == 0xE0
                && (bytes[1] & 0x18) != 0x08
                && (bytes[1] & 0x06) != 0
                && (bytes[2] & 0xF0) != 0xF0
                && (bytes[2] & 0x0C) != 0x0C;
    }

    /// Four bytes, one character each; fewer at the end of the file.
    private static String mark(byte[] bytes, int from) {
        int start = Math.min(from, bytes.length);
        int end = Math.min(bytes.length, start + MARK_LENGTH);
        return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
    }
}
