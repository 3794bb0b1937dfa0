package congressbot.dev.stores;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The right to start and stop the server of one folder. It is a file lock: the system takes it back from a killed
/// process, so that the next one inherits the server.
public final class Ownership implements AutoCloseable {
    private static final String FILE = "owner.lock";

    /// Within one JVM a file lock excludes nobody, and opening the file a second time would lose it.
    private static final Set<Path> OWNED_HERE = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel channel;

    private Ownership(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /// Empty when somebody else has it.
    public static Optional<Ownership> take(Path folder) throws IOException {
        if (!OWNED_HERE.add(folder)) {
            return Optional.empty();
        }
        Optional<Ownership> taken = Optional.empty();
        try {
            taken = lock(folder);
            return taken;
        } finally {
            if (taken.isEmpty()) {
                OWNED_HERE.remove(folder);
            }
        }
    }

    private static Optional<Ownership> lock(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() != null) {
            return Optional.of(new Ownership(folder, channel));
        }
        channel.close();
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        if (channel.isOpen()) {
            channel.close();
            OWNED_HERE.remove(folder);
        }
    }
}
