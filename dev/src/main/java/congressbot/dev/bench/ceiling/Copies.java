package congressbot.dev.bench.ceiling;

import congressbot.migrations.backup.Backup;
import congressbot.migrations.backup.Outcome;
import congressbot.migrations.backup.Restore;
import congressbot.wire.process.DatabaseAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Copies of a database, in which what was recorded in it afterwards is done once more.
final class Copies {
    /// As many as bot-api has.
    private static final int CONNECTIONS = 8;

    private static final String MAINTENANCE = "postgres";

    /// On the first one this JVM and PostgreSQL get warm.
    private static final List<String> NAMES = List.of("first_copy", "second_copy");

    /// Where each turn leaves something; what was recorded and what was repeated have to agree in it.
    private static final String CENSUS = """
            SELECT concat_ws(' ', (SELECT count(*) FROM messages), (SELECT count(*) FROM outbox),
                                  (SELECT count(*) FROM participants), (SELECT sum(version) FROM conversations))
            """;

    private final DatabaseAddress database;
    private final String name;

    Copies(DatabaseAddress database) {
        this.database = database;
        this.name = database.jdbcUrl().substring(database.jdbcUrl().lastIndexOf('/') + 1);
    }

    /// Makes them, empty yet. Nobody may be connected to the database.
    void make() throws SQLException {
        try (Connection connection = connect(MAINTENANCE);
                Statement statement = connection.createStatement()) {
            for (String copy : NAMES) {
                statement.execute("CREATE DATABASE %s TEMPLATE %s".formatted(copy, name));
            }
        }
    }

    /// Brings all that the database holds into each.
    ///
    /// @param file on the way between them; what an earlier run left of it is deleted
    void fill(Path file) throws SQLException, IOException {
        Files.deleteIfExists(file); // a backup overwrites nothing
        succeeded(Backup.write(database, file));
        for (String copy : NAMES) {
            succeeded(Restore.read(new DatabaseAddress(url(copy), database.user(), database.password()), file));
            try (Connection connection = connect(copy);
                    Statement statement = connection.createStatement()) {
                statement.execute("ANALYZE");
            }
        }
    }

    private static void succeeded(Outcome outcome) throws IOException {
        if (outcome instanceof Outcome.Refused refused) {
            throw new IOException("the database cannot be copied: " + refused);
        }
    }

    /// Repeats the turns, on each copy, those of one person in their order.
    ///
    /// @param turns of each person
    /// @return how fast on the last copy
    Rate repeat(List<List<List<Step>>> turns) throws SQLException, IOException, InterruptedException {
        String expected = census(name);
        Rate rate = new Rate(0, Duration.ZERO);
        for (String copy : NAMES) {
            rate = repeat(turns, copy);
            String found = census(copy);
            if (!found.equals(expected)) {
                throw new IOException("repeated turns left %s, those that were recorded %s".formatted(found, expected));
            }
        }
        return rate;
    }

    private Rate repeat(List<List<List<Step>>> turns, String copy) throws SQLException, IOException {
        Queue<List<List<Step>>> people = new ConcurrentLinkedQueue<>(turns);
        Queue<SQLException> failures = new ConcurrentLinkedQueue<>();
        long began;
        try (ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            began = System.nanoTime();
            for (int i = 0; i < CONNECTIONS; i++) {
                Connection connection = connect(copy);
                threads.execute(() -> repeat(people, connection, failures));
            }
        }
        long took = System.nanoTime() - began;
        if (!failures.isEmpty()) {
            throw new IOException(failures.size() + " turns cannot be repeated", failures.peek());
        }
        return new Rate(turns.stream().mapToLong(List::size).sum(), Duration.ofNanos(took));
    }

    private static void repeat(Queue<List<List<Step>>> people, Connection connection, Queue<SQLException> failures) {
        try (connection) {
            for (List<List<Step>> person = people.poll(); person != null; person = people.poll()) {
                for (List<Step> turn : person) {
                    for (Step step : turn) {
                        step.repeat(connection);
                    }
                }
            }
        } catch (SQLException e) {
            failures.add(e);
        }
    }

    private String census(String of) throws SQLException {
        try (Connection connection = connect(of);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(CENSUS)) {
            row.next();
            return row.getString(1);
        }
    }

    private Connection connect(String to) throws SQLException {
        return DriverManager.getConnection(
                url(to), database.user(), database.password().reveal());
    }

    private String url(String of) {
        return database.jdbcUrl().substring(0, database.jdbcUrl().lastIndexOf('/') + 1) + of;
    }
}
