package congressbot.bot.knowledge;

import congressbot.bot.congress.Fault;

/// What is wrong with a file of a congress's folder: its last good version goes on counting.
///
/// @param file inside the folder of the congress
public record Trouble(String file, Fault fault) {
    /// For whoever runs the program.
    String message() {
        return file + ": " + (fault.line() > 0 ? "line " + fault.line() + ": " : "") + fault.message();
    }
}
