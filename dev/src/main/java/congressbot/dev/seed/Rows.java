package congressbot.dev.seed;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/// Writes rows of a table by COPY, some hundred thousand in one transaction, so that no trigger's list of rows grows
/// without end.
final class Rows implements AutoCloseable {
    private static final int ROWS_OF_A_TRANSACTION = 200_000;
    private static final int BUFFER = 64 * 1024;
    private static final String NULL = "\\N";

    private final Connection connection;
    private final String command;
    private final StringBuilder buffer = new StringBuilder(2 * BUFFER);
    private CopyIn copy;
    private int rows;
    private boolean done;

    /// @param columns of the table, separated by commas
    Rows(Connection connection, String table, String columns) throws SQLException {
        this.connection = connection;
        this.command = "COPY %s (%s) FROM STDIN".formatted(table, columns);
        this.copy = begin();
    }

    private CopyIn begin() throws SQLException {
        rows = 0;
        return connection.unwrap(PGConnection.class).getCopyAPI().copyIn(command);
    }

    /// @param values in the order of the columns, none of which holds a tab, a line end or a backslash; an empty text
    ///     is NULL
    void add(Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            String value = values[i].toString();
            buffer.append(i == 0 ? "" : "\t").append(value.isEmpty() ? NULL : value);
        }
        buffer.append('\n');
        if (buffer.length() >= BUFFER) {
            flush();
        }
        if (++rows == ROWS_OF_A_TRANSACTION) {
            end();
            copy = begin();
        }
    }

    private void flush() throws SQLException {
        byte[] bytes = buffer.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        buffer.setLength(0);
    }

    private void end() throws SQLException {
        flush();
        copy.endCopy();
        connection.commit();
    }

    /// Brings the rest there; without it nothing of the last transaction is.
    void finish() throws SQLException {
        end();
        done = true;
    }

    @Override
    public void close() throws SQLException {
        if (!done && copy.isActive()) {
            copy.cancelCopy();
        }
    }
}
