package congressbot.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.gateway.bridge.SendResult;
import congressbot.gateway.pacing.Pace;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PacedSendTest {
    /// As many as a worker has turns in flight.
    private static final int SENDERS = 64;

    /// Longer than the longest distance between two proactive messages.
    private static final Duration DISTANCE = Duration.ofSeconds(10);

    private static final SendResult LIMITED =
            new SendResult.ReachLimited("not to this person now", Duration.ofMinutes(15));

    private final SendingGateway test = new SendingGateway(new Pace(1, 3, 0));

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void replies_leave_at_once_until_the_bucket_is_empty_and_then_one_by_one() {
        List<Integer> burst = IntStream.range(0, 15)
                .mapToObj(
                        i -> test.send("r:" + i, SendingGateway.to(i + "@lid")).statusCode())
                .toList();

        HttpResponse<String> oneMore = test.send("r:15", SendingGateway.to("15@lid"));
        test.pass(Duration.ofSeconds(1));
        HttpResponse<String> later = test.send("r:15", SendingGateway.to("15@lid"));

        assertThat(burst).containsOnly(200);
        assertThat(oneMore.statusCode()).isEqualTo(503);
        assertThat(SendingGateway.pause(oneMore)).isEqualTo(1);
        assertThat(later.statusCode()).isEqualTo(200);
        assertThat(test.redis.exists("tried:r:15")).isFalse();
    }

    @Test
    void what_has_to_wait_is_not_held_back_in_the_gateway() {
        IntStream.range(0, 15).forEach(i -> test.send("r:" + i, SendingGateway.to(i + "@lid")));

        test.send("r:15", SendingGateway.to("15@lid"));

        assertThat(test.redis.exists("sent:r:15")).isFalse();
        assertThat(test.bridge.keys()).hasSize(15);
    }

    @Test
    void what_nobody_asked_for_keeps_a_distance_and_replies_pass_it_by() {
        test.send("a:1");

        HttpResponse<String> next = test.send("a:2", SendingGateway.to("2@lid"));
        HttpResponse<String> reply = test.send("r:1", SendingGateway.to("3@lid"));
        test.pass(DISTANCE);
        HttpResponse<String> later = test.send("a:2", SendingGateway.to("2@lid"));

        assertThat(next.statusCode()).isEqualTo(503);
        assertThat(SendingGateway.pause(next)).isBetween(3L, 9L);
        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(later.statusCode()).isEqualTo(200);
    }

    @Test
    void of_what_nobody_asked_for_a_day_has_its_share() {
        List<Integer> share = announce(3);

        test.pass(DISTANCE);
        HttpResponse<String> fourth = test.send("a:4");
        HttpResponse<String> reply = test.send("r:1");
        test.pass(Duration.ofDays(1));
        HttpResponse<String> nextDay = test.send("a:4");

        assertThat(share).containsOnly(200);
        assertThat(fourth.statusCode()).isEqualTo(503);
        assertThat(fourth.body()).contains("share of the day");
        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(nextDay.statusCode()).isEqualTo(200);
    }

    @Test
    void what_was_not_sent_is_not_counted_for_the_day() {
        test.bridge.onSend(new SendResult.TryLater("not connected", Duration.ofSeconds(5)));
        announce(5);
        test.bridge.onSend(new SendResult.Sent("W1"));

        assertThat(announce(3)).containsOnly(200);
    }

    @Test
    void what_may_have_been_sent_is_counted() {
        test.bridge.onSend(new SendResult.Unknown("no answer"));
        announce(3);
        test.bridge.onSend(new SendResult.Sent("W1"));

        assertThat(test.send("a:9").statusCode()).isEqualTo(503);
    }

    @Test
    void a_limit_of_reach_stops_what_nobody_asked_for_and_nothing_else() {
        test.bridge.onSend(LIMITED);
        HttpResponse<String> limited = test.send("a:1");
        test.bridge.onSend(new SendResult.Sent("W1"));
        test.pass(DISTANCE);

        HttpResponse<String> other = test.send("a:2", SendingGateway.to("2@lid"));
        HttpResponse<String> reply = test.send("r:1", SendingGateway.to("3@lid"));
        test.pass(Duration.ofMinutes(15));
        HttpResponse<String> later = test.send("a:2", SendingGateway.to("2@lid"));

        assertThat(limited.statusCode()).isEqualTo(503);
        assertThat(SendingGateway.pause(limited)).isEqualTo(900);
        assertThat(other.statusCode()).isEqualTo(503);
        assertThat(SendingGateway.pause(other)).isBetween(880L, 900L);
        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(later.statusCode()).isEqualTo(200);
    }

    @Test
    void the_organisers_are_told_once_for_each_pause() {
        test.bridge.onSend(LIMITED);
        test.send("a:1");
        test.send("r:1");
        test.send("r:2");
        int whileItLasts = test.facts("ReachLimited").size();
        test.pass(Duration.ofMinutes(16));

        test.send("a:1");

        assertThat(whileItLasts).isEqualTo(1);
        assertThat(test.facts("ReachLimited"))
                .containsExactly(
                        "{\"type\":\"ReachLimited\",\"channel\":\"bridge\",\"account\":\"5585911110000\",\"until\":\"2026-11-20T12:15:00Z\",\"at\":\"2026-11-20T12:00:00Z\"}",
                        "{\"type\":\"ReachLimited\",\"channel\":\"bridge\",\"account\":\"5585911110000\",\"until\":\"2026-11-20T12:46:00Z\",\"at\":\"2026-11-20T12:16:00Z\"}");
    }

    @Test
    void without_a_pace_a_limit_of_reach_is_heeded_all_the_same() {
        try (SendingGateway unpaced = new SendingGateway()) {
            unpaced.bridge.onSend(LIMITED);
            unpaced.send("a:1");
            unpaced.bridge.onSend(new SendResult.Sent("W1"));

            assertThat(unpaced.send("a:2").statusCode()).isEqualTo(503);
            assertThat(unpaced.send("r:1").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void without_a_pace_nothing_waits() {
        try (SendingGateway unpaced = new SendingGateway()) {
            List<Integer> answers = IntStream.range(0, 40)
                    .mapToObj(i -> unpaced.send("a:" + i).statusCode())
                    .toList();

            assertThat(answers).containsOnly(200);
        }
    }

    @Test
    void a_reply_comes_when_somebody_could_have_typed_it() {
        test.hear(TypistTest.from(SendingGateway.ANA));
        long begun = System.nanoTime();

        int reply = test.send("r:1").statusCode();

        assertThat(reply).isEqualTo(200);
        assertThat(test.bridge.typing()).containsExactly(SendingGateway.ANA);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(990));
    }

    /// The doors open. Those who are shown that we type wait for it, a few at a time; the others do not.
    @Test
    void three_hundred_people_who_write_at_once_are_all_answered_and_nobody_is_told_to_come_later() {
        try (SendingGateway rush = new SendingGateway(Pace.normal());
                ExecutorService threads = Executors.newFixedThreadPool(SENDERS)) {
            IntStream.range(0, 300).forEach(i -> rush.hear(TypistTest.from(i + "@lid")));

            List<Future<Integer>> replies = IntStream.range(0, 300)
                    .mapToObj(i -> threads.submit(() ->
                            rush.send("r:" + i, SendingGateway.to(i + "@lid")).statusCode()))
                    .toList();

            assertThat(replies).extracting(Future::get).containsOnly(200);
        }
    }

    @Test
    void the_metrics_tell_of_limits() {
        test.bridge.onSend(LIMITED);

        test.send("a:1");

        assertThat(test.metrics()).contains("congressbot_gateway_sends_total{result=\"reach_limited\"} 1.0");
    }

    private List<Integer> announce(int messages) {
        return IntStream.range(0, messages)
                .mapToObj(i -> {
                    test.pass(DISTANCE);
                    return test.send("a:" + i + test.bridge.keys().size()).statusCode();
                })
                .toList();
    }
}
