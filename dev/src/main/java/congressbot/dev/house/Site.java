package congressbot.dev.house;

import congressbot.dev.stores.EmbeddedRedis.AppendSync;
import congressbot.dev.stores.Folders;
import congressbot.dev.stores.StorePair;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where a house is built, and of what.
///
/// @param project the folder of the launcher
/// @param folder emptied first
/// @param redis how its servers are set up
public record Site(Path project, Path folder, Crew crew, Redis redis, Wires wires) {
    /// The servers of Redis.
    ///
    /// @param paired whether another one follows, and a Sentinel watches over both
    public record Redis(AppendSync aof, boolean paired) {
        /// One server.
        public static Redis alone(AppendSync aof) {
            return new Redis(aof, false);
        }
    }

    AppendSync aof() {
        return redis.aof();
    }

    Path logs() {
        return folder.resolve("logs");
    }

    void clear() throws IOException {
        StorePair.erase(folder);
        RedisPair.erase(folder);
        Folders.delete(logs());
        Files.createDirectories(logs());
    }
}
