package congressbot.dev.stores;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Redis over one folder: `data` holds the append-only file, `server.log` what the server says. Unless it is told
/// otherwise, a write is on the disk before it is answered; a full memory refuses writes and forgets nothing.
public final class EmbeddedRedis implements Server {
    private static final String MAX_MEMORY = "256mb";
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    private final Path folder;
    private final Path data;
    private final AppendSync sync;

    private EmbeddedRedis(Path folder, AppendSync sync) throws IOException {
        this.folder = RunningStore.folder(folder);
        this.data = this.folder.resolve("data");
        this.sync = sync;
    }

    /// When the append-only file is brought to the disk.
    public enum AppendSync {
        /// Before a write is answered: an answered write survives the machine.
        ALWAYS,
        /// Once a second: what was answered since is lost with the machine, and kept when only Redis dies.
        EVERYSEC
    }

    /// Starts the server of this folder, or finds it running; the folder is created on first use.
    ///
    /// @param preferredPort taken when it is free, else a free one; 0: any
    /// @throws StoreUnavailable when it does not start; the message says why
    public static RunningStore start(Path folder, int preferredPort) throws IOException {
        return start(folder, preferredPort, AppendSync.ALWAYS);
    }

    /// The same; a server that runs already keeps its own way to bring writes to the disk.
    public static RunningStore start(Path folder, int preferredPort, AppendSync sync) throws IOException {
        return RunningStore.start(new EmbeddedRedis(folder, sync), preferredPort);
    }

    /// Deletes the data of this folder.
    ///
    /// @throws StoreUnavailable when another process uses it
    public static void erase(Path folder) throws IOException {
        RunningStore.erase(new EmbeddedRedis(folder, AppendSync.ALWAYS));
    }

    @Override
    public String name() {
        return "Redis";
    }

    @Override
    public Path folder() {
        return folder;
    }

    /// The process number in Redis's own file may belong to another program by now, even to another Redis: what
    /// answers on the port says who it is.
    @Override
    public Sighting look() throws IOException {
        long pid = number(pidFile());
        if (!isRedis(pid)) {
            return new Sighting.Absent();
        }
        int port = number(portFile());
        return RedisIdentity.ask(port)
                .map(found -> found.equals(new RedisIdentity(pid, data))
                        ? new Sighting.Ready(new LiveServer(pid, port))
                        : new Sighting.Absent())
                .orElseGet(() -> new Sighting.Unready(pid));
    }

    @Override
    public Command prepare(int port) throws IOException {
        List<String> prefix = ServerUser.prefix(folder);
        if (!Files.isDirectory(data)) {
            Files.createDirectory(
                    data, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            ServerUser.giveTo(folder, data);
        }
        Files.deleteIfExists(pidFile());
        Files.writeString(portFile(), Integer.toString(port));
        return new Command(Command.detached(prefix), RedisExecutable.file(), arguments(port), log());
    }

    /// SIGTERM is Redis's SHUTDOWN: it flushes the append-only file and ends.
    @Override
    public void stop(LiveServer server) throws IOException {
        server.terminate();
        if (!server.goneWithin(STOP_LIMIT)) {
            throw new StoreUnavailable("Redis (pid %d) does not stop".formatted(server.pid()));
        }
    }

    @Override
    public void deleteData() throws IOException {
        Folders.delete(data);
    }

    @Override
    public URI url(LiveServer server) {
        return URI.create("redis://%s:%d".formatted(Ports.LOOPBACK, server.port()));
    }

    private List<String> arguments(int port) {
        return List.of(
                "--port",
                Integer.toString(port),
                "--bind",
                Ports.LOOPBACK,
                "--dir",
                data.toString(),
                "--pidfile",
                pidFile().toString(),
                "--appendonly",
                "yes",
                "--appendfsync",
                sync.name().toLowerCase(Locale.ROOT),
                "--save",
                "",
                "--maxmemory",
                MAX_MEMORY,
                "--maxmemory-policy",
                "noeviction");
    }

    private Path pidFile() {
        return folder.resolve("redis.pid");
    }

    /// Written before each start: Redis's own file does not tell the port.
    private Path portFile() {
        return folder.resolve("port");
    }

    private static boolean isRedis(long pid) {
        return LiveServer.commandLine(pid)
                .filter(line -> line.contains("redis-server") || line.contains("valkey-server"))
                .isPresent();
    }

    /// 0 when the file is absent or cut off: no server has that process or port.
    private static int number(Path file) throws IOException {
        try {
            return Optional.of(Files.readString(file).strip())
                    .filter(text -> text.matches("\\d{1,9}"))
                    .map(Integer::parseInt)
                    .orElse(0);
        } catch (NoSuchFileException _) { // no server has run
            return 0;
        }
    }
}
