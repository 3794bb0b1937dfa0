package congressbot.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SessionWatchTest {
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

    private String states() {
        StringBuilder states = new StringBuilder();
        test.facts("SessionChanged")
                .forEach(fact -> states.append(fact.replaceAll(".*\"state\":\"([a-z ]+)\".*", "$1 ")));
        return states.toString();
    }
}
