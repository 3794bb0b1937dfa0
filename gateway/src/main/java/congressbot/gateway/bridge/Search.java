package congressbot.gateway.bridge;

/// Whether an earlier try of a send reached the chat.
public sealed interface Search {
    record Found(SendResult.Sent sent) implements Search {}

    record Absent() implements Search {}

    /// The earlier try may still be at work, or the bridge cannot be asked now: later it can tell.
    ///
    /// @param why without anything personal
    record NotYet(String why) implements Search {}

    /// The bridge cannot tell, and never will.
    record Unknowable() implements Search {}
}
