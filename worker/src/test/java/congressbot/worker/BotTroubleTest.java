package congressbot.worker;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.wire.bot.SendState;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BotTroubleTest {
    private final TestWorker test = new TestWorker();

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void while_bot_api_is_down_nothing_is_claimed_counted_or_dead() {
        test.bot.health = 503;
        test.bot.script = _ -> FakeBot.Reply.status(503);
        test.start();
        test.enqueue("ana", "1");
        test.enqueue("bia", "2");
        TestWorker.eventually(() -> {
            assertThat(test.bot.turns).isNotEmpty();
            assertThat(test.redis.zcard("conv:active")).isZero();
        });
        int asked = test.bot.turns.size();
        TestWorker.staysTrue(() -> test.bot.turns.size() == asked);

        test.bot.health = 200;
        test.bot.script = request -> FakeBot.answer(request, SendState.NOW);

        test.awaitFinished("1", "2");
        assertThat(test.bot.dead).isEmpty();
        assertThat(test.log.turns())
                .filteredOn(line -> line.contains("outcome=answered"))
                .hasSize(2)
                .allMatch(line -> line.contains(" attempt=1 "));
    }

    @Test
    void an_outage_of_many_tries_makes_nobody_a_dead_letter() {
        AtomicInteger left = new AtomicInteger(7);
        test.bot.script = request ->
                left.getAndDecrement() > 0 ? FakeBot.Reply.status(503) : FakeBot.answer(request, SendState.NOW);
        test.start();

        test.enqueue("ana", "1");

        test.awaitFinished("1");
        assertThat(test.bot.turns).hasSize(8);
        assertThat(test.bot.dead).isEmpty();
    }

    @Test
    void a_bot_api_that_is_not_there_yet_is_waited_for() throws IOException {
        int port = freePort();
        test.botUri = URI.create("http://127.0.0.1:" + port);
        test.start();
        test.enqueue("ana", "1");
        TestWorker.eventually(() -> assertThat(test.log.lines()).anyMatch(line -> line.contains("bot-api is down")));

        try (FakeBot late = new FakeBot(port)) {
            test.awaitFinished("1");

            assertThat(late.turns).hasSize(1);
            assertThat(late.dead).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 413, 422, 500})
    void a_message_that_bot_api_refuses_is_dead_after_five_attempts(int status) {
        test.bot.script = request -> FakeBot.ids(request).contains("bad")
                ? FakeBot.Reply.status(status)
                : FakeBot.answer(request, SendState.NOW);
        test.start();

        test.enqueue("ana", "bad", "next");

        test.awaitFinished("bad", "next");
        assertThat(test.bot.turns).hasSize(6);
        assertThat(test.bot.dead).singleElement().satisfies(dead -> {
            assertThat(dead.id()).isEqualTo(Messages.wire("bad"));
            assertThat(dead.conversation()).isEqualTo(Messages.wire("ana"));
            assertThat(dead.envelope()).isEqualTo(Messages.envelope("ana", "bad"));
            assertThat(dead.reason()).isEqualTo("attempts");
            assertThat(dead.attempts()).isEqualTo(6);
        });
        assertThat(test.gateway.keys()).containsExactly("k-next");
        assertThat(test.queue.waiting()).isZero();
    }

    @Test
    void an_innocent_message_behind_a_refused_one_is_not_dead() {
        test.bot.script = request -> FakeBot.ids(request).contains("bad")
                ? FakeBot.Reply.status(422)
                : FakeBot.answer(request, SendState.NOW);
        test.start();

        test.enqueue("ana", "good", "bad");

        test.awaitFinished("good", "bad");
        assertThat(test.gateway.keys()).containsExactly("k-good");
        assertThat(test.bot.dead).extracting(dead -> dead.id()).containsExactly(Messages.wire("bad"));
    }

    @Test
    void an_answer_that_is_none_is_tried_again() {
        AtomicInteger strange = new AtomicInteger(2);
        test.bot.script = request -> strange.getAndDecrement() > 0
                ? new FakeBot.Reply(200, "{\"consumed\":0}")
                : FakeBot.answer(request, SendState.NOW);
        test.start();

        test.enqueue("ana", "1");

        test.awaitFinished("1");
        assertThat(test.log.turns()).last().asString().contains("outcome=answered", " attempt=3 ");
    }

    @Test
    void a_message_with_the_id_of_another_conversation_is_dead_and_only_that_one() {
        test.bot.script = request -> FakeBot.ids(request).contains("foreign")
                ? FakeBot.Reply.status(409)
                : FakeBot.answer(request, SendState.NOW);
        test.start();

        test.enqueue("ana", "1", "foreign", "2");

        test.awaitFinished("1", "foreign", "2");
        assertThat(test.bot.dead).singleElement().satisfies(dead -> {
            assertThat(dead.id()).isEqualTo(Messages.wire("foreign"));
            assertThat(dead.reason()).isEqualTo("foreign-conversation");
        });
        assertThat(test.gateway.keys()).containsExactly("k-1", "k-2");
    }

    @Test
    void an_envelope_that_this_version_cannot_read_is_dead_in_its_turn() {
        String later = Messages.unknownType("ana", "later");
        test.enqueueRaw(Messages.envelope("ana", "1"), later, Messages.envelope("ana", "2"));

        test.start();

        test.awaitFinished("1", "later", "2");
        assertThat(test.bot.turns)
                .extracting(turn -> FakeBot.ids(turn.request()))
                .containsExactly(List.of("1"), List.of("2"));
        assertThat(test.bot.dead).singleElement().satisfies(dead -> {
            assertThat(dead.envelope()).isEqualTo(later);
            assertThat(dead.reason()).isEqualTo("unreadable");
            assertThat(dead.attempts()).isEqualTo(1);
        });
    }

    @Test
    void a_dead_letter_is_stored_before_the_message_is_finished() {
        test.bot.deadStatus = 503;
        test.start();
        test.enqueueRaw(Messages.unknownType("ana", "later"));
        TestWorker.eventually(() -> assertThat(test.bot.dead).hasSizeGreaterThan(1));
        boolean early = test.finished("later");

        test.bot.deadStatus = 200;

        test.awaitFinished("later");
        assertThat(early).isFalse();
        assertThat(test.bot.dead).allMatch(dead -> dead.attempts() == 1);
    }

    @Test
    void a_dead_letter_that_bot_api_refuses_stays_in_the_queue() {
        test.bot.deadStatus = 400;
        test.start();

        test.enqueueRaw(Messages.unknownType("ana", "later"));

        TestWorker.eventually(() -> assertThat(test.bot.dead).hasSizeGreaterThan(2));
        assertThat(test.log.lines()).anyMatch(line -> line.startsWith("ERROR dead letter cannot be stored"));
        assertThat(test.finished("later")).isFalse();
        assertThat(test.queue.waiting()).isEqualTo(1);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
