package congressbot.dev.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/// What the JVM of a program learnt when it was rehearsed, for its next starts: its classes, loaded and linked, and
/// which of their methods are worth compiling (JEP 483, 514 and 515).
///
/// The JVM does not look whether the jars are still the same, and would go on with the old classes. So the name of the
/// file holds a hash of all jars, of the JDK and of the options; the launcher reckons it in the same way. Agents change
/// classes: with one of them, the JVM reads no such file.
public final class ClassArchive {
    /// Digits of the hash.
    private static final int HASH = 32;

    /// Names the JDK's version, its maker and what it runs on.
    private static final Path RELEASE = Path.of(System.getProperty("java.home"), "release");

    private static final String QUIETLY = "-Xlog:aot=off,cds=off";

    private static final String AGENT = "-javaagent:";

    private final String prefix;
    private final Path file;

    private ClassArchive(String prefix, Path file) {
        this.prefix = prefix;
        this.file = file;
    }

    /// It need not be there.
    ///
    /// @param project the folder of the launcher, packaged
    /// @param options of the JVM, in their order
    public static ClassArchive of(Path project, Program program, List<String> options) throws IOException {
        String prefix = program.module() + "-";
        return new ClassArchive(
                prefix, program.target(project).resolve(prefix + hash(program.jars(project), options) + ".aot"));
    }

    /// Whether a process that is started now has something of it.
    public boolean isThere() {
        return Files.exists(file);
    }

    /// Takes over what a process wrote at its end, and deletes those of earlier builds.
    ///
    /// @return false when it wrote nothing
    public boolean keep() throws IOException {
        if (!Files.exists(draft())) {
            return false;
        }
        Files.move(draft(), file, StandardCopyOption.ATOMIC_MOVE);
        try (Stream<Path> files = Files.list(file.resolveSibling("."))) {
            for (Path old : files.filter(this::isOld).toList()) {
                Files.deleteIfExists(old);
            }
        }
        return true;
    }

    private boolean isOld(Path other) {
        String name = other.getFileName().toString();
        return name.startsWith(prefix)
                && name.endsWith(".aot")
                && !name.equals(file.getFileName().toString());
    }

    /// For the `java` of a process; it says nothing when it cannot use what is there.
    static List<String> reading(Path project, Program program, List<String> options) throws IOException {
        if (options.stream().anyMatch(option -> option.startsWith(AGENT))) {
            return List.of();
        }
        ClassArchive archive = of(project, program, options);
        return archive.isThere() ? List.of("-XX:AOTCache=" + archive.file, QUIETLY) : List.of();
    }

    /// For the `java` of a process that is rehearsed. It starts another one at its end, which says so.
    static List<String> writing(Path project, Program program, List<String> options) throws IOException {
        return List.of("-XX:AOTCacheOutput=" + of(project, program, options).draft(), QUIETLY);
    }

    /// Nobody reads what is half written, whoever else is writing.
    private Path draft() {
        return file.resolveSibling(
                file.getFileName() + "." + ProcessHandle.current().pid());
    }

    private static String hash(List<Path> jars, List<String> options) throws IOException {
        MessageDigest digest = sha256();
        try (OutputStream all = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            for (Path jar : jars) {
                Files.copy(jar, all);
            }
            Files.copy(RELEASE, all);
        }
        options.forEach(option -> digest.update((option + "\n").getBytes(UTF_8)));
        return HexFormat.of().formatHex(digest.digest()).substring(0, HASH);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
