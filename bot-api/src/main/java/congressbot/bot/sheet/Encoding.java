package congressbot.bot.sheet;

import congressbot.bot.sheet.Broken.Why;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// How the text of a file is written down: with a mark at its begin as UTF-8 or UTF-16, else UTF-8 if it is that
/// throughout, else what Windows in Portuguese writes.
final class Encoding {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final char MARK = '\uFEFF';

    private Encoding() {}

    static String text(byte[] bytes) throws Broken {
        if (begins(bytes, 0xEF, 0xBB, 0xBF)) {
            return whole(bytes, StandardCharsets.UTF_8);
        }
        if (begins(bytes, 0xFF, 0xFE) || begins(bytes, 0xFE, 0xFF)) {
            return whole(bytes, StandardCharsets.UTF_16);
        }
        try {
            return plain(decoded(bytes, StandardCharsets.UTF_8));
        } catch (CharacterCodingException _) { // then it is the other one
            return whole(bytes, WINDOWS);
        }
    }

    private static String whole(byte[] bytes, Charset charset) throws Broken {
        try {
            return plain(decoded(bytes, charset));
        } catch (CharacterCodingException _) { // told by what is thrown instead
            throw new Broken(Why.UNREADABLE);
        }
    }

    /// A text has no zeros; UTF-16 without its mark and programs have.
    private static String plain(CharBuffer characters) throws Broken {
        String text = characters.toString();
        if (text.indexOf('\0') >= 0) {
            throw new Broken(Why.UNREADABLE);
        }
        return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
    }

    private static CharBuffer decoded(byte[] bytes, Charset charset) throws CharacterCodingException {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes));
    }

    private static boolean begins(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (bytes.length <= i || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
