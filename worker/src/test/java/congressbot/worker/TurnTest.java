package congressbot.worker;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.wire.bot.SendState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TurnTest {
    private final TestWorker test = new TestWorker();

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void a_message_is_one_turn_and_one_send() {
        test.start();

        test.enqueue("ana", "1");

        test.awaitFinished("1");
        assertThat(test.bot.turns).singleElement().satisfies(turn -> {
            assertThat(FakeBot.ids(turn.request())).containsExactly("1");
            assertThat(turn.requestId()).isEqualTo("r-1");
            assertThat(turn.apiKey()).isEqualTo(TestWorker.KEY.reveal());
        });
        assertThat(test.gateway.sends).singleElement().satisfies(send -> {
            assertThat(send.key()).isEqualTo("k-1");
            assertThat(send.message().replyTo()).isEqualTo("ana");
            assertThat(send.requestId()).isEqualTo("r-1");
            assertThat(send.apiKey()).isEqualTo(TestWorker.KEY.reveal());
        });
        assertThat(test.queue.waiting()).isZero();
    }

    @Test
    void a_burst_is_one_turn() {
        test.enqueue("ana", "1", "2", "3");

        test.start();

        test.awaitFinished("1", "2", "3");
        assertThat(test.bot.turns)
                .singleElement()
                .satisfies(turn -> assertThat(FakeBot.ids(turn.request())).containsExactly("1", "2", "3"));
        assertThat(test.gateway.keys()).containsExactly("k-1");
    }

    @Test
    void a_heap_is_passed_on_whole_and_bot_api_decides_how_much_of_it_is_a_turn() {
        String[] ids = IntStream.rangeClosed(1, 60).mapToObj(String::valueOf).toArray(String[]::new);
        test.enqueue("ana", ids);

        test.start();

        test.awaitFinished(ids);
        assertThat(test.bot.turns)
                .singleElement()
                .satisfies(turn -> assertThat(FakeBot.ids(turn.request())).containsExactly(ids));
        assertThat(test.gateway.keys()).containsExactly("k-1");
    }

    @Test
    void what_a_turn_does_not_take_is_the_next_turn_in_order() {
        test.bot.script = request ->
                FakeBot.answer(request, Math.min(2, request.messages().size()), SendState.NOW);
        test.enqueue("ana", "1", "2", "3", "4", "5");

        test.start();

        test.awaitFinished("1", "2", "3", "4", "5");
        assertThat(test.bot.turns)
                .extracting(turn -> FakeBot.ids(turn.request()))
                .containsExactly(List.of("1", "2", "3", "4", "5"), List.of("3", "4", "5"), List.of("5"));
        assertThat(test.gateway.keys()).containsExactly("k-1", "k-3", "k-5");
    }

    @Test
    void eight_conversations_run_side_by_side_each_in_its_order() {
        Map<String, List<String>> taken = new ConcurrentHashMap<>();
        test.bot.script = request -> {
            int some = Math.min(2, request.messages().size());
            taken.computeIfAbsent(request.conversation().contact(), _ -> new ArrayList<>())
                    .addAll(FakeBot.ids(request).subList(0, some));
            return FakeBot.answer(request, some, SendState.NOW);
        };
        test.start();

        List<String> numbers =
                IntStream.rangeClosed(1, 20).mapToObj(String::valueOf).toList();
        List<String> people = IntStream.rangeClosed(1, 8).mapToObj(i -> "p" + i).toList();
        numbers.forEach(number -> people.forEach(person -> test.enqueue(person, person + "-" + number)));

        TestWorker.eventually(() -> assertThat(test.queue.waiting()).isZero());
        for (String person : people) {
            List<String> inOrder =
                    numbers.stream().map(number -> person + "-" + number).toList();
            List<String> sent = test.gateway.sends.stream()
                    .filter(send -> send.message().replyTo().equals(person))
                    .map(FakeGateway.Send::key)
                    .toList();
            assertThat(taken.get(person)).isEqualTo(inOrder);
            assertThat(sent).isSortedAccordingTo((a, b) -> Integer.compare(number(a), number(b)));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = SendState.class,
            names = {"LATER", "DONE", "NONE"})
    void a_reply_that_is_not_ours_to_send_is_not_sent(SendState state) {
        test.bot.script = request -> FakeBot.answer(request, state);
        test.start();

        test.enqueue("ana", "1");

        test.awaitFinished("1");
        assertThat(test.gateway.sends).isEmpty();
    }

    @Test
    void a_message_that_comes_again_after_its_turn_is_dropped() {
        test.start();
        test.enqueue("ana", "1");
        test.awaitFinished("1");

        test.enqueue("ana", "1", "2");

        test.awaitFinished("2");
        assertThat(test.bot.turns)
                .extracting(turn -> FakeBot.ids(turn.request()))
                .containsExactly(List.of("1"), List.of("2"));
        assertThat(test.queue.waiting()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "-1000000000-01-01T00:00:00Z"})
    void a_clock_that_is_wrong_by_ages_holds_nothing_up(String receivedAt) {
        test.start();

        test.enqueueRaw(Messages.envelope("ana", "1")
                .replaceAll("\"receivedAt\":\"[^\"]*\"", "\"receivedAt\":\"" + receivedAt + "\""));

        test.awaitFinished("1");
        assertThat(test.gateway.keys()).containsExactly("k-1");
    }

    @Test
    void no_more_conversations_are_in_hand_than_allowed() {
        var gate = test.gate();
        test.concurrency = 2;
        test.bot.script = request -> {
            TestWorker.pass(gate);
            return FakeBot.answer(request, SendState.NONE);
        };
        test.enqueue("ana", "1");
        test.enqueue("bia", "2");
        test.enqueue("caio", "3");

        test.start();

        TestWorker.eventually(() -> assertThat(test.bot.turns).hasSize(2));
        assertThat(test.redis.lrange("conv:ready", 0, -1)).containsExactly(Messages.wire("caio"));
        gate.countDown();
        test.awaitFinished("1", "2", "3");
    }

    private static int number(String key) {
        return Integer.parseInt(key.substring(key.lastIndexOf('-') + 1));
    }
}
