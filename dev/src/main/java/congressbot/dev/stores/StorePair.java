package congressbot.dev.stores;

import congressbot.dev.stores.EmbeddedRedis.AppendSync;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

/// PostgreSQL and Redis, over two folders beside each other.
public record StorePair(RunningStore postgres, RunningStore redis) implements AutoCloseable {
    private static final String POSTGRES = "postgres";
    private static final String REDIS = "redis";

    /// Starts both at once, or finds them running.
    ///
    /// @param postgresPort taken when it is free, else a free one; 0: any
    /// @throws StoreUnavailable when one does not start; the message says why
    public static StorePair start(Path folder, int postgresPort, int redisPort, AppendSync sync) throws IOException {
        CompletableFuture<RunningStore> redis =
                CompletableFuture.supplyAsync(() -> unchecked(() -> startRedis(folder, redisPort, sync)));
        RunningStore postgres;
        try {
            postgres = startPostgres(folder, postgresPort);
        } catch (IOException e) {
            joined(redis).close();
            throw e;
        }
        try {
            return new StorePair(postgres, joined(redis));
        } catch (IOException e) {
            postgres.close();
            throw e;
        }
    }

    /// One of the two alone, again after it died.
    public static RunningStore startRedis(Path folder, int port, AppendSync sync) throws IOException {
        return EmbeddedRedis.start(redisFolder(folder), port, sync);
    }

    public static RunningStore startPostgres(Path folder, int port) throws IOException {
        return EmbeddedPostgres.start(postgresFolder(folder), port);
    }

    /// Where it keeps everything.
    public static Path redisFolder(Path folder) {
        return folder.resolve(REDIS);
    }

    public static Path postgresFolder(Path folder) {
        return folder.resolve(POSTGRES);
    }

    private static RunningStore joined(CompletableFuture<RunningStore> store) throws IOException {
        try {
            return store.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof UncheckedIOException failure) {
                throw failure.getCause();
            }
            throw e;
        }
    }

    /// Deletes the data of both.
    ///
    /// @throws StoreUnavailable when another process uses one
    public static void erase(Path folder) throws IOException {
        EmbeddedPostgres.erase(postgresFolder(folder));
        eraseRedis(folder);
    }

    /// Deletes what Redis knew.
    ///
    /// @throws StoreUnavailable when another process uses it
    public static void eraseRedis(Path folder) throws IOException {
        EmbeddedRedis.erase(redisFolder(folder));
    }

    /// The one that has ended by itself.
    public Optional<RunningStore> ended() {
        return Stream.of(postgres, redis).filter(store -> !store.running()).findFirst();
    }

    /// Redis first: what is in it stands in PostgreSQL, or is on its way there.
    @Override
    public void close() throws IOException {
        try (postgres) {
            redis.close();
        }
    }

    @FunctionalInterface
    private interface Start {
        RunningStore start() throws IOException;
    }

    private static RunningStore unchecked(Start start) {
        try {
            return start.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
