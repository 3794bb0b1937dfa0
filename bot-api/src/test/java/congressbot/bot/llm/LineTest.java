package congressbot.bot.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.spi.ILoggingEvent;
import congressbot.bot.llm.openai.Reply;
import congressbot.bot.llm.openai.Usage;
import congressbot.bot.testing.LogLines;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineTest {
    private static final Reply<String> GOOD = new Reply.Got<>("ok", new Usage(1, 1));
    private static final Outcome<String> OK = new Outcome.Got<>("ok", new Usage(1, 1));
    private static final Duration LONG = Duration.ofSeconds(20);

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Queue<Reply<String>> replies = new ConcurrentLinkedQueue<>();
    private final List<Duration> timeouts = new ArrayList<>();

    private Line line(int retries, int failures, Duration pause) {
        LlmSettings.Patience patience = new LlmSettings.Patience(Duration.ofSeconds(8), retries, LONG, 2);
        return new Line(patience, new Line.Breaking(failures, pause), new ModelMeters(registry));
    }

    private Outcome<String> call(Line line, Duration deadline) {
        return line.call(Deadline.in(deadline), timeout -> {
            timeouts.add(timeout);
            return replies.remove();
        });
    }

    private static Reply<String> refused(int status) {
        return new Reply.Refused<>(status, Optional.empty(), false);
    }

    private static Reply<String> limited(Duration wait) {
        return new Reply.Refused<>(429, Optional.of(wait), false);
    }

    @Test
    void what_passes_is_tried_again_with_a_pause() {
        replies.addAll(List.of(refused(503), new Reply.Late<>(), GOOD));

        assertThat(call(line(2, 9, LONG), LONG)).isEqualTo(OK);
        assertThat(registry.counter("congressbot.bot.model.retries").count()).isEqualTo(2);
    }

    @Test
    void after_the_last_try_it_has_failed() {
        replies.addAll(List.of(new Reply.Late<>(), new Reply.Unanswered<>(true), new Reply.Unanswered<>(false)));

        assertThat(call(line(2, 9, LONG), LONG)).isEqualTo(new Outcome.Failed<>(Advice.Reason.FAILED, 2));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 413})
    void what_does_not_pass_is_tried_once_and_complained_about_once(int status) {
        Line line = line(2, 9, LONG);
        replies.addAll(List.of(refused(status), refused(status)));

        try (LogLines log = LogLines.of(Line.class)) {
            assertThat(call(line, LONG)).isEqualTo(new Outcome.Failed<>(Advice.Reason.FAILED, 0));
            assertThat(call(line, LONG)).isEqualTo(new Outcome.Failed<>(Advice.Reason.FAILED, 0));

            assertThat(log.events())
                    .extracting(ILoggingEvent::getMessage)
                    .singleElement()
                    .asString()
                    .contains("refuses our calls");
        }
    }

    @Test
    void an_empty_account_is_not_asked_again() {
        replies.add(new Reply.Refused<>(429, Optional.empty(), true));

        assertThat(call(line(2, 9, LONG), LONG)).isEqualTo(new Outcome.Failed<>(Advice.Reason.FAILED, 0));
    }

    @Test
    void nonsense_is_paid_and_not_asked_for_again() {
        replies.add(new Reply.Unreadable<>());

        assertThat(call(line(2, 9, LONG), LONG)).isEqualTo(new Outcome.Failed<>(Advice.Reason.MALFORMED, 1));
    }

    @Test
    void a_wait_that_fits_is_kept() {
        replies.addAll(List.of(limited(Duration.ofSeconds(1)), GOOD));
        long start = System.nanoTime();

        assertThat(call(line(2, 9, LONG), LONG)).isEqualTo(OK);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void a_wait_that_does_not_fit_is_given_up_at_once() {
        replies.add(limited(Duration.ofSeconds(60)));
        long start = System.nanoTime();

        assertThat(call(line(2, 9, LONG), LONG)).isEqualTo(new Outcome.Failed<>(Advice.Reason.FAILED, 0));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void a_try_gets_no_more_time_than_is_left() {
        replies.addAll(List.of(GOOD, GOOD));
        Line line = line(0, 9, LONG);

        call(line, LONG);
        call(line, Duration.ofSeconds(2));

        assertThat(timeouts.getFirst()).isEqualTo(Duration.ofSeconds(8));
        assertThat(timeouts.getLast()).isLessThanOrEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void without_any_time_nothing_is_tried() {
        assertThat(call(line(2, 9, LONG), Duration.ZERO)).isEqualTo(new Outcome.Untried<>(Advice.Reason.TIMEOUT));
        assertThat(timeouts).isEmpty();
    }

    @Test
    void after_failures_in_a_row_nothing_is_called_for_a_while() {
        Line line = line(0, 3, Duration.ofMillis(300));
        replies.addAll(List.of(refused(500), refused(500), refused(500)));
        for (int i = 0; i < 3; i++) {
            call(line, LONG);
        }

        assertThat(call(line, LONG)).isEqualTo(new Outcome.Untried<>(Advice.Reason.BROKEN));
        assertThat(breaker()).isEqualTo(2);

        replies.addAll(List.of(GOOD, GOOD, GOOD));
        await().atMost(Duration.ofSeconds(5)).until(() -> call(line, LONG).equals(OK));
        assertThat(call(line, LONG)).isEqualTo(OK);
        assertThat(breaker()).isZero();
    }

    @Test
    void a_wrong_key_stops_the_calls_too() {
        Line line = line(0, 2, LONG);
        replies.addAll(List.of(refused(401), refused(401)));
        call(line, LONG);
        call(line, LONG);

        assertThat(call(line, LONG)).isEqualTo(new Outcome.Untried<>(Advice.Reason.BROKEN));
    }

    @Test
    void a_bad_request_is_not_the_servers_fault() {
        Line line = line(0, 1, LONG);
        replies.addAll(List.of(refused(400), GOOD));
        call(line, LONG);

        assertThat(call(line, LONG)).isEqualTo(OK);
    }

    @Test
    void who_finds_all_permits_taken_is_told_at_once() throws InterruptedException, ExecutionException {
        Line line = line(0, 9, LONG);
        CountDownLatch inside = new CountDownLatch(2);
        CountDownLatch leave = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Outcome<String>>> slow = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                slow.add(threads.submit(() -> line.call(Deadline.in(LONG), _ -> waiting(inside, leave))));
            }
            assertThat(inside.await(10, TimeUnit.SECONDS)).isTrue();

            assertThat(call(line, LONG)).isEqualTo(new Outcome.Untried<>(Advice.Reason.BUSY));

            leave.countDown();
            for (Future<Outcome<String>> one : slow) {
                assertThat(one.get()).isEqualTo(OK);
            }
        }
    }

    private static Reply<String> waiting(CountDownLatch inside, CountDownLatch leave) {
        inside.countDown();
        try {
            leave.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return GOOD;
    }

    private double breaker() {
        return registry.get("congressbot.bot.model.breaker").gauge().value();
    }
}
