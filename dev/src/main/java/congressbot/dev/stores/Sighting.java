package congressbot.dev.stores;

/// What a look at a folder shows of its server.
sealed interface Sighting {
    /// No server runs on the folder.
    record Absent() implements Sighting {}

    /// A server runs, and is starting, stopping or stuck.
    record Unready(long pid) implements Sighting {}

    record Ready(LiveServer server) implements Sighting {}
}
