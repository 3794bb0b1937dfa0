package congressbot.bot.deadletter;

import static congressbot.bot.testing.TestDatabase.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import congressbot.bot.BotApi;
import congressbot.bot.testing.FakeGateway;
import congressbot.bot.testing.Person;
import congressbot.bot.testing.TestBot;
import congressbot.bot.testing.TestDatabase;
import congressbot.wire.Json;
import congressbot.wire.bot.DeadMessage;
import congressbot.wire.bot.TurnRequest;
import congressbot.wire.http.Call;
import congressbot.wire.http.Exchange;
import congressbot.wire.http.HttpCaller;
import congressbot.wire.message.IncomingMessage;
import congressbot.wire.process.Secret;
import congressbot.wire.process.Variable;
import congressbot.wire.testing.TestRedis;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.UnifiedJedis;

class DeadLetterCommandTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final Jdbi jdbi = TestDatabase.emptied();
    private final UnifiedJedis redis = TestRedis.emptied();
    private final FakeGateway gateway = new FakeGateway();
    private final HttpCaller http = new HttpCaller(4);
    private final BotApi bot = BotApi.start(
            TestBot.settings(Map.of(Variable.GATEWAY_URL, gateway.address().toString())));
    private final URI address = URI.create("http://127.0.0.1:" + bot.port());
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream complaints = new ByteArrayOutputStream();
    private final Person maria = new Person("5562998765432", Instant.now());

    @AfterEach
    void close() {
        bot.close();
        http.close();
        gateway.close();
        redis.close();
    }

    @Test
    void without_letters_the_list_says_so() throws Exception {
        assertThat(command()).isEqualTo(DeadLetterCommand.DONE);

        assertThat(said(out)).isEqualTo("Nenhuma mensagem ficou sem ser processada.\n");
    }

    @Test
    void the_list_tells_of_each_letter_and_nothing_of_what_was_written() throws Exception {
        long first = bury(maria.says("meu segredo"));
        long second = bury(maria.says("outro segredo"));
        command("drop", String.valueOf(first));
        out.reset();

        assertThat(command("list")).isEqualTo(DeadLetterCommand.DONE);

        List<String> lines = said(out).lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.getFirst())
                .containsSubsequence("Número", "Desde", "Conversa", "Motivo", "Tentativas", "Situação", "Congresso");
        assertThat(lines.get(1))
                .startsWith(String.valueOf(second))
                .contains("gowa:…:…5432", "falhou em todas as tentativas", "6", "aberta");
        assertThat(lines.get(2)).startsWith(String.valueOf(first)).contains("descartada");
        assertThat(said(out)).doesNotContain("segredo").doesNotContain("998765432");
    }

    @Test
    void one_letter_is_shown_with_what_it_holds() throws Exception {
        long letter = bury(maria.says("meu \u001b[31m\u009b31msegredo"));

        assertThat(command("show", String.valueOf(letter))).isEqualTo(DeadLetterCommand.DONE);

        assertThat(said(out))
                .contains("Número: " + letter, "Mensagem: meu ·[31m·31msegredo", "Como chegou:\n{\"v\":1")
                .doesNotContain("\u001b", "\u009b");
    }

    @Test
    void a_replayed_message_is_answered_on_the_phone() throws Exception {
        IncomingMessage wish = maria.says("quero me inscrever");
        long letter = bury(wish);

        assertThat(command("replay", String.valueOf(letter))).isEqualTo(DeadLetterCommand.DONE);

        assertThat(said(out)).startsWith("A mensagem " + letter + " foi processada.");
        await().atMost(SOON)
                .until(() -> gateway.keys().contains("r:" + wish.id().value() + ":replay"));
    }

    @Test
    void what_cannot_be_done_says_why() throws Exception {
        take(maria.says("quero me inscrever"));
        long letter = bury(maria.says("Maria da Silva"));
        take(maria.says("Maria de Souza"));

        assertThat(command("replay", String.valueOf(letter))).isEqualTo(DeadLetterCommand.NOT_POSSIBLE);
        assertThat(command("replay", "999999")).isEqualTo(DeadLetterCommand.NOT_POSSIBLE);
        assertThat(command("show", "999999")).isEqualTo(DeadLetterCommand.NOT_POSSIBLE);

        assertThat(said(complaints).lines())
                .containsExactly(
                        "A mensagem " + letter
                                + " não pode mais ser processada: a conversa continuou sem ela. Ficou marcada para uma"
                                + " pessoa resolver.",
                        "Não existe mensagem não processada de número 999999.",
                        "Não existe mensagem não processada de número 999999.");
        assertThat(said(out)).isEmpty();
    }

    @Test
    void a_wrong_key_and_a_bot_that_is_not_there_are_told_apart() throws Exception {
        Secret wrong = new Secret("f".repeat(32));

        int refused = command(new DeadLetterCommand.Neighbour(address, wrong), new Wish.ListAll());
        int absent = command(
                new DeadLetterCommand.Neighbour(URI.create("http://127.0.0.1:1"), FakeGateway.KEY), new Wish.ListAll());

        assertThat(List.of(refused, absent)).containsOnly(DeadLetterCommand.NOT_POSSIBLE);
        assertThat(said(complaints).lines())
                .containsExactly(
                        "O bot-api não aceitou a chave de BOT_API_KEY.",
                        "O bot-api não respondeu em http://127.0.0.1:1. Ele está no ar? O endereço vem de BOT_URL.");
    }

    @Test
    void only_these_words_are_a_command() {
        assertThat(Wish.of(List.of())).contains(new Wish.ListAll());
        assertThat(Wish.of(List.of("drop", "7"))).contains(new Wish.Drop(7));
        for (String wrong : List.of("show", "7", "replay x", "replay -1", "list 7", "revive 7", "drop 7 8")) {
            assertThat(Wish.of(Arrays.asList(wrong.split(" ")))).as(wrong).isEmpty();
        }
        assertThat(Wording.load().usage()).startsWith("uso: ./congress-bot dead");
    }

    @Test
    void every_call_wants_the_key() {
        for (Call call : List.of(
                Call.get(address.resolve("/whatsapp/dead"), SOON),
                Call.get(address.resolve("/whatsapp/dead/1"), SOON),
                Call.post(address.resolve("/whatsapp/dead/1/replay"), "", "", SOON),
                Call.delete(address.resolve("/whatsapp/dead/1"), SOON))) {
            assertThat(answered(call).status()).as(call.toString()).isEqualTo(401);
        }
    }

    @Test
    void health_and_metrics_tell_of_what_is_open() throws Exception {
        bury(maria.says("oi"));
        redis.rpush("whatsapp-messages:dead", "no envelope");

        assertThat(health()).contains("\"status\":\"degraded\"").contains("1 open dead letters, 1 undecodable items");
        assertThat(metrics()).contains("congressbot_bot_dead_letters 1.0");
    }

    @Test
    void health_is_well_when_everything_is_decided() throws Exception {
        long letter = bury(maria.says("oi"));

        command("drop", String.valueOf(letter));

        assertThat(health()).contains("\"dead-letters\":{\"status\":\"healthy\"");
        assertThat(metrics()).contains("congressbot_bot_dead_letters 0.0");
    }

    private String health() {
        return answered(Call.get(address.resolve("/health"), SOON).internal(FakeGateway.KEY))
                .body();
    }

    private String metrics() {
        return answered(Call.get(address.resolve("/metrics"), SOON).internal(FakeGateway.KEY))
                .body();
    }

    private void take(IncomingMessage message) {
        TurnRequest turn = new TurnRequest("claim", message.conversation(), List.of(message));
        answered(Call.post(address.resolve("/whatsapp"), turn, SOON).internal(FakeGateway.KEY));
    }

    /// @return the number of the letter
    private long bury(IncomingMessage message) {
        DeadMessage dead = new DeadMessage(
                message.id().value(), message.conversation().value(), Json.write(message), "attempts", 6);
        answered(Call.post(address.resolve("/whatsapp/dead"), dead, SOON).internal(FakeGateway.KEY));
        return Long.parseLong(rows(jdbi, "SELECT max(id) FROM dead_letters").getFirst());
    }

    private int command(String... arguments) throws Exception {
        return command(
                new DeadLetterCommand.Neighbour(address, FakeGateway.KEY),
                Wish.of(List.of(arguments)).orElseThrow());
    }

    private int command(DeadLetterCommand.Neighbour neighbour, Wish wish) throws Exception {
        return new DeadLetterCommand(neighbour, http, printing(out), printing(complaints)).run(wish);
    }

    private Exchange.Answered answered(Call call) {
        return (Exchange.Answered) http.send(call);
    }

    private static PrintStream printing(ByteArrayOutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }

    private static String said(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
