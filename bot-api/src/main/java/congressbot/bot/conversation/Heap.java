package congressbot.bot.conversation;

/// What the waiting messages of a conversation are: it decides how many of them make one turn.
sealed interface Heap {
    /// As people write: at most [TurnRequest#BURST] make a turn.
    record Burst() implements Heap {}

    /// They waited for minutes, because something was down: all make one turn, with one answer.
    record Backlog() implements Heap {}

    /// More than anybody types: all are kept, and none is understood.
    ///
    /// @param answered the last thing that was said was said to this flood
    record Flood(boolean answered) implements Heap {}
}
