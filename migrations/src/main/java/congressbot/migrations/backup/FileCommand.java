package congressbot.migrations.backup;

import congressbot.wire.process.DatabaseAddress;
import congressbot.wire.process.Launch;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/// A command about one file and the database at `DATABASE_URL`.
///
/// Exit status: 0 done, 1 refused or failed, 2 wrong use.
final class FileCommand {
    private static final int DONE = 0;
    private static final int REFUSED = 1;
    private static final int WRONG_USE = 2;

    private FileCommand() {}

    /// What is done.
    @FunctionalInterface
    interface Act {
        Outcome on(DatabaseAddress database, Path file) throws IOException, SQLException;
    }

    static void run(String name, String[] arguments, Act act) {
        if (arguments.length != 1 || arguments[0].isBlank()) {
            System.err.println("usage: ./congress-bot " + name + " FILE");
            System.exit(WRONG_USE);
        }
        Path file = Path.of(arguments[0]).toAbsolutePath();
        Launch.quietly(name, DatabaseAddress::from, database -> System.exit(told(name, act.on(database, file))));
    }

    private static int told(String name, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(var tables) -> {
                tables.forEach(table -> System.out.printf("%12d  %s%n", table.rows(), table.table()));
                yield DONE;
            }
            case Outcome.Refused(String why) -> {
                System.err.println(name + ": " + why);
                yield REFUSED;
            }
        };
    }
}
