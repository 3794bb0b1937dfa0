package congressbot.bot.intake;

import static congressbot.bot.testing.TestDatabase.rows;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import congressbot.bot.conversation.Conversing;
import congressbot.bot.conversation.TurnResult;
import congressbot.bot.testing.MovedTime;
import congressbot.bot.testing.Person;
import congressbot.bot.testing.Rooms;
import congressbot.bot.testing.TestDatabase;
import congressbot.wire.Json;
import congressbot.wire.bot.DeadMessage;
import congressbot.wire.http.Body;
import congressbot.wire.message.IncomingMessage;
import congressbot.wire.queue.Claim;
import congressbot.wire.queue.ClaimId;
import congressbot.wire.queue.ConversationQueue;
import congressbot.wire.queue.Enqueued;
import congressbot.wire.queue.QueueLimits;
import congressbot.wire.testing.TestRedis;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.UnifiedJedis;

/// The parts of strict mode together: the gateway's two calls, a worker's claims and turns.
class StrictModeTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Duration OVERDUE = Duration.ofSeconds(61);

    private final Jdbi jdbi = TestDatabase.emptied();
    private final UnifiedJedis redis = TestRedis.emptied();
    private final MovedTime time = new MovedTime(NOON);
    private final ConversationQueue queue =
            new ConversationQueue(redis, new QueueLimits(20_000, Duration.ofSeconds(30), 2, Duration.ZERO));
    private final Intake intake = new Intake(jdbi);
    private final Conversing conversing = Rooms.conversing(jdbi, redis, queue, time);
    private final Sweeper sweeper = new Sweeper(intake, queue, conversing.deadLetters()::add, time);
    private final QueueWatch watch = new QueueWatch(jdbi, queue, sweeper::bringBack, new SimpleMeterRegistry(), time);
    private final Person ana = new Person("5562998765432", NOON);
    private final Person bia = new Person("5562911112222", NOON);

    @BeforeEach
    void aMarkerStands() {
        watch.look();
    }

    @AfterEach
    void close() {
        redis.close();
    }

    @Test
    void five_accepted_messages_come_back_after_a_wipe_in_order_and_are_processed_once() throws Exception {
        accept(ana, 5);
        redis.flushAll();

        watch.look();
        work();

        assertThat(heard()).containsExactly("1", "2", "3", "4", "5");
        assertThat(queue.waiting()).isZero();
    }

    @Test
    void what_was_processed_before_the_wipe_is_not_processed_again() throws Exception {
        accept(ana, 2);
        work();
        accept(ana.says("3"));
        redis.flushAll();

        watch.look();
        work();

        assertThat(heard()).containsExactly("1", "2", "3");
        assertThat(rows(jdbi, "SELECT message_id FROM inbox")).hasSize(3);
    }

    @Test
    void a_new_message_cannot_overtake_what_was_lost() throws Exception {
        accept(ana, 2);
        redis.flushAll();
        IncomingMessage next = ana.says("3");

        assertThat(offered(next)).isEqualTo(Enqueued.UNSAFE);
        watch.look();
        assertThat(offered(next)).isEqualTo(Enqueued.ACCEPTED);
        work();

        assertThat(heard()).containsExactly("1", "2", "3");
        assertThat(queue.waiting()).isZero();
    }

    @Test
    void a_message_in_hand_at_the_wipe_takes_effect_once() throws Exception {
        accept(ana, 3);
        Claim held = claim().orElseThrow();
        redis.flushAll();
        watch.look();

        turn(held);
        queue.complete(held, List.of(), Optional.empty(), false);
        work();

        assertThat(heard()).containsExactly("1", "2", "3");
    }

    @Test
    void a_wipe_while_no_bot_api_ran_is_mended_at_the_next_start() throws Exception {
        accept(ana, 3);
        redis.flushAll();

        new QueueWatch(jdbi, queue, sweeper::bringBack, new SimpleMeterRegistry(), time).look();
        work();

        assertThat(heard()).containsExactly("1", "2", "3");
    }

    @Test
    void a_second_wipe_while_messages_come_back_is_mended_too() throws Exception {
        accept(ana, 3);
        redis.flushAll();
        boolean[] wiped = new boolean[1];
        QueueWatch unlucky = new QueueWatch(
                jdbi,
                queue,
                () -> {
                    sweeper.bringBack();
                    if (!wiped[0]) {
                        redis.flushAll();
                    }
                    wiped[0] = true;
                },
                new SimpleMeterRegistry(),
                time);

        unlucky.look();
        assertThat(offered(ana.says("4"))).isEqualTo(Enqueued.UNSAFE);
        unlucky.look();
        work();

        assertThat(heard()).containsExactly("1", "2", "3", "4");
    }

    @Test
    void more_messages_than_one_batch_come_back() throws Exception {
        int many = 450;
        accept(ana, many);
        redis.flushAll();

        watch.look();

        assertThat(queue.waiting()).isEqualTo(many);
        assertThat(redis.lrange("whatsapp-messages", 0, -1).stream()
                        .map(StrictModeTest::text)
                        .toList())
                .isEqualTo(IntStream.rangeClosed(1, many)
                        .mapToObj(Integer::toString)
                        .toList());
    }

    @Test
    void a_stored_message_that_no_queue_knows_is_enqueued_after_a_minute() throws Exception {
        store(ana.says("1"));
        accept(bia, 1);
        work();

        sweeper.sweep();
        assertThat(queue.waiting()).isZero();
        time.pass(OVERDUE);
        sweeper.sweep();
        work();

        assertThat(heard()).containsExactly("1", "1");
    }

    @Test
    void a_stored_message_after_which_the_conversation_went_on_is_left_to_a_person() throws Exception {
        store(ana.says("1"));
        time.pass(OVERDUE);
        accept(ana.saidAt(time.instant(), "2"));
        work();

        redis.flushAll();
        watch.look();
        sweeper.sweep();
        work();

        assertThat(heard()).containsExactly("2");
        assertThat(rows(jdbi, "SELECT reason FROM dead_letters")).containsExactly("overtaken");
    }

    @Test
    void what_still_waits_is_not_given_up_though_the_conversation_went_on() throws Exception {
        IncomingMessage refused = ana.says("1");
        store(refused);
        time.pass(Duration.ofSeconds(1));
        accept(ana.saidAt(time.instant(), "2"));
        work();
        accept(refused);
        time.pass(OVERDUE);

        sweeper.sweep();
        work();

        assertThat(heard()).containsExactly("2", "1");
        assertThat(rows(jdbi, "SELECT reason FROM dead_letters")).isEmpty();
    }

    @Test
    void a_message_that_waits_or_is_dead_is_left_alone() throws Exception {
        accept(ana, 2);
        IncomingMessage dead = bia.says("1");
        store(dead);
        conversing
                .deadLetters()
                .add(new DeadMessage(dead.id().value(), dead.conversation().value(), Json.write(dead), "attempts", 6));
        time.pass(OVERDUE);

        sweeper.sweep();
        assertThat(queue.waiting()).isEqualTo(2);
        Claim held = claim().orElseThrow();
        sweeper.sweep();

        assertThat(held.conversation()).isEqualTo(ana.says("").conversation().value());
        assertThat(queue.waiting()).isEqualTo(2);
        assertThat(rows(jdbi, "SELECT envelope FROM intake")).hasSize(2);
    }

    @Test
    void what_the_inbox_has_is_forgotten_and_so_is_what_is_too_old() throws Exception {
        accept(ana, 2);
        work();
        store(bia.says("1"));

        sweeper.sweep();
        assertThat(rows(jdbi, "SELECT conversation FROM intake"))
                .containsExactly(bia.says("").conversation().value());

        time.pass(Duration.ofDays(11));
        conversing.retention().forgetSome(time.instant());
        assertThat(rows(jdbi, "SELECT conversation FROM intake")).isEmpty();
    }

    @Test
    void a_repeated_webhook_is_stored_once() {
        IncomingMessage message = ana.says("1");
        store(message);
        store(message);

        assertThat(rows(jdbi, "SELECT envelope FROM intake")).containsExactly(Json.write(message));
    }

    private void accept(Person person, int messages) {
        for (int i = 1; i <= messages; i++) {
            accept(person.says(Integer.toString(i)));
        }
    }

    private void accept(IncomingMessage message) {
        assertThat(offered(message)).isEqualTo(Enqueued.ACCEPTED);
    }

    /// As the gateway does it.
    private Enqueued offered(IncomingMessage message) {
        store(message);
        return queue.enqueueBehindMarker(List.of(Json.write(message)));
    }

    private void store(IncomingMessage message) {
        Intake.Accepted accepted = new Intake.Accepted("default", message, Json.write(message));
        intake.keep(List.of(accepted), Body.of("{}"));
    }

    /// As workers do it, until nothing is left.
    private void work() throws JsonProcessingException {
        Optional<Claim> claim = claim();
        while (claim.isPresent()) {
            List<IncomingMessage> messages = turn(claim.get());
            queue.complete(
                    claim.get(),
                    messages.stream().map(message -> message.id().value()).toList(),
                    Optional.empty(),
                    false);
            claim = claim();
        }
    }

    private Optional<Claim> claim() {
        return queue.claim(ClaimId.fresh(), false) instanceof Claim claim ? Optional.of(claim) : Optional.empty();
    }

    /// The messages that it finished.
    private List<IncomingMessage> turn(Claim claim) throws JsonProcessingException {
        List<IncomingMessage> messages = new ArrayList<>();
        for (String envelope : claim.envelopes()) {
            messages.add(Json.read(envelope, IncomingMessage.class));
        }
        TurnResult.Answered answered = (TurnResult.Answered) conversing.engine().turn(messages);
        return messages.subList(0, answered.consumed());
    }

    private List<String> heard() {
        return rows(jdbi, "SELECT content->>'text' FROM messages WHERE direction = 'in' ORDER BY id");
    }

    private static String text(String envelope) {
        try {
            return Json.MAPPER.readTree(envelope).at("/content/text").asText();
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
