package congressbot.migrations.backup;

import congressbot.migrations.Reachable;
import congressbot.wire.process.DatabaseAddress;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/// The command `restore`: fills a migrated and empty database from a backup, all of it or nothing.
public final class Restore {
    private static final int BUFFER = 64 * 1024;
    private static final String NO_RIGHT = "42501";
    private static final String LOCKED = "55P03";

    /// Classes of SQLSTATE that blame the values, not the server.
    private static final List<String> VALUES = List.of("22", "23");

    private final Connection connection;
    private final Catalogue catalogue;

    private Restore(Connection connection) {
        this.connection = connection;
        this.catalogue = new Catalogue(connection);
    }

    public static void main(String[] arguments) {
        FileCommand.run("restore", arguments, Restore::read);
    }

    /// Fills the database. Needs the user that migrates: nobody else sets sequences.
    public static Outcome read(DatabaseAddress database, Path file) throws IOException, SQLException {
        if (!Files.isRegularFile(file)) {
            return new Outcome.Refused("there is no file " + file);
        }
        try (Archive archive = new Archive(file)) {
            Optional<Label> label = archive.label();
            if (label.isEmpty()) {
                return new Outcome.Refused(file + " is no backup of ours");
            }
            try (Connection connection = Reachable.connect(database)) {
                return new Restore(connection).read(archive, label.get());
            }
        } catch (ZipException | EOFException e) {
            return new Outcome.Refused(file + " is no backup of ours, or is damaged (" + e.getMessage() + ")");
        }
    }

    /// Closing the connection takes back what was not committed.
    private Outcome read(Archive archive, Label label) throws IOException, SQLException {
        connection.setAutoCommit(false);
        try {
            Optional<String> obstacle = obstacle(label);
            if (obstacle.isPresent()) {
                return new Outcome.Refused(obstacle.get());
            }
            triggers("DISABLE", label);
            fill(archive, label);
            triggers("ENABLE", label);
            connection.commit();
        } catch (SQLException e) {
            return refusal(e);
        }
        analyze();
        return new Outcome.Done(label.tables());
    }

    /// Why this backup cannot come into this database. Nobody else can write there from here on.
    private Optional<String> obstacle(Label label) throws SQLException {
        if (label.format() != Label.FORMAT) {
            return Optional.of(
                    "the backup has the format %d, and this version reads %d".formatted(label.format(), Label.FORMAT));
        }
        String schema = catalogue.schema().orElse("none");
        if (!schema.equals(label.schema())) {
            return Optional.of("the backup is of the schema %s, and the database has %s: migrate it with the version"
                            .formatted(label.schema(), schema)
                    + " of this program that made the backup, restore, and then update");
        }
        List<String> tables = catalogue.tables();
        if (!new TreeSet<>(tables).equals(new TreeSet<>(label.names()))) {
            return Optional.of("the backup has other tables than the database: " + label.names());
        }
        lock(tables);
        for (String table : tables) {
            if (catalogue.hasRows(table)) {
                return Optional.of(
                        "the database is not empty, %s has rows: restore into one that was migrated".formatted(table)
                                + " and in which nothing was started yet");
            }
        }
        return Optional.empty();
    }

    private void lock(List<String> tables) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL lock_timeout = '10s'");
            statement.execute("SET LOCAL timezone = 'UTC'");
            statement.execute(
                    "LOCK TABLE " + tables.stream().map(Catalogue::quoted).collect(Collectors.joining(", ")));
        }
    }

    /// What they would add stands in the backup.
    private void triggers(String able, Label label) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String table : label.names()) {
                statement.execute("ALTER TABLE " + Catalogue.quoted(table) + " " + able + " TRIGGER USER");
            }
        }
    }

    private void fill(Archive archive, Label label) throws IOException, SQLException {
        CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
        for (TableRows table : label.tables()) {
            String command = "COPY " + Catalogue.quoted(table.table()) + " FROM STDIN WITH (FORMAT csv, HEADER MATCH)";
            long rows = archive.<Long, SQLException>read(
                    Label.csv(table.table()), csv -> copy.copyIn(command, csv, BUFFER));
            if (rows != table.rows()) {
                throw new ZipException("%s has %d rows and not %d".formatted(table.table(), rows, table.rows()));
            }
        }
        for (Label.NextNumber number : label.numbers()) {
            catalogue.goOnWith(number);
        }
    }

    /// A table that was never analysed is scanned from end to end even for a list of keys.
    private void analyze() throws SQLException {
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            statement.execute("ANALYZE");
        }
    }

    /// What the operator can mend is a sentence, without the server's words: they may hold personal data.
    private static Outcome refusal(SQLException e) throws SQLException {
        String state = String.valueOf(e.getSQLState());
        if (state.equals(NO_RIGHT)) {
            return new Outcome.Refused("DATABASE_URL: this user may not fill the database; use the one that migrates");
        }
        if (state.equals(LOCKED)) {
            return new Outcome.Refused("somebody uses the database: stop all processes first");
        }
        if (VALUES.stream().anyMatch(state::startsWith)) {
            return new Outcome.Refused("what stands in the backup does not fit the tables (SQLSTATE " + state + ")");
        }
        throw e;
    }
}
