package congressbot.dev.process;

import congressbot.wire.http.Call;
import congressbot.wire.http.Exchange;
import congressbot.wire.http.HttpCaller;
import congressbot.wire.process.Variable;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// One of our processes, started from its packaged jar as the launcher does.
public final class ChildProcess implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(90);

    /// Between two looks whether it is ready.
    private static final Duration PAUSE = Duration.ofMillis(100);

    private static final Duration HEALTH = Duration.ofSeconds(2);

    /// Above the grace time of every process of ours.
    private static final Duration STOP = Duration.ofSeconds(35);

    /// Above what it takes besides to write down what was learnt.
    private static final Duration STOP_OF_A_REHEARSAL = Duration.ofMinutes(3);

    private final Program program;
    private final int port;
    private Setting setting;
    private volatile Process process;
    private boolean closed;

    private ChildProcess(Program program, int port, Setting setting) throws IOException {
        this.program = program;
        this.port = port;
        this.setting = setting;
        this.process = launch();
    }

    /// Starts it; it is of use after [#awaitReady].
    ///
    /// @param port where it listens: what its environment says
    public static ChildProcess start(Program program, int port, Setting setting) throws IOException {
        return new ChildProcess(program, port, setting);
    }

    public Program program() {
        return program;
    }

    public long pid() {
        return process.pid();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /// What it prints.
    public Path console() {
        return setting.consoles().resolve(program.module() + ".console");
    }

    /// Returns when it is healthy.
    ///
    /// @throws IOException when it ends instead, or is not healthy in 90 s
    public void awaitReady(HttpCaller http) throws IOException, InterruptedException {
        long start = System.nanoTime();
        while (!healthy(http)) {
            if (process.waitFor(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("%s ended with %d, see %s".formatted(this, process.exitValue(), console()));
            }
            if (System.nanoTime() - start > START.toNanos()) {
                throw new IOException(
                        "%s is not ready after %d s, see %s".formatted(this, START.toSeconds(), console()));
            }
        }
    }

    /// Whether it says of itself that it is at work.
    public boolean healthy(HttpCaller http) {
        return http.send(Call.get(address().resolve("/health"), HEALTH)) instanceof Exchange.Answered answered
                && answered.status() == 200;
    }

    /// Without warning, as a crash would.
    public synchronized void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /// Starts it again after [#kill].
    public synchronized void restart() throws IOException {
        process = launch();
    }

    /// [#kill], this, and [#restart]; nobody else starts it again meanwhile.
    public synchronized void crash(Meanwhile meanwhile) throws IOException, InterruptedException {
        kill();
        meanwhile.run();
        restart();
    }

    /// SIGTERM, and a new start, of the version that lies there, when it has ended by itself.
    ///
    /// @throws IOException when it does not end in time
    public synchronized void renewFrom(Path project) throws IOException, InterruptedException {
        setting = setting.from(project);
        renew();
    }

    /// The same of the same version.
    public synchronized void renew() throws IOException, InterruptedException {
        process.destroy();
        if (!process.waitFor(patience().toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IOException(
                    "%s does not stop within %d s".formatted(this, patience().toSeconds()));
        }
        restart();
    }

    /// Starts it again if it has ended by itself.
    ///
    /// @param meanwhile done before it starts
    /// @return whether it had
    public synchronized boolean revive(Meanwhile meanwhile) throws IOException, InterruptedException {
        if (closed || process.isAlive()) {
            return false;
        }
        meanwhile.run();
        restart();
        return true;
    }

    /// Stands still for so long, as in a long pause of a machine.
    public void pause(Duration time) throws IOException, InterruptedException {
        Signal.pause(pid(), time);
    }

    /// SIGTERM; SIGKILL when it takes longer than it may.
    @Override
    public synchronized void close() {
        closed = true;
        process.destroy();
        try {
            if (process.waitFor(patience().toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }

    @Override
    public String toString() {
        return program.module();
    }

    private Duration patience() {
        return setting.rehearsing() ? STOP_OF_A_REHEARSAL : STOP;
    }

    private Process launch() throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(setting.jvmOptions());
        command.addAll(
                setting.rehearsing()
                        ? ClassArchive.writing(setting.project(), program, setting.jvmOptions())
                        : ClassArchive.reading(setting.project(), program, setting.jvmOptions()));
        command.add("-cp");
        command.add(program.jars(setting.project()).stream()
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator)));
        command.add(program.mainClass());
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(console().toFile()));
        forgetOurs(builder.environment());
        builder.environment().putAll(setting.environment());
        return builder.start();
    }

    /// What is set for the real thing, a mail server above all, is not meant for a child that plays.
    private static void forgetOurs(Map<String, String> environment) {
        for (Variable variable : Variable.values()) {
            environment.keySet().removeIf(name -> name.equals(variable.name()) || name.equals(variable + "_FILE"));
        }
    }
}
