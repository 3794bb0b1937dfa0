package congressbot.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import congressbot.bot.testing.TestDatabase;
import congressbot.wire.process.DatabaseAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DatabaseTest {
    /// More than ten times what runs at once, each so long that the last one waits longer than the pool would.
    private static final int CROWD = 80;

    @Test
    void in_a_rush_everybody_waits_in_line_and_nobody_is_sent_off() throws Exception {
        try (Database database = Database.primary(TestDatabase.address());
                ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            Jdbi jdbi = database.jdbi();
            List<Future<?>> turns = new ArrayList<>();
            for (int i = 0; i < CROWD; i++) {
                turns.add(crowd.submit(() -> jdbi.useHandle(handle -> handle.execute("SELECT pg_sleep(0.2)"))));
            }

            for (Future<?> turn : turns) {
                assertThat(turn.get()).isNull();
            }
        }
    }

    @Test
    void who_looks_whether_it_is_there_does_not_wait_behind_the_work() throws Exception {
        CountDownLatch seen = new CountDownLatch(1);
        try (Database database = Database.primary(TestDatabase.address());
                ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            Jdbi jdbi = database.jdbi();
            Jdbi atOnce = database.atOnce();
            CountDownLatch begun = new CountDownLatch(7);
            for (int i = 0; i < CROWD; i++) {
                var _ = crowd.submit(() -> hold(jdbi, begun, seen));
            }
            begun.await();

            int one = atOnce.withHandle(handle ->
                    handle.createQuery("SELECT 1").mapTo(Integer.class).one());
            seen.countDown();

            assertThat(one).isEqualTo(1);
        }
    }

    @Test
    void a_place_comes_back_when_postgresql_is_away() {
        DatabaseAddress nowhere = DatabaseAddress.parse("postgresql://nobody:secret@127.0.0.1:1/nothing");
        try (Database database = Database.primary(nowhere)) {
            Jdbi jdbi = database.jdbi();
            for (int i = 0; i < 9; i++) {
                long asked = System.nanoTime();
                assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute("SELECT 1")))
                        .isInstanceOf(ConnectionException.class);
                assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(8));
            }
        }
    }

    private static boolean hold(Jdbi jdbi, CountDownLatch begun, CountDownLatch until) throws InterruptedException {
        return jdbi.withHandle(_ -> {
            begun.countDown();
            return until.await(30, TimeUnit.SECONDS);
        });
    }
}
