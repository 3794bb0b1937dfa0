package congressbot.wire.message;

import java.util.Optional;

/// Text from people, made storable: PostgreSQL refuses NUL, and half a surrogate pair is no character in UTF-8.
public final class WellFormed {
    private static final char REPLACEMENT = '\uFFFD';

    private WellFormed() {}

    /// The text with every NUL and lone surrogate replaced by U+FFFD.
    public static String text(String text) {
        return text.codePoints().anyMatch(WellFormed::broken) ? replaced(text) : text;
    }

    /// The well-formed text, cut to a number of characters without halving a code point.
    public static String cut(String text, int max) {
        String whole = text(text);
        if (whole.length() <= max) {
            return whole;
        }
        int end = Character.isHighSurrogate(whole.charAt(max - 1)) ? max - 1 : max;
        return whole.substring(0, end);
    }

    static Optional<String> text(Optional<String> text) {
        return text.map(WellFormed::text);
    }

    private static boolean broken(int codePoint) {
        return codePoint == 0 || Character.getType(codePoint) == Character.SURROGATE;
    }

    private static String replaced(String text) {
        StringBuilder whole = new StringBuilder(text.length());
        text.codePoints().forEach(c -> whole.appendCodePoint(broken(c) ? REPLACEMENT : c));
        return whole.toString();
    }
}
