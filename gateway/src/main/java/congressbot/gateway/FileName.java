package congressbot.gateway;

import congressbot.wire.http.MediaType;
import congressbot.wire.message.WellFormed;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// A file's name as people and their phones may see it: no path, no mark that turns the writing
/// round, and an ending that says what the file is.
final class FileName {
    /// Without the ending.
    private static final int LONGEST = 100;

    private static final Pattern STRANGE = Pattern.compile("[^\\p{L}\\p{M}\\p{N} ._()-]");
    private static final Pattern EDGE = Pattern.compile("^[ .]+|[ .]+$");

    private FileName() {}

    static String of(String wanted, MediaType type) {
        String plain = Normalizer.normalize(WellFormed.text(wanted), Normalizer.Form.NFC);
        String name = EDGE.matcher(STRANGE.matcher(plain).replaceAll("_")).replaceAll("");
        List<String> endings = endings(type);
        String ending = endings.stream()
                .filter(name.toLowerCase(Locale.ROOT)::endsWith)
                .findFirst()
                .orElse("");
        String stem = WellFormed.cut(name.substring(0, name.length() - ending.length()), LONGEST);
        return (stem.isEmpty() ? "_" : stem) + (ending.isEmpty() ? endings.getFirst() : ending);
    }

    /// The usual one first.
    private static List<String> endings(MediaType type) {
        return switch (type) {
            case PDF -> List.of(".pdf");
            case JPEG -> List.of(".jpg", ".jpeg");
            case PNG -> List.of(".png");
            case GIF, WEBP, OGG, MPEG, MP4, WAV, WEBM, FLAC, OTHER -> List.of(".bin");
        };
    }
}
