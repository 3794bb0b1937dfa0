package congressbot.migrations.backup;

import congressbot.migrations.Reachable;
import congressbot.wire.process.DatabaseAddress;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/// The command `backup`: writes what stands in the database at this moment into a file, while everything runs.
public final class Backup {
    private static final int BUFFER = 64 * 1024;

    private final Connection connection;
    private final Catalogue catalogue;

    private Backup(Connection connection) {
        this.connection = connection;
        this.catalogue = new Catalogue(connection);
    }

    public static void main(String[] arguments) {
        FileCommand.run("backup", arguments, Backup::write);
    }

    /// Writes a file that only its owner may read. It appears under its name when it is complete and on the disk.
    public static Outcome write(DatabaseAddress database, Path file) throws IOException, SQLException {
        if (Files.exists(file)) {
            return exists(file);
        }
        try (Connection connection = Reachable.connect(database)) {
            return new Backup(connection).write(file);
        }
    }

    private static Outcome exists(Path file) {
        return new Outcome.Refused(file + " exists, and a backup overwrites nothing");
    }

    private Outcome write(Path file) throws IOException, SQLException {
        holdStill();
        Optional<String> schema = catalogue.schema();
        if (schema.isEmpty()) {
            return new Outcome.Refused("the database is empty, without any schema");
        }
        Path unfinished = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            Label label = writeDurably(unfinished, schema.get());
            Files.createLink(file, unfinished); // unlike a move, it overwrites nothing
            try (FileChannel folder = FileChannel.open(file.resolveSibling(""), StandardOpenOption.READ)) {
                folder.force(true); // the new name, too
            }
            return new Outcome.Done(label.tables());
        } catch (FileAlreadyExistsException _) {
            return exists(file);
        } catch (NoSuchFileException _) {
            return new Outcome.Refused("there is no folder " + file.resolveSibling(""));
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /// All tables as they stood at one moment, in the spelling of UTC.
    private void holdStill() throws SQLException {
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL lock_timeout = '10s'");
            statement.execute("SET LOCAL timezone = 'UTC'");
        }
    }

    private Label writeDurably(Path file, String schema) throws IOException, SQLException {
        var ownersOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(file, options, ownersOnly);
                OutputStream bytes = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
                ZipOutputStream zip = new ZipOutputStream(bytes)) {
            Label label = write(zip, schema);
            zip.finish();
            bytes.flush();
            channel.force(true);
            return label;
        }
    }

    private Label write(ZipOutputStream zip, String schema) throws IOException, SQLException {
        CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
        Instant now = Instant.now();
        List<TableRows> tables = new ArrayList<>();
        for (String table : catalogue.tables()) {
            zip.putNextEntry(new ZipEntry(Label.csv(table)));
            long rows = copy.copyOut("COPY " + Catalogue.quoted(table) + " TO STDOUT WITH (FORMAT csv, HEADER)", zip);
            zip.closeEntry();
            tables.add(new TableRows(table, rows));
        }
        Label label = new Label(Label.FORMAT, schema, now, tables, catalogue.numbers());
        zip.putNextEntry(new ZipEntry(Label.ENTRY));
        zip.write(label.bytes());
        zip.closeEntry();
        return label;
    }
}
