package congressbot.dev.demo;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// A demo as a process of its own, over a data folder.
public final class DemoProcess implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(2);
    private static final String READY = "Ready: ";
    private static final Pattern ORGANISERS = Pattern.compile("organisers +(\\S+)");

    private final Path data;
    private final Path console;
    private final Process process;

    private DemoProcess(Path data, Path console, Process process) {
        this.data = data;
        this.console = console;
        this.process = process;
    }

    public static DemoProcess launch(Path data, String... arguments) throws IOException {
        Files.createDirectories(data);
        Path console = Files.createTempFile(data, "demo", ".console");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(coverageAgent());
        command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Demo.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(console.toFile());
        builder.environment().put("DATA_DIR", data.toString());
        builder.environment().put("LOG_DIR", data.resolve("logs").toString());
        builder.environment()
                .put("CONGRESS_DIR", Path.of("../congress").toAbsolutePath().toString());
        builder.environment().put("SETTLE_WINDOW", "PT0S");
        return new DemoProcess(data, console, builder.start());
    }

    /// Launches one and waits until it is ready. One at a time on this machine, whatever JVM asks: a
    /// port that two find free is taken by one of them.
    public static DemoProcess start(Path data, String... arguments) throws IOException {
        Path file = Path.of(System.getProperty("java.io.tmpdir"), "congress-bot-demo.lock");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock _ = channel.lock()) {
            DemoProcess demo = launch(data, arguments);
            await("a demo that is ready")
                    .atMost(START)
                    .until(() -> demo.ready().isPresent() || !demo.process.isAlive());
            return demo;
        }
    }

    /// Where its page is.
    public String address() {
        return ready().orElseThrow(() -> new AssertionError("the demo is not ready: " + output()));
    }

    /// The link by which the first organiser chooses her password; later the panel itself.
    public String panel() {
        return organisers().group(1);
    }

    /// The panel's address, whoever has a password already.
    public String panelItself() {
        return panel().replaceFirst("/painel.*", "/painel");
    }

    public String output() {
        try {
            return Files.readString(console, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public Path log() {
        return data.resolve("logs/demo.log");
    }

    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /// The exit status after SIGTERM.
    public int end() {
        process.destroy();
        return exitStatus();
    }

    /// The exit status of one that ends by itself.
    public int exitStatus() {
        return process.onExit().join().exitValue();
    }

    @Override
    public void close() {
        end();
    }

    private MatchResult organisers() {
        return ORGANISERS.matcher(output()).results().findFirst().orElseThrow();
    }

    private Optional<String> ready() {
        return output().lines()
                .filter(line -> line.startsWith(READY))
                .map(line -> line.substring(READY.length()))
                .findFirst();
    }

    /// What the child covers counts, too.
    private static List<String> coverageAgent() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("-javaagent:"))
                .toList();
    }
}
