package congressbot.dev.sabotage;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Makes processes that are started from now on fail on purpose.
public final class Sabotage {
    /// Planted, it makes the worker wait less long for bot-api.
    public static final String IMPATIENT = "impatient";

    private final Path jar;
    private final Path folder;
    private final Orders orders;

    private Sabotage(Path folder) {
        this.folder = folder;
        this.jar = folder.resolve("agent.jar");
        this.orders = new Orders(folder);
    }

    /// Prepares it.
    ///
    /// @param folder of its own files; made when it is absent
    public static Sabotage in(Path folder) throws IOException {
        Files.createDirectories(folder);
        Sabotage sabotage = new Sabotage(folder);
        sabotage.writeAgent();
        sabotage.orders.withdraw();
        return sabotage;
    }

    /// For the `java` of a process.
    ///
    /// @param planted names of [Bug]s, or [#IMPATIENT]
    public String jvmOption(List<String> planted) {
        return "-javaagent:" + jar + "="
                + Stream.concat(Stream.of(folder.toString()), planted.stream()).collect(Collectors.joining(","));
    }

    /// The next process that passes there halts.
    public void arm(Failpoint point) throws IOException {
        orders.give(point);
    }

    /// Nobody halts any more.
    ///
    /// @return whether nobody had
    public boolean disarm() throws IOException {
        return orders.withdraw();
    }

    /// The agent has to be a jar; its classes are those of this program.
    private void writeAgent() throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(new Attributes.Name("Premain-Class"), Agent.class.getName());
        attributes.put(
                Attributes.Name.CLASS_PATH,
                Agent.class.getProtectionDomain().getCodeSource().getLocation().toString());
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream _ = new JarOutputStream(file, manifest)) {
            // The manifest is all.
        }
    }
}
