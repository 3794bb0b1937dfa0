package congressbot.worker;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.wire.bot.SendState;
import congressbot.wire.testing.TestRedis;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RedisTroubleTest {
    private final TestWorker test = new TestWorker();

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void a_completion_whose_answer_is_lost_is_repeated_and_costs_no_claim() throws Exception {
        try (CuttingProxy proxy = new CuttingProxy(TestRedis.uri().getPort())) {
            CountDownLatch gate = test.gate();
            test.concurrency = 1;
            test.redisUri = proxy.uri();
            test.bot.script = request -> {
                TestWorker.pass(gate);
                return FakeBot.answer(request, SendState.NOW);
            };
            test.start();
            test.enqueue("ana", "1");
            TestWorker.eventually(() -> assertThat(test.bot.turns).hasSize(1));
            test.enqueue("bia", "2");

            proxy.cutAnswerTo(Messages.wire("1"));
            gate.countDown();

            test.awaitFinished("1", "2");
            assertThat(proxy.cuts()).isEqualTo(1);
            assertThat(test.bot.conversations()).containsExactly("ana", "bia");
            assertThat(test.log.turns()).allMatch(line -> line.contains(" attempt=1 "));
        }
    }

    @Test
    void a_worker_outlives_its_redis() throws Exception {
        try (CuttingProxy proxy = new CuttingProxy(TestRedis.uri().getPort())) {
            test.redisUri = proxy.uri();
            test.start();
            proxy.refuse(true);
            test.enqueue("ana", "1");
            TestWorker.eventually(() -> assertThat(test.log.lines()).anyMatch(line -> line.contains("Redis failed")));

            proxy.refuse(false);

            test.awaitFinished("1");
            assertThat(test.gateway.keys()).containsExactly("k-1");
        }
    }
}
