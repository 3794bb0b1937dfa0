package congressbot.worker;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.wire.bot.SendState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LostLeaseTest {
    private final TestWorker test = new TestWorker();

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void a_turn_that_is_longer_than_its_lease_keeps_its_claim() {
        var gate = test.gate();
        test.bot.script = request -> {
            TestWorker.pass(gate);
            return FakeBot.answer(request, SendState.NOW);
        };
        test.start();
        test.enqueue("ana", "1");
        TestWorker.eventually(() -> assertThat(test.bot.turns).hasSize(1));

        TestWorker.staysTrue(
                TestWorker.limits().lease().multipliedBy(2), () -> test.claimed("ana") && test.bot.turns.size() == 1);
        gate.countDown();

        test.awaitFinished("1");
        assertThat(test.gateway.keys()).containsExactly("k-1");
    }

    @Test
    void a_turn_whose_claim_was_lost_sends_nothing_and_finishes_nothing() {
        var gate = test.gate();
        test.bot.script = request -> {
            TestWorker.pass(gate);
            return FakeBot.answer(request, SendState.NOW);
        };
        test.start();
        test.enqueue("ana", "1");
        TestWorker.eventually(() -> assertThat(test.bot.turns).hasSize(1));
        test.redis.set("lock:jid:" + Messages.wire("ana"), "somebody else");
        test.redis.zadd("conv:active", Double.POSITIVE_INFINITY, Messages.wire("ana"));
        TestWorker.eventually(() -> assertThat(test.log.lines()).anyMatch(line -> line.contains("claim lost")));

        gate.countDown();

        TestWorker.eventually(() -> assertThat(test.log.turns()).hasSize(1));
        assertThat(test.log.turns()).singleElement().asString().contains("outcome=lost");
        assertThat(test.gateway.sends).isEmpty();
        assertThat(test.finished("1")).isFalse();
        assertThat(test.redis.get("lock:jid:" + Messages.wire("ana"))).isEqualTo("somebody else");
    }
}
