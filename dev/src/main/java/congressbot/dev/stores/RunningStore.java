package congressbot.dev.stores;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// A server that accepts connections. The first to start or find it owns it until it closes or dies; closing stops
/// the server only for the owner.
public final class RunningStore implements AutoCloseable {
    /// A first start unpacks and initialises (about 3 s); a start after a crash replays the log.
    private static final Duration START_LIMIT = Duration.ofSeconds(90);

    private static final Duration KILL_LIMIT = Duration.ofSeconds(10);

    private final Server server;
    private final LiveServer live;
    private final URI url;
    private final Optional<Ownership> ownership;

    private RunningStore(Server server, LiveServer live, Optional<Ownership> ownership) throws IOException {
        this.server = server;
        this.live = live;
        this.url = server.url(live);
        this.ownership = ownership;
    }

    static RunningStore start(Server server, int preferredPort) throws IOException {
        return Poll.until(START_LIMIT, () -> attempt(server, preferredPort))
                .orElseThrow(() -> new StoreUnavailable("%s of %s is not ready after %d s"
                        .formatted(server.name(), server.folder(), START_LIMIT.toSeconds())));
    }

    /// Empty while the server, or the process that owns it, is not ready.
    private static Optional<RunningStore> attempt(Server server, int preferredPort) throws IOException {
        Optional<Ownership> ownership = Ownership.take(server.folder());
        Optional<RunningStore> running = Optional.empty();
        try {
            running = switch (server.look()) {
                case Sighting.Ready(LiveServer live) -> Optional.of(new RunningStore(server, live, ownership));
                case Sighting.Unready _ -> Optional.empty();
                case Sighting.Absent _ ->
                    ownership.isPresent()
                            ? Optional.of(new RunningStore(server, Launch.of(server, preferredPort), ownership))
                            : Optional.empty();
            };
            return running;
        } finally {
            if (running.isEmpty()) {
                release(ownership);
            }
        }
    }

    /// Stops a server whose owner was killed, and deletes the data.
    ///
    /// @throws StoreUnavailable when another process owns it
    static void erase(Server server) throws IOException {
        try (Ownership _ = Ownership.take(server.folder())
                .orElseThrow(() -> new StoreUnavailable("%s of %s is in use by another process: stop that one first"
                        .formatted(server.name(), server.folder())))) {
            stopForgotten(server);
            server.deleteData();
        }
    }

    private static void stopForgotten(Server server) throws IOException {
        Optional<Sighting> absent = Poll.until(START_LIMIT, () -> switch (server.look()) {
            case Sighting.Ready(LiveServer live) -> {
                server.stop(live);
                yield Optional.empty();
            }
            case Sighting.Unready _ -> Optional.empty();
            case Sighting.Absent gone -> Optional.of(gone);
        });
        if (absent.isEmpty()) {
            throw new StoreUnavailable("%s of %s does not stop".formatted(server.name(), server.folder()));
        }
    }

    /// The folder as the system spells it: servers are recognised by it.
    static Path folder(Path folder) throws IOException {
        return Files.createDirectories(folder).toRealPath();
    }

    public String name() {
        return server.name();
    }

    /// With user and password.
    public URI url() {
        return url;
    }

    public int port() {
        return live.port();
    }

    public long pid() {
        return live.pid();
    }

    /// What the server says.
    public Path log() {
        return server.log();
    }

    public boolean running() {
        return live.running();
    }

    public boolean owned() {
        return ownership.isPresent();
    }

    /// SIGKILL, as a crash would; for tests of what survives. The same folder can be started again, and on the same
    /// port, at once.
    public void killHard() throws IOException {
        live.kill();
        if (!live.goneWithin(KILL_LIMIT)) {
            throw new StoreUnavailable("%s (pid %d) survives SIGKILL".formatted(name(), pid()));
        }
        release(ownership);
    }

    @Override
    public void close() throws IOException {
        if (ownership.isPresent()) {
            try (Ownership _ = ownership.get()) {
                if (live.running()) {
                    server.stop(live);
                }
            }
        }
    }

    private static void release(Optional<Ownership> ownership) throws IOException {
        if (ownership.isPresent()) {
            ownership.get().close();
        }
    }
}
