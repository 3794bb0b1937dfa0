package congressbot.bot.http;

import static congressbot.bot.testing.TestDatabase.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import congressbot.bot.BotApi;
import congressbot.bot.BotSettings;
import congressbot.bot.testing.FakeGateway;
import congressbot.bot.testing.Person;
import congressbot.bot.testing.Recordings;
import congressbot.bot.testing.TestBot;
import congressbot.bot.testing.TestDatabase;
import congressbot.wire.Json;
import congressbot.wire.bot.ChatAnswer;
import congressbot.wire.bot.ChatRequest;
import congressbot.wire.bot.DeadMessage;
import congressbot.wire.bot.IntakeRequest;
import congressbot.wire.bot.SendState;
import congressbot.wire.bot.Step;
import congressbot.wire.bot.TurnAnswer;
import congressbot.wire.bot.TurnRequest;
import congressbot.wire.http.Call;
import congressbot.wire.http.Exchange;
import congressbot.wire.http.HttpCaller;
import congressbot.wire.message.IncomingMessage;
import congressbot.wire.process.Variable;
import congressbot.wire.testing.TestRedis;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BotApiTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final Jdbi jdbi = TestDatabase.emptied();
    private final FakeGateway gateway = new FakeGateway();
    private final HttpCaller http = new HttpCaller(8);
    private final BotApi bot = BotApi.start(settings(TestDatabase.url()));
    private final Person maria = new Person("5562998765432", Instant.now());

    @AfterEach
    void close() {
        TestRedis.emptied().close();
        bot.close();
        http.close();
        gateway.close();
    }

    @Test
    void a_chat_is_answered_with_text_step_and_options() throws Exception {
        chat("u1", "quero me inscrever");
        chat("u1", "Maria da Silva");
        chat("u1", "maria@ufg.br");
        chat("u1", "529.982.247-25");
        chat("u1", "62 99876-5432");

        ChatAnswer profile = chat("u1", "Goiânia");

        assertThat(profile.step()).isEqualTo(Step.ASKING_PROFILE);
        assertThat(profile.options()).isNotEmpty();
        assertThat(profile.reply().orElseThrow()).contains("1. Estudante");
    }

    @Test
    void a_repeated_chat_message_gets_the_same_answer_and_no_outbox_row() throws Exception {
        ChatRequest request = new ChatRequest("u1", "quero me inscrever", Optional.of("m1"));
        Exchange.Answered first = post("/chat", request);

        Exchange.Answered second = post("/chat", request);

        assertThat(read(second, ChatAnswer.class).reply())
                .isEqualTo(read(first, ChatAnswer.class).reply());
        assertThat(rows(jdbi, "SELECT message_id FROM inbox")).hasSize(1);
        assertThat(rows(jdbi, "SELECT key FROM outbox")).isEmpty();
    }

    @Test
    void a_message_id_belongs_to_its_user() throws Exception {
        chat("u1", "quero me inscrever");
        post("/chat", new ChatRequest("u1", "Maria da Silva", Optional.of("m1")));

        ChatAnswer other = read(post("/chat", new ChatRequest("u2", "oi", Optional.of("m1"))), ChatAnswer.class);

        assertThat(other.step()).isEqualTo(Step.IDLE);
    }

    @Test
    void a_user_or_text_outside_the_limits_is_refused() {
        assertThat(post("/chat", new ChatRequest("a b", "oi", Optional.empty())).status())
                .isEqualTo(400);
        assertThat(post("/chat", new ChatRequest("u".repeat(61), "oi", Optional.empty()))
                        .status())
                .isEqualTo(400);
        assertThat(post("/chat", new ChatRequest("u", "x".repeat(10_001), Optional.empty()))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void nothing_that_is_typed_ends_as_a_failure() {
        for (String text : List.of(
                "",
                "\0",
                "a\0b",
                "\ud800",
                "'; DROP TABLE participants; --",
                "<script>alert(1)</script>",
                "{{7*7}}",
                "${jndi:ldap://x}",
                "\u202Eabc",
                "👩‍👩‍👧‍👦",
                "x".repeat(10_000),
                "{\"a\":1}",
                "%s%n",
                "\r\nSET a b")) {
            Exchange.Answered answered = post("/chat", new ChatRequest("u3", text, Optional.empty()));

            assertThat(answered.status()).as(text).isEqualTo(200);
        }
    }

    @Test
    void what_the_gateway_accepts_in_strict_mode_is_stored_as_it_came_and_once() {
        String envelope = Json.write(maria.says("oi"));
        byte[] raw = {0, (byte) 0xff, 'x'};

        assertThat(post("/intake", IntakeRequest.of(raw, List.of(envelope))).status())
                .isEqualTo(204);
        assertThat(post("/intake", IntakeRequest.of(raw, List.of(envelope))).status())
                .isEqualTo(204);

        assertThat(rows(jdbi, "SELECT envelope FROM intake")).containsExactly(envelope);
        assertThat(rows(jdbi, "SELECT encode(raw, 'hex') FROM intake")).containsExactly("00ff78");
        assertThat(rows(jdbi, "SELECT congress_id || ' ' || conversation FROM intake"))
                .containsExactly("default gowa:5585911110000:" + maria.jid());
    }

    @Test
    void what_is_no_message_is_not_stored() {
        assertThat(post("/intake", new IntakeRequest("", List.of("{}"))).status())
                .isEqualTo(400);
        assertThat(post("/intake", new IntakeRequest("?", List.of(Json.write(maria.says("oi")))))
                        .status())
                .isEqualTo(400);
        assertThat(answered(Call.post(at("/intake"), IntakeRequest.of(new byte[0], List.of("{}")), SOON))
                        .status())
                .isEqualTo(401);
        assertThat(rows(jdbi, "SELECT envelope FROM intake")).isEmpty();
    }

    @Test
    void without_a_key_for_a_model_nobody_listens_to_voice_notes() {
        Call note = Call.post(at("/transcribe-audio?messageId=gowa:1:3A01"), "audio/ogg", Recordings.ogg(), SOON);

        assertThat(answered(note.internal(FakeGateway.KEY)).status()).isEqualTo(503);
        assertThat(answered(Call.get(at("/health"), SOON).internal(FakeGateway.KEY))
                        .body())
                .contains("\"speech\"");
    }

    @Test
    void the_worker_gets_the_reply_with_its_key() throws Exception {
        IncomingMessage message = maria.says("quero me inscrever");

        TurnAnswer answer = read(post("/whatsapp", turn(message)), TurnAnswer.class);

        assertThat(answer.consumed()).isEqualTo(1);
        assertThat(answer.send().state()).isEqualTo(SendState.NOW);
        assertThat(answer.send().key()).isEqualTo("r:" + message.id().value());
        assertThat(answer.send().message().orElseThrow().replyTo()).isEqualTo(maria.jid());
    }

    @Test
    void a_hundred_long_messages_are_taken_in_one_call_and_ten_of_them_are_a_turn() throws Exception {
        List<IncomingMessage> messages = IntStream.range(0, 100)
                .mapToObj(_ -> maria.says("quero me inscrever " + "x".repeat(6_000)))
                .toList();

        TurnAnswer answer = read(
                post("/whatsapp", new TurnRequest("claim", messages.getFirst().conversation(), messages)),
                TurnAnswer.class);

        assertThat(answer.consumed()).isEqualTo(TurnRequest.BURST);
    }

    @Test
    void messages_of_two_conversations_are_no_turn() {
        IncomingMessage hers = maria.says("oi");
        IncomingMessage his = new Person("5511911112222", Instant.now()).says("oi");
        TurnRequest mixed = new TurnRequest("claim", hers.conversation(), List.of(hers, his));

        assertThat(post("/whatsapp", mixed).status()).isEqualTo(400);
    }

    @Test
    void a_dead_message_is_taken() {
        IncomingMessage message = maria.says("oi");
        DeadMessage dead = new DeadMessage(
                message.id().value(), message.conversation().value(), Json.write(message), "attempts", 6);

        assertThat(post("/whatsapp/dead", dead).status()).isEqualTo(204);
        assertThat(rows(jdbi, "SELECT reason FROM dead_letters")).containsExactly("attempts");
    }

    @Test
    void every_call_but_health_and_the_notice_wants_the_key() {
        for (String path : List.of("/whatsapp", "/whatsapp/dead", "/chat")) {
            Call call = Call.post(at(path), new ChatRequest("u", "oi", Optional.empty()), SOON);

            assertThat(answered(call).status()).as(path).isEqualTo(401);
        }
        assertThat(answered(Call.get(at("/health"), SOON)).status()).isEqualTo(200);
        assertThat(answered(Call.get(at("/privacidade"), SOON)).status()).isEqualTo(200);
    }

    @Test
    void what_the_worker_did_not_send_goes_out_by_the_relay() {
        post("/whatsapp", turn(maria.says("quero me inscrever")));

        await().atMost(SOON).until(() -> rows(jdbi, "SELECT status FROM outbox").equals(List.of("sent")));
        assertThat(gateway.keys()).hasSize(1);
    }

    @Test
    void without_a_database_the_answer_is_not_now() {
        try (BotApi alone = BotApi.start(settings("postgresql://a:b@127.0.0.1:1/none"))) {
            URI chat = URI.create("http://127.0.0.1:" + alone.port() + "/chat");
            Call call = Call.post(chat, new ChatRequest("u", "oi", Optional.empty()), SOON)
                    .internal(FakeGateway.KEY);

            Exchange.Answered answered = answered(call);

            assertThat(answered.status()).isEqualTo(503);
            assertThat(answered.header("retry-after")).contains("1");
            assertThat(answered(Call.get(chat.resolve("/health"), SOON)).status())
                    .isEqualTo(503);
        }
    }

    private BotSettings settings(String database) {
        return TestBot.settings(Map.of(
                Variable.DATABASE_URL,
                database,
                Variable.GATEWAY_URL,
                gateway.address().toString()));
    }

    private static TurnRequest turn(IncomingMessage message) {
        return new TurnRequest("claim", message.conversation(), List.of(message));
    }

    private ChatAnswer chat(String user, String text) throws JsonProcessingException {
        return read(post("/chat", new ChatRequest(user, text, Optional.empty())), ChatAnswer.class);
    }

    private Exchange.Answered post(String path, Object body) {
        return answered(Call.post(at(path), body, SOON).internal(FakeGateway.KEY));
    }

    private Exchange.Answered answered(Call call) {
        return (Exchange.Answered) http.send(call);
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + bot.port() + path);
    }

    private static <T> T read(Exchange.Answered answered, Class<T> type) throws JsonProcessingException {
        return Json.read(answered.body(), type);
    }
}
