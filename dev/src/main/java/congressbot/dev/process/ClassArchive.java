package congressbot.dev.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The archive of a program's classes, which halves its start, as the launcher has one. A JVM writes it when it ends in
/// good order, but not where an agent changes its classes: there it is only read.
public final class ClassArchive {
    /// For the `java` of a process that is to leave one.
    public static final String WRITING = "-XX:+AutoCreateSharedArchive";

    /// Of the libraries below the folder of the jar.
    private static final int DEPTH = 2;

    private final Path target;
    private final Path file;

    private ClassArchive(Path target, Path file) {
        this.target = target;
        this.file = file;
    }

    /// It need not be there.
    ///
    /// @param project the folder of the launcher, packaged
    public static ClassArchive of(Path project, Program program) {
        Path target = project.resolve(program.module()).resolve("target");
        return new ClassArchive(target, target.resolve(program.module() + ".jsa"));
    }

    /// Whether it is of the jars that are there now.
    public boolean isThere() throws IOException {
        if (!Files.exists(file)) {
            return false;
        }
        long written = file.toFile().lastModified();
        try (Stream<Path> files = Files.walk(target, DEPTH)) {
            return files.filter(jar -> jar.toString().endsWith(".jar"))
                    .allMatch(jar -> jar.toFile().lastModified() < written);
        }
    }

    /// The JVM renews none by itself.
    public void delete() throws IOException {
        Files.deleteIfExists(file);
    }

    /// For the `java` of a process; without a word when there is none, or one of other jars.
    List<String> reading() {
        return List.of("-XX:SharedArchiveFile=" + file, "-Xlog:cds=off,cds+dynamic=off");
    }
}
