package congressbot.dev.stores;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/// A kind of server over one folder: how it is found, started and stopped. Who may do so, and when, is decided in
/// [RunningStore].
sealed interface Server permits EmbeddedPostgres, EmbeddedRedis {
    /// As a person calls it.
    String name();

    Path folder();

    /// What the running server says.
    default Path log() {
        return folder().resolve("server.log");
    }

    Sighting look() throws IOException;

    /// Makes the folder ready and gives the command that serves it on this port.
    Command prepare(int port) throws IOException;

    /// Stops it in an orderly way and waits until it is gone.
    void stop(LiveServer server) throws IOException;

    /// Deletes the data; no server runs.
    void deleteData() throws IOException;

    /// Where clients connect, with user and password.
    URI url(LiveServer server) throws IOException;
}
