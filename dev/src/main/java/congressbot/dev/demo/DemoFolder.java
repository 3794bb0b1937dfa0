package congressbot.dev.demo;

import congressbot.dev.stores.EmbeddedRedis.AppendSync;
import congressbot.dev.stores.Folders;
import congressbot.dev.stores.Ownership;
import congressbot.dev.stores.StorePair;
import congressbot.wire.process.Env;
import congressbot.wire.process.Variable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// `DATA_DIR/demo`: what a demo keeps between two runs. One demo at a time uses it.
///
/// @param path as the person knows it
record DemoFolder(Path path) {
    private static final int ANY = 0;

    static DemoFolder from(Env env) {
        return new DemoFolder(env.path(Variable.DATA_DIR, ".data").resolve("demo"));
    }

    Path simulator() {
        return path.resolve("simulator");
    }

    /// Empty when another demo runs.
    Optional<Ownership> take() throws IOException {
        return Ownership.take(Files.createDirectories(path).toRealPath());
    }

    /// Where the demo that runs can be seen; empty while it starts.
    Optional<String> address() throws IOException {
        return Files.exists(addressFile())
                ? Optional.of(Files.readString(addressFile()).strip())
                : Optional.empty();
    }

    void forgetAddress() throws IOException {
        Files.deleteIfExists(addressFile());
    }

    void leaveAddress(String address) throws IOException {
        Files.writeString(addressFile(), address);
    }

    StorePair startStores() throws IOException {
        return StorePair.start(stores(), ANY, ANY, AppendSync.ALWAYS);
    }

    /// Deletes all that earlier runs left.
    void erase() throws IOException {
        StorePair.erase(stores());
        Folders.delete(stores());
        Folders.delete(simulator());
        Folders.delete(path.resolve("dev"));
    }

    private Path stores() {
        return path.resolve("stores");
    }

    private Path addressFile() {
        return path.resolve("address");
    }
}
