package congressbot.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import congressbot.gateway.bridge.Alarm;
import congressbot.gateway.bridge.Instance;
import congressbot.wire.queue.ConversationQueue;
import congressbot.wire.queue.QueueLimits;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SessionWatchTest {
    private static final String NORTH = "gateway:number:bridge:norte";
    private static final String UNNAMED = "gateway:number:bridge:bridge";
    private static final String OWN = "5585911110000@s.whatsapp.net";

    private final TestGateway test = new TestGateway();

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void a_linked_bridge_is_reported_once() {
        await().until(() -> !test.facts("SessionChanged").isEmpty());

        await().during(TestGateway.TIMES.sessionPoll().multipliedBy(5))
                .until(() -> test.facts("SessionChanged").size() == 1);

        assertThat(test.facts("SessionChanged").getFirst())
                .contains("\"state\":\"connected\"", "\"account\":\"5585911110000\"");
        assertThat(test.get("/health").body())
                .isEqualTo("{\"status\":\"healthy\",\"checks\":{\"redis\":{\"status\":\"healthy\",\"detail\":\"\"},"
                        + "\"gowa\":{\"status\":\"healthy\",\"detail\":\"\"},"
                        + "\"intake\":{\"status\":\"off\",\"detail\":\"\"}}}");
    }

    @Test
    void what_stays_is_told_once_an_hour() {
        try (SendingGateway hourly = new SendingGateway()) {
            await().until(() -> told(hourly) == 1);

            hourly.pass(Duration.ofMinutes(61));

            await().until(() -> told(hourly) == 2);
        }
    }

    private static long told(SendingGateway gateway) {
        return gateway.facts("SessionChanged").stream()
                .filter(fact -> fact.contains("\"channel\":\"" + SendingGateway.CHANNEL + "\""))
                .count();
    }

    @Test
    void every_change_is_reported() {
        await().until(() -> states().equals("connected "));
        test.gowa.onStatus(200, FakeGowa.session(false, false, OWN));
        await().until(() -> states().equals("connected disconnected "));
        test.gowa.onStatus(200, FakeGowa.session(false, false, ""));
        await().until(() -> states().equals("connected disconnected logged out "));
        test.gowa.onStatus(401, "Unauthorized");

        await().until(() -> states().equals("connected disconnected logged out unreachable "));
    }

    @Test
    void without_a_link_the_gateway_is_degraded_and_goes_on() {
        test.gowa.onStatus(200, FakeGowa.session(true, false, ""));
        await().until(() -> states().endsWith("logged out "));

        assertThat(test.get("/health").statusCode()).isEqualTo(200);
        assertThat(test.get("/health").body()).contains("\"status\":\"degraded\"", "logged out");
    }

    @Test
    void an_answer_of_something_else_is_no_link() {
        test.gowa.onStatus(200, "<html>");

        await().until(() -> states().endsWith("unreachable "));
    }

    @Test
    void the_phone_number_behind_a_bridge_is_noted() {
        await().until(() -> "5585911110000".equals(test.redis.hget("gateway:number:gowa:5585911110000", "phone")));
    }

    @Test
    void another_phone_number_under_the_same_name_is_a_new_number() {
        ScriptedBridge bridge = new ScriptedBridge(new Instance(SendingGateway.CHANNEL, Optional.of("norte")));
        PatientQueue queue = new PatientQueue(
                new ConversationQueue(test.redis, QueueLimits.defaults()), new Alarm(InstantSource.system()));
        SessionWatch watch = new SessionWatch(bridge, queue, TestGateway.TIMES, InstantSource.system());
        watch.look();
        test.redis.hset(NORTH, "since", "0");
        watch.look();
        String before = test.redis.hget(NORTH, "since");

        bridge.pair("5585933334444");
        watch.look();

        assertThat(before).isEqualTo("0");
        assertThat(test.redis.hget(NORTH, "phone")).isEqualTo("5585933334444");
        assertThat(test.redis.hget(NORTH, "since")).isNotEqualTo("0");
    }

    @Test
    void another_phone_number_is_a_new_one_where_the_account_is_not_called_by_it() {
        ScriptedBridge bridge = new ScriptedBridge(new Instance(SendingGateway.CHANNEL, Optional.empty()));
        bridge.hideNumber();
        PatientQueue queue = new PatientQueue(
                new ConversationQueue(test.redis, QueueLimits.defaults()), new Alarm(InstantSource.system()));
        SessionWatch watch = new SessionWatch(bridge, queue, TestGateway.TIMES, InstantSource.system());
        watch.look();
        test.redis.hset(UNNAMED, "since", "0");

        bridge.pair("5585933334444");
        watch.look();

        assertThat(test.redis.hget(UNNAMED, "phone")).isEqualTo("5585933334444");
        assertThat(test.redis.hget(UNNAMED, "since")).isNotEqualTo("0");
    }

    private String states() {
        StringBuilder states = new StringBuilder();
        test.facts("SessionChanged")
                .forEach(fact -> states.append(fact.replaceAll(".*\"state\":\"([a-z ]+)\".*", "$1 ")));
        return states.toString();
    }
}
