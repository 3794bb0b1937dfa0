package congressbot.worker;

import congressbot.wire.Json;
import congressbot.wire.bot.DeadMessage;
import congressbot.wire.bot.SendState;
import congressbot.wire.bot.Step;
import congressbot.wire.bot.Transcript;
import congressbot.wire.bot.TurnAnswer;
import congressbot.wire.bot.TurnRequest;
import congressbot.wire.http.Headers;
import congressbot.wire.message.OutgoingMessage;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/// A bot-api that answers what the test says, and remembers what it was asked.
final class FakeBot implements AutoCloseable {
    /// Every turn, in the order of arrival.
    final List<Turned> turns = new CopyOnWriteArrayList<>();

    final List<DeadMessage> dead = new CopyOnWriteArrayList<>();

    volatile Function<TurnRequest, Reply> script = request -> answer(request, SendState.NOW);
    /// The ids of all voice notes that were to be heard.
    final List<String> listened = new CopyOnWriteArrayList<>();

    /// What is said in a voice note.
    volatile Function<String, Reply> ear = bytes -> new Reply(200, Json.write(new Transcript("said: " + bytes)));

    volatile int deadStatus = 200;
    volatile int health = 200;

    private final Javalin server;

    FakeBot() {
        this(0);
    }

    FakeBot(int port) {
        server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.concurrency.useVirtualThreads = true;
                    config.routes.post("/whatsapp", this::turn);
                    config.routes.post("/whatsapp/dead", this::bury);
                    config.routes.post("/transcribe-audio", this::listen);
                    config.routes.get("/health", call -> call.status(health));
                })
                .start(port);
    }

    record Turned(TurnRequest request, String apiKey, String requestId) {
        String conversation() {
            return request.conversation().contact();
        }
    }

    record Reply(int status, String body) {
        static Reply status(int status) {
            return new Reply(status, "{}");
        }
    }

    /// Takes all messages, and says something with the key `k-{id of the first}`.
    static Reply answer(TurnRequest request, SendState state) {
        return answer(request, request.messages().size(), state);
    }

    static Reply answer(TurnRequest request, int consumed, SendState state) {
        String key = "k-" + request.messages().getFirst().id().providerId();
        String to = request.messages().getFirst().replyTo();
        Optional<OutgoingMessage> message = Optional.of(new OutgoingMessage(to, Messages.GOWA, "55", "Olá!", List.of()))
                .filter(_ -> state == SendState.NOW);
        TurnAnswer answer = new TurnAnswer(
                consumed, Optional.of("Olá!"), Step.IDLE, List.of(), new TurnAnswer.Send(key, state, message), "r");
        return new Reply(200, Json.write(answer));
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    /// The conversations of all turns so far.
    List<String> conversations() {
        return turns.stream().map(Turned::conversation).toList();
    }

    /// The short ids of a turn's messages.
    static List<String> ids(TurnRequest request) {
        return request.messages().stream()
                .map(message -> message.id().providerId())
                .toList();
    }

    @Override
    public void close() {
        server.stop();
    }

    private void turn(Context call) throws Exception {
        TurnRequest request = Json.read(call.body(), TurnRequest.class);
        turns.add(new Turned(
                request,
                String.valueOf(call.header(Headers.API_KEY)),
                String.valueOf(call.header(Headers.REQUEST_ID))));
        Reply reply = script.apply(request);
        call.status(reply.status()).contentType("application/json").result(reply.body());
    }

    private void listen(Context call) {
        listened.add(String.valueOf(call.queryParam("messageId")));
        Reply reply = ear.apply(call.body());
        call.status(reply.status()).contentType("application/json").result(reply.body());
    }

    private void bury(Context call) throws Exception {
        dead.add(Json.read(call.body(), DeadMessage.class));
        call.status(deadStatus);
    }
}
