package congressbot.dev.faults;

import congressbot.dev.stores.Folders;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// This project as it was before its tables were last changed: the upgrade that is the hardest.
final class OlderVersion {
    private static final String TABLES = "migrations/src/main/resources";

    private OlderVersion() {}

    /// Takes it from the history, and packages it, which takes minutes; found again the next time.
    ///
    /// @param project with its history
    /// @param folder for older versions
    static Path built(Path project, Path folder) throws IOException, InterruptedException {
        String change = run(project, "git", "log", "-1", "--format=%H", "--", TABLES);
        if (change.isEmpty()) {
            throw new IOException("the history of " + project + " does not tell when the tables changed");
        }
        Path version = folder.resolve(change);
        if (!Files.exists(version.resolve("bot-api/target/bot-api.jar"))) {
            Folders.delete(folder);
            Files.createDirectories(folder);
            run(project, "git", "clone", "--quiet", "--shared", "--no-checkout", ".", version.toString());
            run(version, "git", "checkout", "--quiet", change + "^");
            run(
                    version,
                    "mvn",
                    "--quiet",
                    "--batch-mode",
                    "-DskipTests",
                    "-Dspotless.check.skip=true",
                    "-pl",
                    "wire,migrations,gateway,worker,bot-api",
                    "package");
        }
        return version;
    }

    private static String run(Path folder, String... command) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        try (InputStream said = process.getInputStream()) {
            String text = new String(said.readAllBytes(), StandardCharsets.UTF_8).strip();
            if (process.waitFor() != 0) {
                throw new IOException(List.of(command) + " failed: " + text);
            }
            return text;
        }
    }
}
