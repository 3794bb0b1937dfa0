package congressbot.bot.sheet;

import java.io.IOException;

/// A file that cannot be taken.
public final class Broken extends IOException {
    private static final long serialVersionUID = 1L;

    private final Why why;
    private final int line;

    /// What is wrong with it.
    public enum Why {
        EMPTY,
        /// Neither text nor XLSX.
        UNREADABLE,
        /// The format of Excel until 2003, or a file with a password.
        OLD_OR_LOCKED,
        /// A damaged archive, or without a sheet.
        DAMAGED,
        /// It would become far larger when it is opened, or tries to make the reader do things.
        HOSTILE,
        TOO_MANY_ROWS,
        TOO_MANY_COLUMNS,
        CELL_TOO_LONG,
        /// A quote that is never closed.
        OPEN_QUOTE
    }

    Broken(Why why, int line) {
        super(why + " at line " + line);
        this.why = why;
        this.line = line;
    }

    Broken(Why why) {
        this(why, 0);
    }

    public Why why() {
        return why;
    }

    /// Where, from 1 on; 0 for the file as a whole.
    public int line() {
        return line;
    }
}
