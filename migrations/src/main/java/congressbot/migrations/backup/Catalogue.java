package congressbot.migrations.backup;

import congressbot.migrations.backup.Label.NextNumber;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the database itself knows of its tables: no list of ours can forget one.
final class Catalogue {
    private final Connection connection;

    Catalogue(Connection connection) {
        this.connection = connection;
    }

    /// A child's row needs its parent's.
    private record ForeignKey(String child, String parent) {}

    /// The newest migration, as in `006`; empty where there was none.
    Optional<String> schema() throws SQLException {
        if (strings("SELECT 1 WHERE to_regclass('flyway_schema_history') IS NOT NULL")
                .isEmpty()) {
            return Optional.empty();
        }
        return strings("""
                SELECT version FROM flyway_schema_history
                WHERE success AND version IS NOT NULL
                ORDER BY installed_rank DESC LIMIT 1
                """).stream().findFirst();
    }

    /// All tables but Flyway's, parents before their children.
    List<String> tables() throws SQLException {
        List<String> left = new ArrayList<>(strings("""
                SELECT relname FROM pg_class
                WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace
                  AND relname <> 'flyway_schema_history'
                ORDER BY relname
                """));
        List<ForeignKey> keys = foreignKeys();
        List<String> ordered = new ArrayList<>();
        while (!left.isEmpty()) {
            List<String> next = withoutParentsAmong(left, keys);
            if (next.isEmpty()) {
                throw new IllegalStateException("foreign keys in a circle among " + left);
            }
            ordered.addAll(next);
            left.removeAll(next);
        }
        return ordered;
    }

    /// To be asked after all rows were read: sequences do not wait for transactions.
    List<NextNumber> numbers() throws SQLException {
        List<NextNumber> numbers = new ArrayList<>();
        for (String sequence :
                strings("SELECT sequencename FROM pg_sequences WHERE schemaname = current_schema() ORDER BY 1")) {
            String next = strings("SELECT last_value + is_called::integer FROM " + quoted(sequence))
                    .getFirst();
            numbers.add(new NextNumber(sequence, Long.parseLong(next)));
        }
        return numbers;
    }

    void goOnWith(NextNumber number) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT setval(quote_ident(?)::regclass, ?, false)")) {
            statement.setString(1, number.sequence());
            statement.setLong(2, number.next());
            statement.execute();
        }
    }

    boolean hasRows(String table) throws SQLException {
        return !strings("SELECT 1 FROM " + quoted(table) + " LIMIT 1").isEmpty();
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static List<String> withoutParentsAmong(List<String> tables, List<ForeignKey> keys) {
        Set<String> waiting = new HashSet<>();
        for (ForeignKey key : keys) {
            if (tables.contains(key.parent())) {
                waiting.add(key.child());
            }
        }
        return tables.stream().filter(table -> !waiting.contains(table)).toList();
    }

    /// Without those of a table to itself: they are checked when all its rows are there.
    private List<ForeignKey> foreignKeys() throws SQLException {
        List<ForeignKey> keys = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        SELECT child.relname AS child, parent.relname AS parent
                        FROM pg_constraint
                        JOIN pg_class child ON child.oid = conrelid
                        JOIN pg_class parent ON parent.oid = confrelid
                        WHERE contype = 'f' AND conrelid <> confrelid
                        """)) {
            while (rows.next()) {
                keys.add(new ForeignKey(rows.getString("child"), rows.getString("parent")));
            }
        }
        return keys;
    }

    private List<String> strings(String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
