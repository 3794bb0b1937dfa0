package congressbot.worker;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.wire.bot.SendState;
import congressbot.wire.queue.Claim;
import congressbot.wire.queue.ClaimId;
import congressbot.wire.queue.Claimed;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StopTest {
    private final TestWorker test = new TestWorker();

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void a_worker_that_is_stopped_finishes_what_it_has_in_hand_and_claims_nothing_more() {
        CountDownLatch gate = test.gate();
        test.concurrency = 1;
        test.bot.script = request -> {
            TestWorker.pass(gate);
            return FakeBot.answer(request, SendState.NOW);
        };
        Worker worker = test.start();
        test.enqueue("ana", "1");
        test.enqueue("bia", "2");
        TestWorker.eventually(() -> assertThat(test.bot.turns).hasSize(1));

        CompletableFuture<Void> stopping = CompletableFuture.runAsync(worker::close);
        TestWorker.staysTrue(() -> !stopping.isDone());
        gate.countDown();
        stopping.join();

        assertThat(test.finished("1")).isTrue();
        assertThat(test.gateway.keys()).containsExactly("k-1");
        assertThat(test.bot.turns).hasSize(1);
        assertThat(test.redis.zcard("conv:active")).isZero();
        assertThat(test.queue.waiting()).isEqualTo(1);
    }

    @Test
    void what_does_not_end_in_time_is_released_uncounted_for_another_process() {
        CountDownLatch gate = test.gate();
        test.patience = new Patience(
                Duration.ofSeconds(10),
                Duration.ofSeconds(10),
                Duration.ofSeconds(2),
                Duration.ofMillis(100),
                RetryPolicy.NORMAL);
        test.bot.script = request -> {
            TestWorker.pass(gate);
            return FakeBot.answer(request, SendState.NOW);
        };
        Worker worker = test.start();
        test.enqueue("ana", "1");
        TestWorker.eventually(() -> assertThat(test.bot.turns).hasSize(1));

        worker.close();
        Claimed claimed = test.queue.claim(ClaimId.fresh(), false);

        assertThat(claimed).isInstanceOfSatisfying(Claim.class, claim -> {
            assertThat(claim.conversation()).isEqualTo(Messages.wire("ana"));
            assertThat(claim.attempt()).isEqualTo(1);
        });
        assertThat(test.gateway.sends).isEmpty();
    }

    @Test
    void a_suspect_that_still_waits_for_the_others_is_released() {
        CountDownLatch gate = test.gate();
        test.bot.script = request -> {
            TestWorker.pass(gate);
            return FakeBot.answer(request, SendState.NOW);
        };
        test.claimedBefore("suspect", 2);
        Worker worker = test.start();
        test.enqueue("ana", "1");
        TestWorker.eventually(() -> assertThat(test.bot.turns).hasSize(1));
        test.enqueue("bia", "suspect");
        TestWorker.eventually(() -> assertThat(test.claimed("bia")).isTrue());

        CompletableFuture<Void> stopping = CompletableFuture.runAsync(worker::close);
        TestWorker.eventually(() -> assertThat(test.claimed("bia")).isFalse());
        gate.countDown();
        stopping.join();

        assertThat(test.bot.conversations()).containsExactly("ana");
        assertThat(test.finished("1")).isTrue();
        assertThat(test.redis.get("attempt:msg:" + Messages.wire("suspect"))).isEqualTo("2");
    }
}
