package congressbot.dev.stores;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// PostgreSQL 18 over one folder: `data` is the cluster, `password` the password of its only user, `server.log` what
/// the running server says. Commits are durable: fsync and synchronous_commit are on.
public final class EmbeddedPostgres implements Server {
    private static final String USER = "congressbot";
    private static final String DATABASE = "congressbot";
    private static final int PASSWORD_BYTES = 24;

    private static final Duration SETUP_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    private final Path folder;
    private final Path data;
    private final Path password;

    private EmbeddedPostgres(Path folder) throws IOException {
        this.folder = RunningStore.folder(folder);
        this.data = this.folder.resolve("data");
        this.password = this.folder.resolve("password");
    }

    /// Starts the server of this folder, or finds it running; the folder is created on first use.
    ///
    /// @param preferredPort taken when it is free, else a free one; 0: any
    /// @throws StoreUnavailable when it does not start; the message says why
    public static RunningStore start(Path folder, int preferredPort) throws IOException {
        return RunningStore.start(new EmbeddedPostgres(folder), preferredPort);
    }

    /// Deletes the data of this folder.
    ///
    /// @throws StoreUnavailable when another process uses it
    public static void erase(Path folder) throws IOException {
        RunningStore.erase(new EmbeddedPostgres(folder));
    }

    /// The URL in the spelling of the PostgreSQL driver.
    public static String jdbcUrl(URI url) {
        String[] credentials = url.getUserInfo().split(":", 2);
        return "jdbc:postgresql://%s:%d%s?user=%s&password=%s"
                .formatted(url.getHost(), url.getPort(), url.getPath(), credentials[0], credentials[1]);
    }

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public Path folder() {
        return folder;
    }

    @Override
    public Sighting look() throws IOException {
        return PostmasterFile.read(data)
                .filter(file -> servesOurData(file.pid()))
                .map(PostmasterFile::sighting)
                .orElseGet(Sighting.Absent::new);
    }

    @Override
    public Command prepare(int port) throws IOException {
        List<String> prefix = ServerUser.prefix(folder);
        Path executables = PostgresExecutables.folder();
        if (!Files.isDirectory(data)) {
            createCluster(prefix, executables);
        }
        PostmasterFile.disown(data);
        return new Command(Command.detached(prefix), executables.resolve("postgres"), arguments(port), log());
    }

    @Override
    public void stop(LiveServer server) throws IOException {
        List<String> arguments = List.of(
                "stop", "--pgdata=" + data, "--mode=fast", "--wait", "--timeout=" + STOP_LIMIT.toSeconds(), "--silent");
        new Command(ServerUser.prefix(folder), PostgresExecutables.folder().resolve("pg_ctl"), arguments, setupLog())
                .run(STOP_LIMIT.plusSeconds(5), "");
        if (!server.goneWithin(STOP_LIMIT)) {
            throw new StoreUnavailable("PostgreSQL (pid %d) does not stop".formatted(server.pid()));
        }
    }

    @Override
    public void deleteData() throws IOException {
        Folders.delete(data);
        Files.deleteIfExists(password);
    }

    @Override
    public URI url(LiveServer server) throws IOException {
        return URI.create("postgresql://%s:%s@%s:%d/%s"
                .formatted(USER, Files.readString(password).strip(), Ports.LOOPBACK, server.port(), DATABASE));
    }

    /// The process number may belong to another program by now; only our server names the folder among its arguments.
    private boolean servesOurData(long pid) {
        return LiveServer.commandLine(pid)
                .filter(line -> line.contains(" -D " + data + " "))
                .isPresent();
    }

    /// The cluster appears under its name once it is complete, database included.
    private void createCluster(List<String> prefix, Path executables) throws IOException {
        Path unfinished = folder.resolve("data.unfinished");
        Folders.delete(unfinished);
        writePassword();
        List<String> initdb = List.of(
                "--pgdata=" + unfinished,
                "--username=" + USER,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C");
        new Command(prefix, executables.resolve("initdb"), initdb, setupLog()).run(SETUP_LIMIT, "");
        List<String> singleUser = List.of("--single", "-D", unfinished.toString(), "postgres");
        new Command(prefix, executables.resolve("postgres"), singleUser, setupLog())
                .run(SETUP_LIMIT, "CREATE DATABASE " + DATABASE + "\n");
        Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private void writePassword() throws IOException {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        Files.deleteIfExists(password);
        Files.createFile(password, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(password, HexFormat.of().formatHex(random));
        ServerUser.giveTo(folder, password);
    }

    private List<String> arguments(int port) {
        List<String> arguments = new ArrayList<>(List.of("-D", data.toString()));
        settings(port).forEach(setting -> arguments.addAll(List.of("-c", setting)));
        return arguments;
    }

    private static List<String> settings(int port) {
        return List.of(
                "listen_addresses=" + Ports.LOOPBACK,
                "port=" + port,
                "unix_socket_directories=",
                "fsync=on",
                "synchronous_commit=on",
                "full_page_writes=on",
                // After a crash, one call for the file system and not one per file: a tenth of the time.
                "recovery_init_sync_method=syncfs",
                "timezone=UTC",
                "log_timezone=UTC",
                // A failed statement and the key that it violates are personal data.
                "log_min_error_statement=panic",
                "log_error_verbosity=terse");
    }

    private Path setupLog() {
        return folder.resolve("setup.log");
    }
}
