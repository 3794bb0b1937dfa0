package congressbot.wire.doctor;

/// How a line of a report is meant.
public enum Level {
    OK,
    /// To be known: something is not configured and not needed, or cannot be seen from here.
    OFF,
    /// Works, and may not for long, or could not be found out.
    WARNING,
    /// Has to be mended.
    PROBLEM
}
