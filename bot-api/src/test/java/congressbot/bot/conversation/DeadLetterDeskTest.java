package congressbot.bot.conversation;

import static congressbot.bot.testing.TestDatabase.rows;
import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.conversation.TurnResult.Answered;
import congressbot.bot.testing.MovedTime;
import congressbot.bot.testing.Person;
import congressbot.bot.testing.Rooms;
import congressbot.bot.testing.TestDatabase;
import congressbot.wire.Json;
import congressbot.wire.bot.DeadMessage;
import congressbot.wire.bot.SendState;
import congressbot.wire.bot.Step;
import congressbot.wire.message.IncomingMessage;
import congressbot.wire.queue.ConversationQueue;
import congressbot.wire.queue.QueueLimits;
import congressbot.wire.testing.TestRedis;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.UnifiedJedis;

class DeadLetterDeskTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private final Jdbi jdbi = TestDatabase.emptied();
    private final UnifiedJedis redis = TestRedis.emptied();
    private final MovedTime time = new MovedTime(NOW);
    private final Conversing conversing =
            Rooms.conversing(jdbi, redis, new ConversationQueue(redis, QueueLimits.defaults()), time);
    private final DeadLetterDesk desk = conversing.desk();
    private final Person maria = new Person("5562998765432", NOW);

    @AfterEach
    void close() {
        redis.close();
    }

    @Test
    void a_replayed_message_has_its_turn_and_its_reply_waits_for_the_relay() {
        turn(maria.says("quero me inscrever"));
        IncomingMessage name = maria.says("Maria da Silva");
        long letter = bury(name);

        assertThat(desk.replay(letter)).isEqualTo(Handled.REPLAYED);

        String key = "r:" + name.id().value() + ":replay";
        assertThat(rows(jdbi, "SELECT step FROM conversations")).containsExactly("ASKING_EMAIL");
        assertThat(rows(jdbi, "SELECT status FROM outbox WHERE key = '" + key + "'"))
                .containsExactly("pending");
        assertThat(rows(jdbi, "SELECT direction FROM messages WHERE turn_key = '" + key + "' ORDER BY id"))
                .containsExactly("in", "out");
        assertThat(rows(jdbi, "SELECT status || ' ' || turn_key FROM inbox WHERE turn_key LIKE '%:replay'"))
                .containsExactly("done " + key);
        assertThat(rows(jdbi, "SELECT status || ' ' || (handled_at = '2026-11-20T12:00:00Z') FROM dead_letters"))
                .containsExactly("replayed true");
        assertThat(turn(maria.says("maria@ufg.br")).step()).isEqualTo(Step.ASKING_CPF);
    }

    @Test
    void the_first_message_of_a_chat_can_be_replayed() {
        long letter = bury(maria.says("quero me inscrever"));

        assertThat(desk.replay(letter)).isEqualTo(Handled.REPLAYED);

        assertThat(rows(jdbi, "SELECT step FROM conversations")).containsExactly("ASKING_NAME");
        assertThat(rows(jdbi, "SELECT count(*) FROM inbox WHERE conversation_id IS NULL"))
                .containsExactly("0");
    }

    @Test
    void a_repeated_replay_does_nothing_more() {
        long letter = bury(maria.says("quero me inscrever"));
        desk.replay(letter);

        assertThat(desk.replay(letter)).isEqualTo(Handled.REPLAYED_BEFORE);

        assertThat(rows(jdbi, "SELECT key FROM outbox")).hasSize(1);
        assertThat(rows(jdbi, "SELECT message_count FROM conversations")).containsExactly("1");
    }

    @Test
    void replays_at_the_same_time_take_effect_once() throws Exception {
        turn(maria.says("quero me inscrever"));
        long letter = bury(maria.says("Maria da Silva"));
        List<Callable<Handled>> replays = Collections.nCopies(8, () -> desk.replay(letter));

        List<Handled> outcomes = new ArrayList<>();
        try (ExecutorService operators = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Handled> outcome : operators.invokeAll(replays)) {
                outcomes.add(outcome.get());
            }
        }

        assertThat(outcomes).containsOnlyOnce(Handled.REPLAYED);
        assertThat(outcomes.stream().filter(Handled.REPLAYED_BEFORE::equals)).hasSize(7);
        assertThat(rows(jdbi, "SELECT key FROM outbox WHERE key LIKE '%:replay'"))
                .hasSize(1);
        assertThat(rows(jdbi, "SELECT message_count FROM conversations")).containsExactly("2");
    }

    @Test
    void a_message_whose_chat_went_on_is_left_to_a_person() {
        turn(maria.says("quero me inscrever"));
        long letter = bury(maria.says("Maria da Silva"));
        turn(maria.says("Maria de Souza"));

        assertThat(desk.replay(letter)).isEqualTo(Handled.OVERTAKEN);
        assertThat(desk.replay(letter)).isEqualTo(Handled.OVERTAKEN);

        assertThat(rows(jdbi, "SELECT status FROM dead_letters")).containsExactly("for-a-person");
        assertThat(rows(jdbi, "SELECT key FROM outbox WHERE key LIKE '%:replay'"))
                .isEmpty();
        assertThat(rows(jdbi, "SELECT state FROM conversations")).allMatch(state -> state.contains("Maria de Souza"));
    }

    @Test
    void a_message_of_the_same_person_under_another_id_counts_as_later() {
        String lid = "184467440737095@lid";
        turn(maria.saysAs(lid, List.of(lid, maria.jid()), "quero me inscrever"));
        long letter = bury(maria.says("Maria da Silva"));
        turn(maria.saysAs(lid, List.of(lid), "Maria de Souza"));

        assertThat(desk.replay(letter)).isEqualTo(Handled.OVERTAKEN);
    }

    @Test
    void a_message_that_was_received_later_counts_as_later_though_it_was_processed_before() {
        IncomingMessage earlier = maria.saidAt(NOW.minusSeconds(60), "quero me inscrever");
        turn(maria.says("oi"));
        long letter = bury(earlier);

        assertThat(desk.replay(letter)).isEqualTo(Handled.OVERTAKEN);
    }

    @Test
    void a_replay_and_the_next_message_at_the_same_time_keep_their_order() throws Exception {
        for (int round = 0; round < 10; round++) {
            Person person = new Person("556299900000" + round, NOW);
            turn(person.says("quero me inscrever"));
            long letter = bury(person.says("Maria da Silva"));
            IncomingMessage next = person.says("Ana de Souza");
            List<Callable<Object>> both = List.of(() -> desk.replay(letter), () -> turn(next));

            Object replayed;
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                replayed = threads.invokeAll(both).getFirst().get();
            }

            List<String> heard = rows(jdbi, """
                    SELECT content->>'text' FROM messages JOIN conversations c ON c.id = conversation_id
                    WHERE direction = 'in' AND c.reply_to LIKE '556299900000%d@%%' ORDER BY messages.id
                    """.formatted(round));
            assertThat(heard)
                    .isEqualTo(
                            replayed == Handled.REPLAYED
                                    ? List.of("quero me inscrever", "Maria da Silva", "Ana de Souza")
                                    : List.of("quero me inscrever", "Ana de Souza"));
        }
    }

    @Test
    void letters_of_one_chat_are_replayed_in_their_order() {
        turn(maria.says("quero me inscrever"));
        long first = bury(maria.says("Maria da Silva"));
        long second = bury(maria.says("maria@ufg.br"));

        assertThat(desk.replay(first)).isEqualTo(Handled.REPLAYED);
        assertThat(desk.replay(second)).isEqualTo(Handled.REPLAYED);

        assertThat(rows(jdbi, "SELECT step FROM conversations")).containsExactly("ASKING_CPF");
    }

    @Test
    void a_letter_before_a_replayed_one_is_overtaken_by_it() {
        turn(maria.says("quero me inscrever"));
        long first = bury(maria.says("Maria da Silva"));
        long second = bury(maria.says("Maria de Souza"));
        desk.replay(second);

        assertThat(desk.replay(first)).isEqualTo(Handled.OVERTAKEN);
    }

    @Test
    void a_second_delivery_of_a_replayed_message_gets_its_reply_and_no_second_effect() {
        IncomingMessage wish = maria.says("quero me inscrever");
        desk.replay(bury(wish));

        Answered again = turn(wish);

        assertThat(again.key()).isEqualTo("r:" + wish.id().value() + ":replay");
        assertThat(again.send()).isEqualTo(SendState.NOW);
        assertThat(rows(jdbi, "SELECT message_count FROM conversations")).containsExactly("1");
    }

    @Test
    void a_message_of_six_days_ago_is_answered_and_one_of_eight_days_refused() {
        long letter = bury(maria.says("quero me inscrever"));
        long older = bury(new Person("5511911112222", NOW).saidAt(NOW.minus(Duration.ofDays(2)), "oi"));

        time.pass(Duration.ofDays(6));

        assertThat(desk.replay(older)).isEqualTo(Handled.TOO_OLD);
        assertThat(desk.replay(letter)).isEqualTo(Handled.REPLAYED);
        assertThat(rows(jdbi, "SELECT status FROM dead_letters ORDER BY id")).containsExactly("replayed", "open");
        assertThat(rows(jdbi, "SELECT key FROM outbox WHERE key LIKE '%:replay'"))
                .hasSize(1);
    }

    @Test
    void what_nobody_can_read_is_not_replayed() {
        conversing.deadLetters().add(new DeadMessage("gowa:1:X", "gowa:1:y", "{\"v\":99}", "unreadable", 1));

        assertThat(desk.replay(number())).isEqualTo(Handled.UNREADABLE);
    }

    @Test
    void a_letter_with_the_id_of_another_conversation_is_not_replayed() {
        IncomingMessage hers = maria.says("quero me inscrever");
        turn(hers);
        IncomingMessage forged = Person.forging(hers, "5511900000000@s.whatsapp.net");
        conversing
                .deadLetters()
                .add(new DeadMessage(
                        forged.id().value(),
                        forged.conversation().value(),
                        Json.write(forged),
                        "foreign-conversation",
                        1));

        assertThat(desk.replay(number())).isEqualTo(Handled.FOREIGN);
        assertThat(rows(jdbi, "SELECT reply_to FROM conversations")).containsExactly(maria.jid());
    }

    @Test
    void a_dropped_letter_stays_dropped() {
        turn(maria.says("quero me inscrever"));
        long letter = bury(maria.says("Maria da Silva"));

        assertThat(desk.drop(letter)).isEqualTo(Handled.DROPPED);
        assertThat(desk.drop(letter)).isEqualTo(Handled.DROPPED);
        assertThat(desk.replay(letter)).isEqualTo(Handled.DROPPED_BEFORE);

        assertThat(rows(jdbi, "SELECT status FROM dead_letters")).containsExactly("dropped");
        assertThat(rows(jdbi, "SELECT step FROM conversations")).containsExactly("ASKING_NAME");
    }

    @Test
    void a_replayed_letter_cannot_be_dropped() {
        long letter = bury(maria.says("quero me inscrever"));
        desk.replay(letter);

        assertThat(desk.drop(letter)).isEqualTo(Handled.IN_EFFECT);
        assertThat(rows(jdbi, "SELECT status FROM dead_letters")).containsExactly("replayed");
    }

    @Test
    void an_unknown_number_is_nobodys() {
        assertThat(desk.replay(17)).isEqualTo(Handled.UNKNOWN);
        assertThat(desk.drop(17)).isEqualTo(Handled.UNKNOWN);
        assertThat(desk.find(17)).isEmpty();
    }

    @Test
    void a_wish_to_be_forgotten_can_be_replayed_and_takes_its_letter_along() {
        turn(maria.says("apagar meus dados"));
        long letter = bury(maria.says("sim, apagar meus dados"));

        assertThat(desk.replay(letter)).isEqualTo(Handled.REPLAYED);

        assertThat(rows(jdbi, "SELECT id FROM dead_letters")).isEmpty();
        assertThat(rows(jdbi, "SELECT alias FROM contact_aliases")).isEmpty();
    }

    @Test
    void the_list_shows_first_what_nobody_has_decided_about() {
        long dropped = bury(maria.says("um"));
        long open = bury(maria.says("dois"));
        long newest = bury(maria.says("tres"));
        desk.drop(dropped);

        assertThat(desk.newest().stream().map(DeadLetter::number)).containsExactly(newest, open, dropped);
        assertThat(desk.newest().getFirst().conversation()).isEqualTo("gowa:…:…5432");
        assertThat(rows(jdbi, "SELECT id FROM dead_letters WHERE status = 'open'"))
                .containsExactlyInAnyOrder(Long.toString(newest), Long.toString(open));
    }

    @Test
    void a_letter_is_forgotten_with_the_talk_of_its_time() {
        bury(maria.says("um"));
        jdbi.useHandle(handle -> handle.execute("UPDATE dead_letters SET created_at = '2026-11-20T12:00:00Z'"));
        conversing.retention().forgetSome(NOW.plus(Duration.ofDays(89)));
        assertThat(rows(jdbi, "SELECT id FROM dead_letters")).hasSize(1);

        conversing.retention().forgetSome(NOW.plus(Duration.ofDays(91)));

        assertThat(rows(jdbi, "SELECT id FROM dead_letters")).isEmpty();
    }

    /// @return the number of the letter
    private long bury(IncomingMessage message) {
        conversing
                .deadLetters()
                .add(new DeadMessage(
                        message.id().value(), message.conversation().value(), Json.write(message), "attempts", 6));
        return number();
    }

    private long number() {
        return Long.parseLong(rows(jdbi, "SELECT max(id) FROM dead_letters").getFirst());
    }

    private Answered turn(IncomingMessage message) {
        return (Answered) conversing.engine().turn(List.of(message));
    }
}
