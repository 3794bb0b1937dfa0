package congressbot.dev.bench.ceiling;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/// Something that bot-api did with a connection to PostgreSQL, and that can be done again.
sealed interface Step {
    void repeat(Connection connection) throws SQLException;

    /// A statement.
    ///
    /// @param rows the values that were bound; more than one: it was a batch
    record Run(String sql, List<List<Bind>> rows) implements Step {
        public Run {
            rows = rows.stream().map(List::copyOf).toList();
        }

        @Override
        public void repeat(Connection connection) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (List<Bind> row : rows) {
                    for (Bind bind : row) {
                        bind.to(statement);
                    }
                    if (rows.size() > 1) {
                        statement.addBatch();
                    }
                }
                if (rows.size() > 1) {
                    statement.executeBatch();
                } else {
                    statement.execute();
                }
            }
        }
    }

    /// What begins a transaction, or goes back to one for each statement.
    record AutoCommit(boolean on) implements Step {
        @Override
        public void repeat(Connection connection) throws SQLException {
            connection.setAutoCommit(on);
        }
    }

    record Commit() implements Step {
        @Override
        public void repeat(Connection connection) throws SQLException {
            connection.commit();
        }
    }

    record Rollback() implements Step {
        @Override
        public void repeat(Connection connection) throws SQLException {
            connection.rollback();
        }
    }

    /// A value in its place.
    @FunctionalInterface
    interface Bind {
        void to(PreparedStatement statement) throws SQLException;

        /// An array belongs to a connection: each gets its own.
        static Bind array(int index, String type, Object[] elements) {
            return statement -> {
                Array array = statement.getConnection().createArrayOf(type, elements);
                statement.setArray(index, array);
            };
        }
    }
}
