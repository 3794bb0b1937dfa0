package congressbot.bot.llm.redaction;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What stands in a text in place of something personal.
public enum Token {
    CPF("[CPF]"),
    EMAIL("[EMAIL]"),
    PHONE("[TELEFONE]"),
    NAME("[NOME]"),
    NUMBER("[NUMERO]");

    private static final Pattern ANY = Pattern.compile(
            Arrays.stream(values()).map(token -> Pattern.quote(token.written)).collect(Collectors.joining("|")));

    private final String written;

    Token(String written) {
        this.written = written;
    }

    String written() {
        return written;
    }

    /// The text with a space in place of each of them.
    public static String without(String text) {
        return ANY.matcher(text).replaceAll(" ");
    }

    /// Whether one of them stands in a text.
    public static boolean isIn(String text) {
        return ANY.matcher(text).find();
    }
}
