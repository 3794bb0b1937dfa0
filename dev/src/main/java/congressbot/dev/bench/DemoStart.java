package congressbot.dev.bench;

import congressbot.dev.process.Opened;
import congressbot.dev.stores.Folders;
import congressbot.dev.stores.Poll;
import congressbot.wire.http.Call;
import congressbot.wire.http.Exchange;
import congressbot.wire.http.HttpCaller;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// How long the demo takes, called by its command, until its page answers: the first time in an empty
/// folder, and again.
record DemoStart(List<Duration> took) {
    private static final int TIMES = 3;
    private static final String READY = "Ready: ";
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final Duration PAGE = Duration.ofSeconds(5);
    private static final Duration END = Duration.ofSeconds(60);

    DemoStart {
        took = List.copyOf(took);
    }

    static DemoStart measure(Ground ground, Opened opened) throws IOException, InterruptedException {
        Path data = ground.folder().resolve("demo");
        Folders.delete(data);
        Files.createDirectories(data);
        List<Duration> took = new ArrayList<>();
        try (HttpCaller http = new HttpCaller(1)) {
            for (int i = 0; i < TIMES; i++) {
                took.add(start(ground, data, http, opened));
            }
        }
        return new DemoStart(took);
    }

    private static Duration start(Ground ground, Path data, HttpCaller http, Opened opened)
            throws IOException, InterruptedException {
        Path console = data.resolve("demo.console");
        Files.deleteIfExists(console);
        ProcessBuilder builder = new ProcessBuilder(
                        ground.project().resolve("congress-bot").toString(), "demo")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(console.toFile());
        builder.environment().put("DATA_DIR", data.toString());
        builder.environment().put("LOG_DIR", data.resolve("logs").toString());
        long began = System.nanoTime();
        Process demo = builder.start();
        opened.with(demo::destroy);
        Optional<Duration> took = Poll.until(
                LONGEST,
                () -> answers(console, http)
                        ? Optional.of(Duration.ofNanos(System.nanoTime() - began))
                        : Optional.empty());
        demo.destroy();
        if (!demo.waitFor(END.toSeconds(), TimeUnit.SECONDS)) {
            throw new IOException("the demo does not end");
        }
        return took.orElseThrow(() -> new IOException("the demo does not start, see " + console));
    }

    private static boolean answers(Path console, HttpCaller http) throws IOException {
        Optional<URI> page = Files.readString(console)
                .lines()
                .filter(line -> line.startsWith(READY))
                .map(line -> URI.create(line.substring(READY.length())))
                .findFirst();
        return page.isPresent()
                && http.send(Call.get(page.get(), PAGE)) instanceof Exchange.Answered answered
                && answered.status() == 200;
    }

    /// Once its data and its archive are there.
    Duration again() {
        return took.getLast();
    }

    String text() {
        return """
                The demo, from the command to the first answer of its page: %s s; the first time in an empty folder.
                """.formatted(Starts.seconds(took));
    }
}
