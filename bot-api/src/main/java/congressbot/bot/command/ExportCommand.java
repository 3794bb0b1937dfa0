package congressbot.bot.command;

import congressbot.bot.knowledge.Export;
import congressbot.wire.process.DatabaseAddress;
import congressbot.wire.process.Launch;
import congressbot.wire.resource.ResourceFile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;

/// The command `export`: writes the congresses and what they know from the database into a folder,
/// edits of the panel among them, whether or not bot-api runs.
///
/// Exit status: 0 done, 1 something was left alone or failed, 2 wrong use.
public final class ExportCommand {
    static final int DONE = 0;
    static final int NOT_ALL = 1;
    static final int WRONG_USE = 2;

    private final Export export;
    private final PrintStream out;
    private final PrintStream complaints;
    private final Properties words = words();

    ExportCommand(Export export, PrintStream out, PrintStream complaints) {
        this.export = export;
        this.out = out;
        this.complaints = complaints;
    }

    public static void main(String[] arguments) {
        if (arguments.length != 1 || arguments[0].isBlank()) {
            System.err.println(words().getProperty("usage"));
            System.exit(WRONG_USE);
        }
        Path folder = Path.of(arguments[0]).toAbsolutePath();
        Launch.quietly("export", DatabaseAddress::from, database -> {
            Jdbi jdbi = Jdbi.create(
                            database.jdbcUrl(),
                            database.user(),
                            database.password().reveal())
                    .installPlugin(new PostgresPlugin());
            System.exit(new ExportCommand(new Export(jdbi), System.out, System.err).run(folder));
        });
    }

    /// Writes it, says what became of each file, and gives the exit status.
    int run(Path folder) {
        try {
            List<Export.Done> done = export.to(folder);
            done.forEach(this::tell);
            boolean all = done.stream().noneMatch(one -> one.deed() == Export.Deed.LEFT_ALONE);
            if (done.isEmpty()) {
                complaints.println(words.getProperty("nothing"));
            }
            return all && !done.isEmpty() ? DONE : NOT_ALL;
        } catch (IOException e) { // the folder is the operator's to mend
            complaints.println(words.getProperty("failed") + " " + e.getMessage());
            return NOT_ALL;
        }
    }

    private void tell(Export.Done one) {
        String deed = words.getProperty(one.deed().name().toLowerCase(Locale.ROOT));
        PrintStream where = one.deed() == Export.Deed.LEFT_ALONE ? complaints : out;
        where.println(deed + " " + one.file());
    }

    private static Properties words() {
        return ResourceFile.beside(ExportCommand.class, "export-command.properties")
                .properties();
    }
}
