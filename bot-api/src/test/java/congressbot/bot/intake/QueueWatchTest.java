package congressbot.bot.intake;

import static congressbot.bot.testing.TestDatabase.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import congressbot.bot.testing.LogLines;
import congressbot.bot.testing.MovedTime;
import congressbot.bot.testing.TestDatabase;
import congressbot.wire.process.Health.Status;
import congressbot.wire.queue.ConversationQueue;
import congressbot.wire.queue.QueueLimits;
import congressbot.wire.queue.RedisConnections;
import congressbot.wire.testing.TestRedis;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

class QueueWatchTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final Jdbi jdbi = TestDatabase.emptied();
    private final UnifiedJedis redis = TestRedis.emptied();
    private final MovedTime time = new MovedTime(NOON);
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final LogLines log = LogLines.of(QueueWatch.class);
    private final QueueWatch watch = started(redis);

    @AfterEach
    void close() {
        log.close();
        redis.close();
    }

    @Test
    void the_first_start_ever_plants_without_a_word() {
        look(watch, 3);

        assertThat(redis.hget("conv:marker", "id"))
                .isEqualTo(rows(jdbi, "SELECT id FROM queue_marker").getFirst());
        assertNoLoss();
    }

    @Test
    void a_wiped_redis_is_told_once_and_marked_anew() {
        look(watch, 3);
        redis.flushAll();

        look(watch, 3);

        assertLosses(1);
        assertThat(log.events()).singleElement().satisfies(line -> {
            assertThat(line.getLevel()).isEqualTo(Level.ERROR);
            assertThat(line.getKeyValuePairs()).hasToString("[cause=\"WIPED\"]");
        });
        assertThat(redis.hget("conv:marker", "id"))
                .isEqualTo(rows(jdbi, "SELECT id FROM queue_marker").getFirst());
    }

    @Test
    void every_wipe_is_told() {
        look(watch, 2);
        redis.flushAll();
        look(watch, 2);
        redis.flushAll();
        look(watch, 2);

        assertLosses(2);
    }

    @Test
    void a_wipe_while_nobody_looked_is_noticed_at_the_next_start() {
        look(watch, 2);
        redis.flushAll();

        look(started(redis), 1);

        assertLosses(1);
    }

    @Test
    void a_start_without_a_wipe_is_none() {
        look(watch, 2);

        look(started(redis), 3);

        assertNoLoss();
    }

    @Test
    void an_older_state_of_redis_is_a_loss() {
        look(watch, 3);
        redis.hset("conv:marker", "number", "2");

        look(watch, 2);

        assertLosses(1);
    }

    @Test
    void another_redis_is_a_loss() {
        look(watch, 2);
        redis.hset("conv:marker", Map.of("id", "of somebody else", "number", "900"));

        look(watch, 2);

        assertLosses(1);
    }

    @Test
    void several_processes_do_not_accuse_each_other() {
        QueueWatch other = started(redis);
        look(watch, 1);
        look(other, 1);
        look(watch, 2);
        look(other, 4);
        look(watch, 1);

        assertNoLoss();
    }

    @Test
    void of_several_processes_one_tells_and_all_know() {
        QueueWatch other = started(redis);
        look(watch, 2);
        look(other, 2);
        redis.flushAll();

        look(watch, 2);
        look(other, 3);
        look(watch, 1);

        assertLosses(1);
        assertThat(watch.status()).isInstanceOf(Status.Degraded.class);
        assertThat(other.status()).isEqualTo(watch.status());
    }

    @Test
    void a_process_that_died_between_telling_and_planting_is_no_second_loss() {
        look(watch, 2);
        redis.flushAll();
        new QueueMarkers(jdbi).lost(NOON);

        look(watch, 3);
        look(started(redis), 3);

        assertLosses(0);
        assertThat(redis.hget("conv:marker", "number")).isNotNull();
    }

    @Test
    void a_redis_that_does_not_answer_lost_nothing() {
        look(watch, 2);
        try (UnifiedJedis nobody = RedisConnections.open(URI.create("redis://127.0.0.1:1"), 1)) {
            QueueWatch blind = started(nobody);

            assertThatThrownBy(blind::look).isInstanceOf(JedisException.class);
        }

        look(watch, 2);
        assertNoLoss();
    }

    @Test
    void health_tells_for_a_day_and_over_a_restart() {
        look(watch, 2);
        redis.flushAll();
        look(watch, 1);

        time.pass(Duration.ofHours(23));
        QueueWatch later = started(redis);
        look(later, 1);
        assertThat(later.status())
                .isEqualTo(new Status.Degraded("Redis was found to have lost the queue at 2026-11-20T12:00:00Z"));

        time.pass(Duration.ofHours(2));
        assertThat(later.status()).isEqualTo(new Status.Healthy());
    }

    private QueueWatch started(UnifiedJedis store) {
        return new QueueWatch(jdbi, new ConversationQueue(store, QueueLimits.defaults()), () -> {}, metrics, time);
    }

    private static void look(QueueWatch watch, int times) {
        for (int i = 0; i < times; i++) {
            watch.look();
        }
    }

    private void assertLosses(int count) {
        assertThat(metrics.counter("congressbot.bot.redis.losses").count()).isEqualTo(count);
        assertThat(log.events()).hasSize(count);
    }

    private void assertNoLoss() {
        assertLosses(0);
        assertThat(watch.status()).isEqualTo(new Status.Healthy());
    }
}
