package congressbot.dev.faults;

import congressbot.dev.house.Site;
import congressbot.dev.sabotage.Sabotage;
import congressbot.dev.stores.EmbeddedRedis.AppendSync;
import java.util.List;
import java.util.Map;

/// How the house is set up for a fault.
enum Scene {
    USUAL,
    /// Redis brings its log to the disk once a second.
    EVERY_SECOND,
    /// Messages stand in PostgreSQL before they are accepted.
    STRICT,
    /// The worker waits less long for bot-api.
    IMPATIENT,
    /// The stores have little disks of their own, which can be filled.
    LITTLE_DISKS,
    /// Everything is of an older version at first.
    OLDER,
    /// Another Redis follows the first, and a Sentinel watches over both.
    PAIRED,
    /// The same, and a message is accepted when both have it.
    PAIRED_COPIED;

    /// Whether this user, on this system, can have it.
    boolean possible() {
        return this != LITTLE_DISKS || Disk.possible();
    }

    Site.Redis redis() {
        return new Site.Redis(aof(), this == PAIRED || this == PAIRED_COPIED);
    }

    private AppendSync aof() {
        return switch (this) {
            case USUAL, STRICT, IMPATIENT, LITTLE_DISKS, OLDER, PAIRED, PAIRED_COPIED -> AppendSync.ALWAYS;
            case EVERY_SECOND -> AppendSync.EVERYSEC;
        };
    }

    /// For the agent.
    List<String> planted() {
        return switch (this) {
            case IMPATIENT -> List.of(Sabotage.IMPATIENT);
            case USUAL, EVERY_SECOND, STRICT, LITTLE_DISKS, OLDER, PAIRED, PAIRED_COPIED -> List.of();
        };
    }

    /// For the processes.
    Map<String, String> settings() {
        return switch (this) {
            case STRICT -> Map.of("QUEUE_STRICT", "true");
            case PAIRED_COPIED -> Map.of("QUEUE_REPLICAS", "1");
            case USUAL, EVERY_SECOND, IMPATIENT, LITTLE_DISKS, OLDER, PAIRED -> Map.of();
        };
    }
}
