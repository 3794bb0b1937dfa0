package congressbot.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import congressbot.gateway.GowaChats.Stored;
import congressbot.gateway.bridge.gowa.Webhooks;
import congressbot.wire.Json;
import congressbot.wire.message.IncomingMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Forty people write three hundred messages while the gateway, or the bridge, is away for an hour.
/// None may be missing afterwards, and those of each person stand in their order.
class OutageDrillTest {
    private static final String HEARD = "gateway:heard:gowa:5585911110000";
    private static final String OWN = "5585911110000@s.whatsapp.net";
    private static final int PEOPLE = 40;
    private static final int MESSAGES = 300;
    private static final Duration HOUR = Duration.ofHours(1);

    private final TestGateway test = new TestGateway();
    private final Instant start = Instant.now();

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void the_gateway_is_away_for_an_hour() throws Exception {
        await().until(() -> test.redis.exists(HEARD));
        test.gateway.close();
        Set<String> written = peopleWrite(start.minus(HOUR), Duration.ofSeconds(11));
        test.redis.set(HEARD, String.valueOf(start.minus(HOUR).toEpochMilli()));

        test.startAgain();

        await().until(() -> ids().equals(written));
        assertThat(outOfOrder()).isEmpty();
    }

    @Test
    void the_bridge_is_away_and_tells_half_of_it_itself_when_it_is_back() throws Exception {
        await().until(() -> test.redis.exists(HEARD));
        test.gowa.onStatus(502, "bad gateway");
        await().until(() -> silent());
        Set<String> written = peopleWrite(start, Duration.ofMillis(3));
        written.stream().sorted().limit(MESSAGES / 2).forEach(this::told);

        test.gowa.onStatus(200, FakeGowa.session(true, true, OWN));

        await().until(() -> ids().equals(written));
        await().until(() -> test.get("/metrics").body().contains("outcome=\"complete\"} 1.0"));
        assertThat(test.queued()).hasSize(MESSAGES + MESSAGES / 2);
    }

    private Set<String> peopleWrite(Instant from, Duration pause) {
        Set<String> written = new HashSet<>();
        IntStream.range(0, MESSAGES).forEach(i -> {
            Instant at = from.plus(pause.multipliedBy(i));
            test.gowa.chats().store(Stored.text("3A" + (1000 + i), person(i), at, "mensagem " + i));
            written.add("3A" + (1000 + i));
        });
        return written;
    }

    private static String person(int message) {
        return (5562900000000L + message % PEOPLE) + "@s.whatsapp.net";
    }

    /// As an ordinary webhook.
    private void told(String id) {
        String person = person(Integer.parseInt(id.substring(2)) - 1000);
        String webhook = Webhooks.message(id, "\"body\":\"oi\"").replace(TestGateway.CUSTOMER, person);
        assertThat(test.webhook(webhook).statusCode()).isEqualTo(200);
    }

    private boolean silent() {
        long until = Long.parseLong(test.redis.get(HEARD));
        return Instant.now().toEpochMilli() - until
                > TestGateway.TIMES.harmless().toMillis();
    }

    private Set<String> ids() throws Exception {
        Set<String> ids = new HashSet<>();
        for (String envelope : test.queued()) {
            ids.add(Json.read(envelope, IncomingMessage.class).id().providerId());
        }
        return ids;
    }

    /// People whose messages do not stand in the order in which they were written.
    private List<String> outOfOrder() throws Exception {
        Map<String, List<Instant>> times = new HashMap<>();
        for (String envelope : test.queued()) {
            JsonNode message = Json.MAPPER.readTree(envelope);
            times.computeIfAbsent(message.get("conversation").asText(), _ -> new ArrayList<>())
                    .add(Instant.parse(message.get("sentAt").asText()));
        }
        assertThat(times).hasSize(PEOPLE);
        return times.entrySet().stream()
                .filter(one -> !one.getValue()
                        .equals(one.getValue().stream()
                                .sorted(Comparator.naturalOrder())
                                .toList()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
