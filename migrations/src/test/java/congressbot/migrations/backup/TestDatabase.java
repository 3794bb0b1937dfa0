package congressbot.migrations.backup;

import congressbot.wire.process.DatabaseAddress;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// A database of its own in a server that several share.
record TestDatabase(DatabaseAddress address) {
    /// @param like what it is a copy of; nobody may be in there
    static TestDatabase create(EmbeddedPostgres postgres, String name, String like) throws SQLException {
        at(postgres, "postgres").run("CREATE DATABASE " + name + " TEMPLATE " + like);
        return at(postgres, name);
    }

    private static TestDatabase at(EmbeddedPostgres postgres, String name) {
        return new TestDatabase(
                DatabaseAddress.parse("postgresql://postgres:postgres@127.0.0.1:" + postgres.getPort() + "/" + name));
    }

    /// A row in every table.
    TestDatabase filled() throws SQLException, IOException {
        try (InputStream sql = TestDatabase.class.getResourceAsStream("filled.sql")) {
            run(new String(Objects.requireNonNull(sql).readAllBytes(), StandardCharsets.UTF_8));
        }
        return this;
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(
                address.jdbcUrl(), address.user(), address.password().reveal());
    }

    void run(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// Everything, table by table, in the server's own spelling.
    Map<String, List<String>> rows() throws SQLException {
        Map<String, List<String>> rows = new TreeMap<>();
        for (String table : strings("""
                SELECT table_name FROM information_schema.tables
                WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name <> 'flyway_schema_history'
                """)) {
            rows.put(table, strings("SELECT t::text FROM " + table + " t ORDER BY 1"));
        }
        return rows;
    }

    /// What each sequence gives out next; it is used up.
    Map<String, String> nextNumbers() throws SQLException {
        Map<String, String> numbers = new TreeMap<>();
        for (String sequence :
                strings("SELECT relname FROM pg_class WHERE relkind = 'S' AND relnamespace = 'public'::regnamespace")) {
            numbers.put(sequence, strings("SELECT nextval('" + sequence + "')").getFirst());
        }
        return numbers;
    }

    List<String> strings(String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
