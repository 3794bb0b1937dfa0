package congressbot.dev.sabotage;

import congressbot.dev.process.Pause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;

/// The failpoint at which the next process that passes is to halt: the content of one file, which that process
/// deletes, so that it happens once.
final class Orders {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);
    private static final int HALTED = 86;

    private final Path file;
    private volatile Optional<String> armed = Optional.empty();

    Orders(Path folder) {
        this.file = folder.resolve("armed");
    }

    /// Looks at the file again and again, in the process that is to be halted.
    void follow() {
        Thread.ofPlatform().name("sabotage").daemon().start(() -> {
            try {
                while (true) {
                    armed = read();
                    Pause.of(BETWEEN_LOOKS);
                }
            } catch (IOException | InterruptedException e) {
                System.err.println("the orders cannot be read any more: " + e);
            }
        });
    }

    /// Halts the process, if this is the failpoint and no other process was faster.
    void pass(Failpoint point) throws IOException {
        if (armed.filter(point.name()::equals).isPresent() && Files.deleteIfExists(file)) {
            Runtime.getRuntime().halt(HALTED);
        }
    }

    void give(Failpoint point) throws IOException {
        Path draft = file.resolveSibling("draft");
        Files.writeString(draft, point.name());
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /// Takes it back.
    ///
    /// @return whether it was not carried out
    boolean withdraw() throws IOException {
        return Files.deleteIfExists(file);
    }

    private Optional<String> read() throws IOException {
        try {
            return Optional.of(Files.readString(file));
        } catch (NoSuchFileException _) {
            return Optional.empty(); // nobody wants anything
        }
    }
}
