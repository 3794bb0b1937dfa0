package congressbot.worker;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.wire.bot.SendState;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SuspectTest {
    private final TestWorker test = new TestWorker();
    private final CountDownLatch never = test.gate();

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void a_suspect_waits_for_the_others_and_then_runs_alone() {
        CountDownLatch ana = test.gate();
        CountDownLatch bia = test.gate();
        Map<String, CountDownLatch> gates = Map.of("ana", ana, "bia", bia);
        test.bot.script = request -> {
            TestWorker.pass(gates.getOrDefault(request.conversation().contact(), new CountDownLatch(0)));
            return FakeBot.answer(request, SendState.NOW);
        };
        test.claimedBefore("suspect", 2);
        test.start();
        test.enqueue("ana", "1");
        TestWorker.eventually(() -> assertThat(test.bot.conversations()).containsExactly("ana"));
        test.enqueue("bia", "suspect");
        TestWorker.eventually(() -> assertThat(test.claimed("bia")).isTrue());

        test.enqueue("caio", "3");
        TestWorker.staysTrue(() -> test.bot.conversations().size() == 1);
        ana.countDown();
        TestWorker.eventually(() -> assertThat(test.bot.conversations()).containsExactly("ana", "bia"));
        TestWorker.staysTrue(() -> test.bot.conversations().size() == 2);
        bia.countDown();

        test.awaitFinished("1", "suspect", "3");
        assertThat(test.bot.conversations()).containsExactly("ana", "bia", "caio");
    }

    @Test
    void suspects_run_one_after_the_other_and_their_waiting_is_not_counted() {
        Set<String> inHand = ConcurrentHashMap.newKeySet();
        List<String> company = new CopyOnWriteArrayList<>();
        test.bot.script = request -> {
            String id = FakeBot.ids(request).getFirst();
            inHand.forEach(other -> company.add(id + "+" + other));
            inHand.add(id);
            linger();
            FakeBot.Reply reply = FakeBot.answer(request, SendState.NOW);
            inHand.remove(id);
            return reply;
        };
        for (String suspect : new String[] {"s1", "s2", "s3"}) {
            test.claimedBefore(suspect, 2);
            test.enqueue("of-" + suspect, suspect);
        }
        for (int i = 0; i < 20; i++) {
            test.enqueue("p" + i, "m" + i);
        }

        test.start();

        TestWorker.eventually(() -> assertThat(test.queue.waiting()).isZero());
        assertThat(company).noneMatch(pair -> pair.contains("s"));
        assertThat(test.log.turns())
                .filteredOn(line -> line.contains("outcome=answered"))
                .filteredOn(line -> line.contains(" attempt=3 "))
                .hasSize(3);
    }

    /// Long enough for the others to come in, if they may.
    private void linger() {
        try {
            never.await(40, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
