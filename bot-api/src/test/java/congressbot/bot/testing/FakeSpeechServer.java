package congressbot.bot.testing;

import congressbot.bot.speech.SpeechSettings;
import congressbot.wire.process.Secret;
import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/// A server that turns speech into text: it answers as told, then with one sentence.
public final class FakeSpeechServer implements AutoCloseable {
    public static final String SENTENCE = "Meu nome é Maria da Silva.";

    private final Queue<Handler> answers = new ConcurrentLinkedQueue<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final Javalin server;
    private final URI address;

    /// What came in.
    public record Asked(
            String authorization, String model, String language, String prompt, String fileName, int fileSize) {}

    public FakeSpeechServer() {
        server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.concurrency.useVirtualThreads = true;
                    config.jetty.multipartConfig.maxInMemoryFileSize(64, io.javalin.config.SizeUnit.MB);
                    config.routes.post("/v1/audio/transcriptions", this::transcribe);
                })
                .start("127.0.0.1", 0);
        address = URI.create("http://127.0.0.1:" + server.port() + "/v1");
    }

    public SpeechSettings settings() {
        return new SpeechSettings(new Secret("sk-test"), address, "whisper-x");
    }

    /// The next answer.
    public void then(int status, String body) {
        then(call -> call.status(status).contentType("application/json").result(body));
    }

    public void then(Handler answer) {
        answers.add(answer);
    }

    public void thenSays(String text) {
        then(200, "{\"text\":\"" + text + "\",\"usage\":{\"type\":\"tokens\",\"total_tokens\":9}}");
    }

    public List<Asked> asked() {
        return asked;
    }

    @Override
    public void close() {
        server.stop();
    }

    private void transcribe(Context call) throws Exception {
        asked.add(read(call));
        Handler answer = answers.poll();
        if (answer == null) {
            call.contentType("application/json").result("{\"text\":\"" + SENTENCE + "\"}");
        } else {
            answer.handle(call);
        }
    }

    private static Asked read(Context call) throws IOException {
        UploadedFile file = Objects.requireNonNull(call.uploadedFile("file"));
        return new Asked(
                Optional.ofNullable(call.header("Authorization")).orElse(""),
                field(call, "model"),
                field(call, "language"),
                field(call, "prompt"),
                file.filename(),
                file.content().readAllBytes().length);
    }

    private static String field(Context call, String name) {
        return Optional.ofNullable(call.formParam(name)).orElse("");
    }
}
