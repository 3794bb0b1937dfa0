package congressbot.dev.house;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/// The database's tables, as a version of this project wants them.
final class Schema {
    private Schema() {}

    /// Migrates as the launcher of that version does.
    ///
    /// @param project its folder, packaged
    /// @param logs where it writes down what it did
    static void bring(Path project, URI database, Path logs) throws IOException, InterruptedException {
        Path target = project.resolve("migrations").resolve("target");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        target.resolve("migrations.jar") + File.pathSeparator + target.resolve("lib") + "/*",
                        "congressbot.migrations.Migrate")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("DATABASE_URL", database.toString());
        builder.environment().put("LOG_DIR", logs.toString());
        int status = builder.start().waitFor();
        if (status != 0) {
            throw new IOException("the migrations of " + project + " ended with " + status);
        }
    }
}
