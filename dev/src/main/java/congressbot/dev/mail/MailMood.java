package congressbot.dev.mail;

/// How a mail server is.
public enum MailMood {
    TAKING,
    /// Closes every connection at once.
    DOWN,
    /// Refuses every recipient for now: 451.
    LATER,
    /// Refuses every recipient for good: 550.
    REFUSING,
    /// Takes a mail, and never says so.
    SILENT
}
