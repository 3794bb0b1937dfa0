package congressbot.bot.conversation;

import static congressbot.bot.testing.TestDatabase.rows;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import congressbot.bot.conversation.TurnResult.Answered;
import congressbot.bot.testing.MovedTime;
import congressbot.bot.testing.Person;
import congressbot.bot.testing.Rooms;
import congressbot.bot.testing.TestDatabase;
import congressbot.wire.Json;
import congressbot.wire.bot.Step;
import congressbot.wire.bot.TurnRequest;
import congressbot.wire.message.Content;
import congressbot.wire.message.IncomingMessage;
import congressbot.wire.queue.Claim;
import congressbot.wire.queue.ClaimId;
import congressbot.wire.queue.ConversationQueue;
import congressbot.wire.queue.QueueLimits;
import congressbot.wire.testing.TestRedis;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.UnifiedJedis;

/// Many waiting messages of one person, from the queue through turns.
class HeapTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Instant DURING_THE_OUTAGE = NOW.minus(Duration.ofMinutes(10));

    /// Long enough that everything is sorted before the first claim.
    private static final QueueLimits LIMITS =
            new QueueLimits(20_000, Duration.ofSeconds(30), TurnRequest.MAX_MESSAGES, Duration.ofMillis(300));

    private final Jdbi jdbi = TestDatabase.emptied();
    private final UnifiedJedis redis = TestRedis.emptied();
    private final ConversationQueue queue = new ConversationQueue(redis, LIMITS);
    private final MovedTime time = new MovedTime(NOW);
    private final Conversing conversing = Rooms.conversing(jdbi, redis, queue, time);
    private final Person maria = new Person("5562998765432", NOW);

    @AfterEach
    void close() {
        redis.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 11, 60, 100})
    void what_waited_through_an_outage_gets_one_answer(int messages) {
        waiting(messages, number -> maria.saidAt(DURING_THE_OUTAGE, number == 1 ? "quero me inscrever" : "alô?"));

        List<Answered> turns = answerAll();

        assertThat(turns)
                .singleElement()
                .satisfies(turn -> assertThat(turn.consumed()).isEqualTo(messages));
        assertThat(turns.getFirst().step()).isEqualTo(Step.ASKING_NAME);
        assertThat(rows(jdbi, "SELECT key FROM outbox")).hasSize(1);
    }

    @Test
    void what_was_told_during_an_outage_is_all_understood() {
        List<String> told = List.of("oi", "quero me inscrever", "Maria da Silva", "maria@ufg.br", "529.982.247-25");
        waiting(15, number -> maria.saidAt(DURING_THE_OUTAGE, number <= told.size() ? told.get(number - 1) : "alô"));

        List<Answered> turns = answerAll();

        assertThat(turns).hasSize(1);
        assertThat(turns.getFirst().step()).isEqualTo(Step.ASKING_PHONE);
    }

    @Test
    void two_hundred_messages_of_an_outage_get_two_answers() {
        waiting(200, _ -> maria.saidAt(DURING_THE_OUTAGE, "alô?"));

        assertThat(answerAll()).hasSize(2);
        assertThat(rows(jdbi, "SELECT count(*) FROM messages WHERE direction = 'in'"))
                .containsExactly("200");
    }

    @Test
    void what_is_too_old_after_an_outage_gets_no_answer() {
        waiting(30, _ -> maria.saidAt(NOW.minus(Duration.ofHours(25)), "quero me inscrever"));

        List<Answered> turns = answerAll();

        assertThat(turns).hasSize(1);
        assertThat(rows(jdbi, "SELECT key FROM outbox")).isEmpty();
        assertThat(rows(jdbi, "SELECT step FROM conversations")).containsExactly("IDLE");
    }

    @Test
    void of_what_somebody_types_now_at_most_ten_messages_are_a_turn() {
        waiting(25, _ -> maria.says("quero me inscrever"));

        assertThat(answerAll().stream().map(Answered::consumed)).containsExactly(10, 10, 5);
    }

    @Test
    void a_flood_is_stored_whole_and_answered_once_with_the_open_question() {
        turn(maria.says("quero me inscrever"));
        waiting(450, number -> maria.says("Pessoa Número " + number));

        List<Answered> turns = answerAll();

        assertThat(turns.stream().map(Answered::consumed)).containsExactly(100, 100, 100, 100, 50);
        assertThat(turns.getFirst().reply().orElseThrow())
                .startsWith("Recebi todas as suas mensagens")
                .endsWith("Pode me responder só ao que vem a seguir?\n\nQual é o seu *nome completo*?");
        assertThat(turns.subList(1, 5)).allMatch(turn -> turn.reply().isEmpty());
        assertThat(turns).allMatch(turn -> turn.step() == Step.ASKING_NAME);
        assertThat(rows(jdbi, "SELECT count(*) FROM messages WHERE direction = 'in'"))
                .containsExactly("451");
        assertThat(rows(jdbi, "SELECT count(*) FROM inbox WHERE status = 'done'"))
                .containsExactly("451");
        assertThat(rows(jdbi, "SELECT message_count FROM conversations")).containsExactly("451");
        assertThat(queue.waiting()).isZero();
    }

    @Test
    void after_a_flood_the_chat_goes_on_where_it_was() {
        turn(maria.says("quero me inscrever"));
        waiting(300, number -> maria.says("Pessoa Número " + number));
        answerAll();

        assertThat(turn(maria.says("Maria da Silva")).step()).isEqualTo(Step.ASKING_EMAIL);
    }

    @Test
    void what_still_comes_of_an_answered_flood_is_stored_in_silence() {
        waiting(300, _ -> maria.says("oi"));
        answerAll();
        time.pass(Duration.ofMinutes(1));
        waiting(40, _ -> maria.saidAt(time.instant(), "oi"));

        assertThat(answerAll()).allMatch(turn -> turn.reply().isEmpty());
    }

    @Test
    void a_flood_of_the_next_day_is_answered_once_too() {
        waiting(300, _ -> maria.says("oi"));
        answerAll();
        time.pass(Duration.ofDays(1));
        waiting(300, _ -> maria.saidAt(time.instant(), "oi"));

        assertThat(answerAll().stream().filter(turn -> turn.reply().isPresent()))
                .singleElement()
                .satisfies(turn -> assertThat(turn.reply().orElseThrow()).contains("em uma só mensagem"));
    }

    @Test
    void a_second_flood_is_answered_again_once_something_else_was_said() {
        waiting(210, _ -> maria.says("oi"));
        answerAll();
        turn(maria.says("quero me inscrever"));
        waiting(300, _ -> maria.says("oi"));

        List<Answered> second = answerAll();

        assertThat(second.stream().filter(turn -> turn.reply().isPresent())).hasSize(1);
    }

    @Test
    void a_backlog_after_an_answered_flood_is_understood() {
        turn(maria.says("quero me inscrever"));
        waiting(300, number -> maria.says("Pessoa Número " + number));
        answerAll();
        time.pass(Duration.ofHours(1));
        Instant later = NOW.plus(Duration.ofMinutes(30));
        waiting(12, number -> maria.saidAt(later, number == 1 ? "Maria da Silva" : "alô"));

        assertThat(answerAll())
                .singleElement()
                .satisfies(turn -> assertThat(turn.step()).isEqualTo(Step.ASKING_EMAIL));
    }

    @Test
    void a_flood_of_reactions_is_not_answered() {
        waiting(250, _ -> maria.sends(new Content.Reaction("X", "👍")));

        assertThat(answerAll()).allMatch(turn -> turn.reply().isEmpty());
    }

    @Test
    void a_repeated_batch_of_a_flood_gets_the_same_answer() {
        List<IncomingMessage> flood = waiting(250, _ -> maria.says("oi")).subList(0, 100);
        Awaitility.await().until(() -> queue.claim(ClaimId.fresh(), false) instanceof Claim);

        Answered first = turn(flood.toArray(IncomingMessage[]::new));
        Answered second = turn(flood.toArray(IncomingMessage[]::new));

        assertThat(first.reply().orElseThrow()).contains("em uma só mensagem");
        assertThat(second).isEqualTo(first);
        assertThat(rows(jdbi, "SELECT count(*) FROM messages WHERE direction = 'in'"))
                .containsExactly("100");
    }

    private List<IncomingMessage> waiting(int count, IntFunction<IncomingMessage> message) {
        List<IncomingMessage> messages =
                IntStream.rangeClosed(1, count).mapToObj(message).toList();
        queue.enqueue(messages.stream().map(Json::write).toList());
        return messages;
    }

    /// What a worker does until nothing waits.
    private List<Answered> answerAll() {
        List<Answered> turns = new ArrayList<>();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(1))
                .until(() -> {
                    if (queue.claim(ClaimId.fresh(), false) instanceof Claim claim) {
                        IncomingMessage[] messages =
                                claim.envelopes().stream().map(HeapTest::read).toArray(IncomingMessage[]::new);
                        Answered turn = turn(messages);
                        turns.add(turn);
                        List<String> finished = IntStream.range(0, turn.consumed())
                                .mapToObj(i -> messages[i].id().value())
                                .toList();
                        queue.complete(claim, finished, Optional.empty(), false);
                    }
                    return queue.waiting() == 0;
                });
        return turns;
    }

    private Answered turn(IncomingMessage... messages) {
        return (Answered) conversing.engine().turn(List.of(messages));
    }

    private static IncomingMessage read(String envelope) {
        try {
            return Json.read(envelope, IncomingMessage.class);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not an envelope", e);
        }
    }
}
