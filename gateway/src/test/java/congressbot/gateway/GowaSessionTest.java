package congressbot.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.gateway.bridge.Session;
import congressbot.gateway.bridge.Session.State;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GowaSessionTest {
    private static final String OWN = "5585911110000";

    private final OpenGowa gowa = new OpenGowa();

    @AfterEach
    void close() {
        gowa.close();
    }

    @ParameterizedTest
    @CsvSource({
        "true, true, 5585911110000@s.whatsapp.net, CONNECTED",
        "true, true, 5585911110000:3@s.whatsapp.net, CONNECTED",
        "false, true, 5585911110000@s.whatsapp.net, DISCONNECTED",
        "false, false, 5585911110000@s.whatsapp.net, DISCONNECTED",
        "true, false, 5585911110000@s.whatsapp.net, LOGGED_OUT",
        "true, false, '', LOGGED_OUT",
        "false, false, '', LOGGED_OUT"
    })
    void version_9_tells_its_address(boolean connected, boolean loggedIn, String jid, State state) {
        gowa.fake.onStatus(200, FakeGowa.session(connected, loggedIn, jid));

        Optional<String> number = jid.isEmpty() ? Optional.empty() : Optional.of(OWN);
        assertThat(gowa.bridge.session()).isEqualTo(new Session(state, number));
    }

    @ParameterizedTest
    @CsvSource({
        "true, true, 5585911110000:7@s.whatsapp.net, CONNECTED",
        "false, false, 5585911110000:7@s.whatsapp.net, DISCONNECTED",
        "false, true, congresso, DISCONNECTED",
        "false, false, congresso, LOGGED_OUT",
        "false, false, '', LOGGED_OUT"
    })
    void older_ones_tell_a_device_only(boolean connected, boolean loggedIn, String device, State state) {
        gowa.fake.onStatus(
                200,
                "{\"code\":\"SUCCESS\",\"results\":{\"is_connected\":%s,\"is_logged_in\":%s,\"device_id\":\"%s\"}}"
                        .formatted(connected, loggedIn, device));

        assertThat(gowa.bridge.session().state()).isEqualTo(state);
    }

    /// A device may be named by the number that it had once.
    @Test
    void a_device_named_by_its_number_is_logged_out_all_the_same() {
        gowa.fake.onStatus(
                200,
                "{\"code\":\"SUCCESS\",\"results\":{\"is_connected\":false,\"is_logged_in\":false,"
                        + "\"device_id\":\"5585911110000@s.whatsapp.net\",\"jid\":\"\"}}");

        assertThat(gowa.bridge.session().state()).isEqualTo(State.LOGGED_OUT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401 | Unauthorized",
                "400 | {\"code\":\"DEVICE_ID_REQUIRED\"}",
                "503 | {\"code\":\"DEVICE_MANAGER_UNAVAILABLE\"}",
                "500 | {}",
                "200 | <html>",
                "200 | {\"code\":\"SUCCESS\",\"results\":null}",
                "200 | []"
            })
    void without_a_usable_answer_nobody_knows(int status, String body) {
        gowa.fake.onStatus(status, body);

        assertThat(gowa.bridge.session()).isEqualTo(new Session(State.UNREACHABLE, Optional.empty()));
    }

    /// Linking makes what is missing.
    @ParameterizedTest
    @CsvSource({"congresso", "''"})
    void a_bridge_that_has_no_device_yet_is_not_linked(String device) {
        try (OpenGowa empty = new OpenGowa("gowa", Optional.of(device).filter(name -> !name.isEmpty()))) {
            empty.fake.devices().removeAll();

            assertThat(empty.bridge.session()).isEqualTo(new Session(State.LOGGED_OUT, Optional.empty()));
        }
    }

    @Test
    void a_device_without_a_client_is_not_linked() {
        gowa.fake.onStatus(500, "{\"code\":\"INVALID_WA_CLI\",\"message\":\"your WhatsApp CLI is invalid\"}");

        assertThat(gowa.bridge.session().state()).isEqualTo(State.LOGGED_OUT);
    }

    @Test
    void which_of_several_devices_is_ours_nobody_knows_where_it_is_not_named() {
        try (OpenGowa nameless = new OpenGowa("gowa", Optional.empty())) {
            nameless.fake.devices().add("another");

            assertThat(nameless.bridge.session().state()).isEqualTo(State.UNREACHABLE);
        }
    }

    @Test
    void the_configured_number_stands_in() {
        try (OpenGowa configured = new OpenGowa("gowa", Optional.of(OWN + "@s.whatsapp.net"))) {
            configured.fake.devices().add(OWN + "@s.whatsapp.net");
            configured.fake.onStatus(503, "{}");

            assertThat(configured.bridge.session()).isEqualTo(new Session(State.UNREACHABLE, Optional.of(OWN)));
        }
    }
}
