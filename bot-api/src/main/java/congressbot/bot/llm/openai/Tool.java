package congressbot.bot.llm.openai;

/// Something that the model may ask us to look up.
///
/// @param arguments named like the tool
public record Tool(Shape arguments, String description) {
    public String name() {
        return arguments.name();
    }

    /// The model's wish to use it.
    ///
    /// @param name as the model wrote it: perhaps of no tool
    /// @param arguments as the model wrote them: perhaps no JSON
    public record Wish(String id, String name, String arguments) {}
}
