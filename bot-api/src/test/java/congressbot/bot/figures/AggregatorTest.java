package congressbot.bot.figures;

import static congressbot.bot.testing.TestDatabase.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import congressbot.bot.testing.MovedTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class AggregatorTest {
    private static final Instant NOON = Instant.parse("2026-11-20T15:00:00Z");

    private final Happenings happenings = new Happenings();
    private final Jdbi jdbi = happenings.jdbi;
    private final MovedTime time = new MovedTime(NOON);
    private final Aggregator aggregator = new Aggregator(jdbi, () -> 7, time);

    @Test
    void a_registration_counts_under_everything_that_is_known_of_it() {
        happenings.confirmed(NOON, "Estudante", "SP");

        aggregator.count();

        assertThat(happenings.counted(Metric.REGISTRATIONS)).containsExactly("2026-11-20 1");
        assertThat(happenings.counted(Metric.REGISTRATIONS_BY_PROFILE)).containsExactly("2026-11-20 Estudante 1");
        assertThat(happenings.counted(Metric.REGISTRATIONS_BY_STATE)).containsExactly("2026-11-20 SP 1");
        assertThat(happenings.counted(Metric.REGISTRATIONS_BY_CHANNEL)).containsExactly("2026-11-20 gowa 1");
        assertThat(happenings.counted(Metric.REGISTRATIONS_BY_LANGUAGE)).containsExactly("2026-11-20 pt-BR 1");
        assertThat(happenings.counted(Metric.EVENTS)).containsExactly("2026-11-20 confirmed 1");
    }

    @Test
    void counting_again_adds_nothing() {
        happenings.confirmed(NOON, "Estudante", "SP");
        aggregator.count();
        happenings.confirmed(NOON, "Estudante", "SP");
        aggregator.count();

        aggregator.count();
        aggregator.count();

        assertThat(happenings.counted(Metric.REGISTRATIONS)).containsExactly("2026-11-20 2");
    }

    @Test
    void the_day_begins_at_midnight_in_sao_paulo() {
        happenings.confirmed(Instant.parse("2026-11-21T02:59:59.999Z"), "Estudante", "SP");
        happenings.confirmed(Instant.parse("2026-11-21T03:00:00Z"), "Estudante", "SP");

        aggregator.count();

        assertThat(happenings.counted(Metric.REGISTRATIONS)).containsExactly("2026-11-20 1", "2026-11-21 1");
    }

    @Test
    void an_event_of_a_transaction_that_ends_late_is_counted_when_it_ends() {
        try (Handle late = jdbi.open();
                Handle early = jdbi.open()) {
            late.begin();
            Happenings.confirmed(late, NOON, "Estudante", "SP");
            early.begin();
            Happenings.confirmed(early, NOON, "Estudante", "BA");
            early.commit();
            aggregator.count();
            assertThat(happenings.counted(Metric.REGISTRATIONS_BY_STATE)).containsExactly("2026-11-20 BA 1");
            time.pass(Duration.ofDays(3));
            aggregator.count();

            late.commit();
            aggregator.count();
        }

        assertThat(happenings.counted(Metric.REGISTRATIONS_BY_STATE))
                .containsExactly("2026-11-20 BA 1", "2026-11-20 SP 1");
    }

    @Test
    void an_event_that_was_taken_back_is_never_counted() {
        try (Handle handle = jdbi.open()) {
            handle.begin();
            Happenings.confirmed(handle, NOON, "Estudante", "SP");
            handle.rollback();
        }

        aggregator.count();

        assertThat(happenings.counted(Metric.REGISTRATIONS)).isEmpty();
    }

    @Test
    void a_backlog_is_counted_in_batches_until_nothing_is_left() {
        for (int i = 0; i < 25; i++) {
            happenings.confirmed(NOON.minus(Duration.ofDays(i)), "Estudante", "SP");
        }
        Aggregator small = new Aggregator(jdbi, () -> 0, time, 10);

        List<Boolean> more = List.of(small.count(), small.count(), small.count());

        assertThat(more).containsExactly(true, true, false);
        assertThat(happenings.counted(Metric.REGISTRATIONS)).hasSize(25);
        assertThat(rows(jdbi, "SELECT event_id FROM uncounted_events")).isEmpty();
    }

    @Test
    void only_one_counts_at_a_time() {
        happenings.confirmed(NOON, "Estudante", "SP");
        try (Handle other = jdbi.open()) {
            other.begin();
            other.execute("SELECT pg_advisory_xact_lock(?)", Aggregator.LOCK);

            boolean more = aggregator.count();

            assertThat(more).isFalse();
            assertThat(happenings.counted(Metric.REGISTRATIONS)).isEmpty();
            other.rollback();
        }
        aggregator.count();

        assertThat(happenings.counted(Metric.REGISTRATIONS)).containsExactly("2026-11-20 1");
    }

    /// Writers that commit and roll back in any order, two aggregators, one of which crashes again and again.
    @Test
    void the_counts_are_the_sums_of_the_events_whatever_happened_meanwhile() throws Exception {
        AtomicBoolean writing = new AtomicBoolean(true);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> writers = new ArrayList<>();
            for (int seed = 0; seed < 8; seed++) {
                writers.add(threads.submit(writer(seed)));
            }
            Future<?> steady = threads.submit(counter(writing));
            Future<?> crashing = threads.submit(crasher(writing));
            for (Future<?> writer : writers) {
                writer.get();
            }
            writing.set(false);
            steady.get();
            crashing.get();
        }
        while (aggregator.count()) {}

        assertThat(happenings.counted(Metric.EVENTS)).isNotEmpty().isEqualTo(happenings.happened("kind", "true"));
        assertThat(happenings.counted(Metric.REGISTRATIONS)).isEqualTo(happenings.happened("''", "kind = 'confirmed'"));
        assertThat(happenings.counted(Metric.REGISTRATIONS_BY_PROFILE))
                .isEqualTo(happenings.happened("profile", "kind = 'confirmed'"));
        assertThat(happenings.counted(Metric.REGISTRATIONS_BY_STATE))
                .isEqualTo(happenings.happened("state", "kind = 'confirmed'"));
        assertThat(happenings.counted(Metric.REGISTRATIONS_BY_CHANNEL))
                .isEqualTo(happenings.happened("channel", "kind = 'confirmed'"));
        assertThat(happenings.counted(Metric.WITHDRAWALS)).isEqualTo(happenings.happened("''", "kind = 'withdrawn'"));
        assertThat(happenings.counted(Metric.STAGES)).isEqualTo(happenings.happened("detail", "kind = 'step'"));
        assertThat(happenings.counted(Metric.TIME_TO_FINISH))
                .isEqualTo(happenings.happened(range("seconds", Histogram.TIME_TO_FINISH), "seconds IS NOT NULL"));
        assertThat(happenings.counted(Metric.WAITS))
                .isEqualTo(happenings.happened(range("waited_ms", Histogram.WAITS), "waited_ms IS NOT NULL"));
    }

    private Callable<Boolean> writer(int seed) {
        return () -> {
            Random random = new Random(seed);
            for (int i = 0; i < 150; i++) {
                try (Handle handle = jdbi.open()) {
                    handle.begin();
                    for (int events = random.nextInt(4); events >= 0; events--) {
                        Happenings.any(handle, random, NOON.minus(Duration.ofDays(30)));
                    }
                    if (random.nextInt(5) == 0) {
                        handle.rollback();
                    } else {
                        handle.commit();
                    }
                }
            }
            return true;
        };
    }

    private Callable<Boolean> counter(AtomicBoolean writing) {
        Aggregator small = new Aggregator(jdbi, () -> 0, time, 17);
        return () -> {
            while (writing.get()) {
                small.count();
            }
            return true;
        };
    }

    /// Everything of a run but its commit.
    private Callable<Boolean> crasher(AtomicBoolean writing) {
        return () -> {
            while (writing.get()) {
                Aggregator crashing = new Aggregator(
                        jdbi,
                        () -> {
                            throw new IllegalStateException("crashed");
                        },
                        time);
                assertThatThrownBy(() -> {
                            crashing.count();
                            throw new IllegalStateException("somebody else counted");
                        })
                        .isInstanceOf(IllegalStateException.class);
            }
            return true;
        };
    }

    /// The same ranges, as a chain of comparisons.
    private static String range(String column, Histogram histogram) {
        StringBuilder ranges = new StringBuilder("CASE");
        histogram.ends().forEach(end -> ranges.append(" WHEN %s < %d THEN '%d'".formatted(column, end, end)));
        return ranges.append(" ELSE 'more' END").toString();
    }

    @Test
    void what_models_cost_and_mails_became_is_counted_anew_and_never_shrinks() {
        jdbi.useHandle(handle -> handle.execute("""
                INSERT INTO model_calls (congress_id, person, purpose, prompt_hash, sources, verdict, input_tokens,
                                         output_tokens, cost_micros, duration_ms, at)
                VALUES ('default', repeat('a', 16), 'answer', repeat('b', 64), '{}', 'ok', 1, 1, 1500, 10, ?),
                       ('default', repeat('a', 16), 'answer', repeat('b', 64), '{}', 'ok', 1, 1, 500, 10, ?)
                """, NOON, NOON));
        jdbi.useHandle(handle -> handle.execute("""
                INSERT INTO outbox (congress_id, key, kind, body, status, next_attempt_at, finished_at)
                VALUES ('default', 'a', 'mail', '{}', 'refused', ?, ?), ('default', 'b', 'mail', '{}', 'pending', ?, NULL)
                """, NOON, NOON, NOON));
        aggregator.count();
        aggregator.count();
        jdbi.useHandle(handle -> handle.execute("DELETE FROM outbox"));
        jdbi.useHandle(handle -> handle.execute("DELETE FROM model_calls"));

        aggregator.count();

        assertThat(happenings.counted(Metric.MODEL_CALLS)).containsExactly("2026-11-20 answer 2");
        assertThat(happenings.counted(Metric.MODEL_COST)).containsExactly("2026-11-20 answer 2000");
        assertThat(happenings.counted(Metric.MAILS)).containsExactly("2026-11-20 refused 1");
    }

    @Test
    void after_a_pause_of_days_what_was_missed_is_counted() {
        aggregator.count();
        jdbi.useHandle(handle -> handle.execute("""
                INSERT INTO outbox (congress_id, key, kind, body, status, next_attempt_at, finished_at)
                VALUES ('default', 'a', 'mail', '{}', 'sent', ?, ?)
                """, NOON, NOON.plus(Duration.ofDays(2))));
        time.pass(Duration.ofDays(9));

        aggregator.count();

        assertThat(happenings.counted(Metric.MAILS)).containsExactly("2026-11-22 sent 1");
    }

    @Test
    void the_queue_is_sampled_and_when_was_counted_is_told() {
        happenings.confirmed(NOON, "Estudante", "SP");

        aggregator.count();

        assertThat(happenings.counted(Metric.QUEUE)).containsExactly("2026-11-20 last 7", "2026-11-20 most 7");
        assertThat(happenings.counted(Metric.COUNTED)).containsExactly("2026-11-20 " + NOON.getEpochSecond());
    }

    @Test
    void events_are_append_only_and_only_a_persons_words_are_forgotten() {
        happenings.step(NOON, Stage.NAME, null);

        assertThatThrownBy(
                        () -> jdbi.useHandle(handle -> handle.execute("UPDATE conversation_events SET kind = 'other'")))
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute("DELETE FROM conversation_events")))
                .hasMessageContaining("append-only");
        jdbi.useHandle(handle -> handle.execute("UPDATE conversation_events SET detail = NULL"));
        assertThat(rows(jdbi, "SELECT detail FROM conversation_events")).containsOnlyNulls();
    }

    @Test
    void a_registration_that_nobody_chatted_for_counts_and_so_does_its_end() {
        jdbi.useHandle(handle -> handle.execute("""
                INSERT INTO participants (congress_id, full_name, email, cpf, phone, city, city_code, state, profile, status,
                                          privacy_version, privacy_at, channel, created_at)
                VALUES ('default', 'Ana Lima', 'ana@ufg.br', '52998224725', '+5562998765432', 'Salvador', 2927408, 'BA',
                        'Estudante', 'confirmed', '1', now(), 'panel', ?)
                """, NOON));
        jdbi.useHandle(handle -> handle.execute("UPDATE participants SET status = 'cancelled'"));
        jdbi.useHandle(handle -> handle.execute("UPDATE participants SET status = 'confirmed'"));
        jdbi.useHandle(handle -> handle.execute("UPDATE participants SET status = 'confirmed', city = 'Ilhéus'"));
        jdbi.useHandle(handle -> handle.execute("DELETE FROM participants"));

        aggregator.count();

        assertThat(rows(
                        jdbi,
                        "SELECT concat_ws(' ', kind, channel, state, profile) FROM conversation_events ORDER BY id"))
                .containsExactly(
                        "confirmed panel BA Estudante",
                        "withdrawn panel BA Estudante",
                        "confirmed panel BA Estudante",
                        "withdrawn panel BA Estudante");
        assertThat(happenings.counted(Metric.REGISTRATIONS)).contains("2026-11-20 1");
    }
}
