package congressbot.dev.stores;

import congressbot.wire.process.DevValues;
import congressbot.wire.process.Variable;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicBoolean;

/// `stores [--fresh]`: PostgreSQL and Redis in the foreground, until Ctrl-C. On standard output stand
/// their two URLs, for other programs to read; everything else goes to standard error.
public final class Stores {
    private static final int POSTGRES_PORT = 15432;
    private static final int REDIS_PORT = 16379;
    private static final Duration WATCH_PAUSE = Duration.ofMillis(500);
    private static final int FAILED = 1;
    private static final int WRONG_USE = 2;

    private final Path folder;
    private final PrintStream out;
    private final PrintStream err;
    private final Deque<RunningStore> running = new ConcurrentLinkedDeque<>();
    private final AtomicBoolean stopping = new AtomicBoolean();

    private Stores(Path folder, PrintStream out, PrintStream err) {
        this.folder = folder;
        this.out = out;
        this.err = err;
    }

    public static void main(String[] args) {
        List<String> arguments = List.of(args);
        if (!arguments.isEmpty() && !arguments.equals(List.of("--fresh"))) {
            System.err.println("stores: usage: stores [--fresh]");
            System.exit(WRONG_USE);
        }
        Stores stores = new Stores(dataFolder().resolve("stores"), System.out, System.err);
        Runtime.getRuntime().addShutdownHook(new Thread(stores::stop, "stop-stores"));
        try {
            stores.start(!arguments.isEmpty());
            stores.watch();
        } catch (StoreUnavailable e) {
            stores.complain(e.getMessage());
        } catch (IOException | UncheckedIOException e) {
            stores.complain(e.toString());
        }
        System.exit(FAILED);
    }

    private static Path dataFolder() {
        return Path.of(Optional.ofNullable(System.getenv("DATA_DIR"))
                .filter(path -> !path.isBlank())
                .orElse(".data"));
    }

    private void start(boolean fresh) throws IOException {
        Path postgres = folder.resolve("postgres");
        Path redis = folder.resolve("redis");
        if (fresh) {
            StorePair.erase(folder);
        }
        running.push(EmbeddedPostgres.start(postgres, lastPort(Variable.DATABASE_URL, POSTGRES_PORT)));
        running.push(EmbeddedRedis.start(redis, lastPort(Variable.REDIS_URL, REDIS_PORT)));
        for (RunningStore store : running.reversed()) {
            introduce(store);
        }
    }

    /// The port of the last time: who is still running looks for the store there.
    private static int lastPort(Variable variable, int usual) {
        return new DevValues(dataFolder())
                .kept(variable.name())
                .map(url -> URI.create(url).getPort())
                .orElse(usual);
    }

    /// Tells people and programs where the store is, and leaves it where our own processes look in dev.
    private void introduce(RunningStore store) throws IOException {
        Variable variable = store.url().getScheme().equals("redis") ? Variable.REDIS_URL : Variable.DATABASE_URL;
        new DevValues(dataFolder()).keep(variable, store.url().toString());
        out.println(variable + "=" + store.url());
        out.flush();
        err.printf(
                "stores: %s on port %d, pid %d%s%n",
                store.name(), store.port(), store.pid(), store.owned() ? "" : ", run by another process");
    }

    /// Returns when a server has ended by itself.
    private void watch() throws IOException {
        while (true) {
            for (RunningStore store : running) {
                if (!store.running()) {
                    complain("%s (pid %d) has ended unexpectedly; what it said last is in %s"
                            .formatted(store.name(), store.pid(), store.log()));
                    return;
                }
            }
            Poll.pause(WATCH_PAUSE);
        }
    }

    /// While we stop, a server that is gone is no news.
    private void complain(String message) {
        if (!stopping.get()) {
            err.println("stores: " + message);
        }
    }

    /// Redis first: it was started last.
    private void stop() {
        stopping.set(true);
        for (RunningStore store : running) {
            try {
                store.close();
            } catch (IOException e) { // the next start finds the server and takes it over
                err.println("stores: " + e.getMessage());
            }
        }
    }
}
