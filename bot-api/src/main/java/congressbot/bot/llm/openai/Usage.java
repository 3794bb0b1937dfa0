package congressbot.bot.llm.openai;

/// What a call used, in tokens.
///
/// @param input of what was sent
/// @param output of what came back
public record Usage(int input, int output) {
    public static final Usage NONE = new Usage(0, 0);

    /// Characters of a token, about, and rather too few: who is not told what a call used counts too much.
    private static final int CHARACTERS = 3;

    /// What a call will have used of which nobody tells.
    public static Usage guessed(int charactersSent, int charactersReceived) {
        return new Usage(charactersSent / CHARACTERS + 1, charactersReceived / CHARACTERS);
    }
}
