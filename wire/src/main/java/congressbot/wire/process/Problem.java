package congressbot.wire.process;

/// What is wrong with one variable. It tells the name and what is expected, never the value: that may be a secret.
///
/// @param variable with the suffix of an instance, if it has one
/// @param expected in English; empty where the kind says all
public record Problem(String variable, Kind kind, String expected) {
    /// How a variable can be wrong.
    public enum Kind {
        MISSING,
        /// Another value is expected.
        WRONG,
        /// Directly and as a file.
        TWICE,
        /// The file that it names cannot be read.
        UNREADABLE,
        /// A name of ours that nobody reads.
        UNKNOWN
    }

    @Override
    public String toString() {
        return switch (kind) {
            case MISSING -> variable + " is missing: expected " + expected;
            case WRONG -> variable + ": expected " + expected;
            case TWICE -> variable + ": given twice, directly and as a file";
            case UNREADABLE -> variable + Variable.FILE_SUFFIX + ": the file cannot be read";
            case UNKNOWN -> variable + " is not a variable of Congress Bot";
        };
    }
}
