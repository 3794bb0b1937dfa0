package congressbot.gateway;

import static congressbot.gateway.TestGateway.CUSTOMER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import congressbot.gateway.GowaChats.Stored;
import congressbot.gateway.bridge.gowa.Webhooks;
import congressbot.wire.Json;
import congressbot.wire.message.IncomingMessage;
import congressbot.wire.testing.TestRedis;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecoveryTest {
    private static final String HEARD = "gateway:heard:gowa:5585911110000";
    private static final String OWN = "5585911110000@s.whatsapp.net";
    private static final Duration HOUR = Duration.ofHours(1);

    /// Room for the two batches of a test and no more.
    private final TestGateway test = new TestGateway(TestRedis.uri(), TestRedis.emptied(), 30);

    private final Instant start = Instant.now();

    @BeforeEach
    void heardUntilNow() {
        await().until(() -> heard().isPresent());
    }

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void what_people_wrote_before_the_first_start_is_nobodys_to_answer() {
        store("3A01", start.minusSeconds(60));

        await().until(() -> heard().orElseThrow().isAfter(start.plusMillis(500)));

        assertThat(test.queued()).isEmpty();
        assertThat(test.gowa.chats().asked()).isEmpty();
    }

    @Test
    void what_people_wrote_while_the_gateway_was_away_is_fetched_in_its_order() {
        away(HOUR, () -> {
            store("3A02", start.minusSeconds(20));
            store("3A01", start.minusSeconds(30));
        });

        await().until(() -> queued().equals(List.of("3A01", "3A02")));
        await().until(() -> heard().orElseThrow().isAfter(start));
        assertThat(test.get("/metrics").body())
                .contains(
                        "congressbot_gateway_recovered_total{bridge=\"gowa\"} 2.0",
                        "congressbot_gateway_recoveries_total{bridge=\"gowa\",outcome=\"complete\"} 1.0");
    }

    @Test
    void a_restart_of_no_length_asks_for_nothing() {
        away(Duration.ZERO, () -> store("3A01", start));

        await().until(() -> heard().orElseThrow().isAfter(start.plusMillis(300)));
        assertThat(test.gowa.chats().asked()).isEmpty();
    }

    @Test
    void a_message_that_did_arrive_has_the_same_name_when_it_is_fetched() {
        test.webhook(Webhooks.message("3A01", "\"body\":\"oi\""));
        away(HOUR, () -> store("3A01", start.minusSeconds(30)));

        await().until(() -> queued().size() == 2);

        assertThat(messages())
                .extracting(IncomingMessage::id)
                .allMatch(messages().getFirst().id()::equals);
        assertThat(messages())
                .extracting(IncomingMessage::conversation)
                .allMatch(messages().getFirst().conversation()::equals);
    }

    @Test
    void a_bridge_that_was_away_is_asked_when_it_is_back() {
        test.gowa.onStatus(502, "bad gateway");
        await().until(() -> silence().compareTo(TestGateway.TIMES.harmless()) > 0);
        store("3A01", Instant.now());
        test.gowa.onStatus(200, FakeGowa.session(true, true, OWN));

        await().until(() -> queued().equals(List.of("3A01")));
    }

    @Test
    void so_is_one_whose_webhooks_we_refused() {
        test.redis.set("conv:waiting", "30");
        await().pollInterval(Duration.ofMillis(5)).until(() -> {
            assertThat(test.webhook(Webhooks.message("3A01", "\"body\":\"oi\"")).statusCode())
                    .isEqualTo(503);
            return silence().compareTo(TestGateway.TIMES.harmless()) > 0;
        });
        store("3A01", Instant.now());
        test.redis.del("conv:waiting");

        await().until(() -> queued().contains("3A01"));
    }

    @Test
    void what_finds_no_room_in_the_queue_comes_later() {
        away(
                HOUR,
                () -> IntStream.range(0, 70)
                        .forEach(i -> store(
                                "3A" + (100 + i),
                                start.minus(Duration.ofMinutes(50)).plusSeconds(i))));

        await().until(() -> queued().size() == 40);
        assertThat(heard().orElseThrow()).isBefore(start);
        test.redis.del("whatsapp-messages", "conv:waiting");

        await().until(() -> queued().size() == 30);
        await().until(() -> heard().orElseThrow().isAfter(start));
        assertThat(queued()).first().isEqualTo("3A140");
    }

    @Test
    void a_chat_that_is_not_given_out_holds_up_no_other_and_is_asked_for_again() {
        test.gowa.chats().failing(CUSTOMER);
        away(HOUR, () -> {
            store("3A01", start.minusSeconds(30));
            test.gowa.chats().store(Stored.text("3A02", "5562998765432@s.whatsapp.net", start, "oi"));
        });

        await().until(() -> queued().equals(List.of("3A02")));
        test.gowa.chats().failing("nobody");

        await().until(() -> queued().equals(List.of("3A02", "3A01")));
    }

    @Test
    void a_chat_that_is_never_given_out_ends_no_hearing() {
        test.gowa.chats().failing(CUSTOMER);
        away(HOUR, () -> store("3A01", start.minusSeconds(30)));

        await().atMost(Duration.ofSeconds(20)).until(() -> heard().orElseThrow().isAfter(start));
        assertThat(test.get("/metrics").body()).contains("outcome=\"incomplete\"} 1.0");
    }

    @Test
    void a_bridge_in_trouble_is_asked_again() {
        test.gowa.chats().instead(call -> FakeGowa.answer(call, 500, "{}"));
        away(HOUR, () -> store("3A01", start.minusSeconds(30)));
        await().until(() -> test.gowa.chats().asked().size() > 1);
        test.gowa.chats().asBefore();

        await().until(() -> queued().equals(List.of("3A01")));
    }

    @Test
    void a_bridge_that_keeps_nothing_is_not_asked_for_ever() {
        away(HOUR, () -> {});

        await().until(() -> heard().orElseThrow().isAfter(start));
        assertThat(test.get("/metrics").body()).contains("outcome=\"no_history\"} 1.0");
    }

    @Test
    void nothing_older_than_a_week_is_fetched() {
        away(Duration.ofDays(9), () -> {
            store("3A01", start.minus(Duration.ofDays(8)));
            store("3A02", start.minus(Duration.ofDays(6)));
        });

        await().until(() -> heard().orElseThrow().isAfter(start));
        assertThat(queued()).containsExactly("3A02");
    }

    /// The chats of a phone that was linked just now came before there was a bot behind it.
    @Test
    void another_number_begins_anew() {
        away(HOUR, () -> {
            store("3A01", start.minusSeconds(30));
            test.gowa.onStatus(200, FakeGowa.session(true, true, "5562911112222@s.whatsapp.net"));
        });

        await().until(() -> test.redis.exists("gateway:heard:gowa:5562911112222"));
        await().during(Duration.ofMillis(300)).until(() -> test.queued().isEmpty());
        assertThat(test.gowa.chats().asked()).isEmpty();
    }

    @Test
    void a_stop_does_not_wait_for_the_bridge() {
        CountDownLatch never = new CountDownLatch(1);
        test.gowa.chats().instead(_ -> never.await());
        away(HOUR, () -> store("3A01", start.minusSeconds(30)));
        await().until(() -> !test.gowa.chats().asked().isEmpty());

        long before = System.nanoTime();
        test.gateway.close();

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
        never.countDown();
    }

    /// As if the gateway had been away for that long.
    private void away(Duration length, Runnable meanwhile) {
        test.gateway.close();
        meanwhile.run();
        test.redis.set(HEARD, String.valueOf(Instant.now().minus(length).toEpochMilli()));
        test.startAgain();
    }

    private void store(String id, Instant at) {
        test.gowa.chats().store(Stored.text(id, CUSTOMER, at, "oi"));
    }

    private Optional<Instant> heard() {
        return Optional.ofNullable(test.redis.get(HEARD)).map(Long::parseLong).map(Instant::ofEpochMilli);
    }

    private Duration silence() {
        return Duration.between(heard().orElseThrow(), Instant.now());
    }

    private List<String> queued() {
        return messages().stream().map(message -> message.id().providerId()).toList();
    }

    private List<IncomingMessage> messages() {
        return test.queued().stream().map(RecoveryTest::read).toList();
    }

    private static IncomingMessage read(String envelope) {
        try {
            return Json.read(envelope, IncomingMessage.class);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
