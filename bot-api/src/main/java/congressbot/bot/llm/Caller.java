package congressbot.bot.llm;

/// Who caused a call of a model: it tells one person's calls from another's, and not who that is.
///
/// @param digest 16 hexadecimal digits
public record Caller(String digest) {
    static final int DIGITS = 16;

    static final Caller UNKNOWN = new Caller("0".repeat(DIGITS));
}
