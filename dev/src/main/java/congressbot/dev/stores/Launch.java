package congressbot.dev.stores;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/// Starts a server and waits until it accepts connections.
final class Launch {
    private static final Duration READY_LIMIT = Duration.ofSeconds(60);

    /// After a crash the dying children of the old PostgreSQL can hold its shared memory for a moment; and a free port
    /// can be taken before the server binds it.
    private static final int ATTEMPTS = 3;

    private static final Duration PAUSE = Duration.ofMillis(500);

    private Launch() {}

    static LiveServer of(Server server, int preferredPort) throws IOException {
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            try {
                return once(server, preferredPort);
            } catch (StoreUnavailable _) { // the last attempt tells why
                Poll.pause(PAUSE);
            }
        }
        return once(server, preferredPort);
    }

    private static LiveServer once(Server server, int preferredPort) throws IOException {
        Command command = server.prepare(Ports.free(preferredPort));
        Process process = command.spawn();
        Optional<LiveServer> ready = Poll.until(READY_LIMIT, () -> {
            if (!process.isAlive()) {
                throw command.failed(process.exitValue());
            }
            return server.look() instanceof Sighting.Ready(LiveServer live) && live.pid() == process.pid()
                    ? Optional.of(live)
                    : Optional.empty();
        });
        if (ready.isEmpty()) {
            process.destroyForcibly();
            throw new StoreUnavailable("%s of %s accepts no connections after %d s"
                    .formatted(server.name(), server.folder(), READY_LIMIT.toSeconds()));
        }
        return ready.get();
    }
}
