package congressbot.bot.participant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import congressbot.bot.testing.LogLines;
import congressbot.bot.testing.MovedTime;
import congressbot.bot.testing.TestDatabase;
import congressbot.wire.process.Health.Status;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ListSourceTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final Jdbi primary = TestDatabase.emptied();
    private final AtomicBoolean away = new AtomicBoolean();
    private final AtomicInteger asked = new AtomicInteger();
    private final MovedTime time = new MovedTime(NOON);
    private final LogLines log = LogLines.of(ListSource.class);
    private final ListSource source = new ListSource(
            primary,
            Optional.of(Jdbi.create(() -> {
                asked.incrementAndGet();
                if (away.get()) {
                    throw new SQLException("gone", "57P01");
                }
                return primary.open().getConnection();
            })),
            time);

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void a_replica_that_fails_is_left_alone_for_a_while_and_then_asked_again() {
        away.set(true);
        assertThat(read()).isEqualTo(1);
        assertThat(read()).isEqualTo(1);
        assertThat(asked).hasValue(1);

        time.pass(Duration.ofSeconds(31));
        assertThat(read()).isEqualTo(1);
        assertThat(source.status()).isInstanceOf(Status.Degraded.class);
        assertThat(asked).hasValue(2);
        assertThat(log.events()).hasSize(1);

        away.set(false);
        time.pass(Duration.ofSeconds(31));
        assertThat(read()).isEqualTo(1);
        assertThat(source.status()).isEqualTo(new Status.Healthy());
        assertThat(log.events()).hasSize(2);
    }

    @Test
    void that_it_answers_again_is_found_out_though_nobody_reads_the_list() {
        away.set(true);
        read();
        away.set(false);

        source.look();

        assertThat(source.status()).isEqualTo(new Status.Healthy());
    }

    @Test
    void what_fails_in_both_fails() {
        assertThatThrownBy(() -> source.read(handle -> handle.execute("SELECT nonsense")))
                .isInstanceOf(JdbiException.class);
    }

    @Test
    void without_a_replica_there_is_none_to_miss() {
        ListSource alone = new ListSource(primary, Optional.empty(), time);

        assertThat(alone.<Integer>read(handle ->
                        handle.createQuery("SELECT 1").mapTo(Integer.class).one()))
                .isEqualTo(1);
        assertThat(alone.status()).isEqualTo(new Status.Off());
    }

    private int read() {
        return source.<Integer>read(
                handle -> handle.createQuery("SELECT 1").mapTo(Integer.class).one());
    }
}
