package congressbot.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.gateway.bridge.Finding;
import congressbot.gateway.bridge.Finding.Kind;
import congressbot.gateway.bridge.gowa.Webhooks;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GowaCheckUpTest {
    private static final URI OURS = URI.create("http://gateway:8081/webhooks/gowa");
    private static final String SECRET = Webhooks.SECRET.reveal();

    private final OpenGowa gowa = new OpenGowa();

    @AfterEach
    void close() {
        gowa.close();
    }

    @Test
    void all_that_is_right_is_told() {
        gowa.fake.asksWhoCalls();
        gowa.fake.devices().webhook("congresso", OURS.toString(), SECRET);

        assertThat(findings(gowa))
                .containsExactly(
                        Finding.of(Kind.REACHABLE, gowa.fake.uri().toString()),
                        Finding.of(Kind.VERSION, "v9.2.0"),
                        Finding.of(Kind.FILES_OPEN, gowa.fake.uri() + "/statics"),
                        Finding.of(Kind.CONNECTED, "5585911110000"),
                        Finding.of(Kind.WEBHOOK_REGISTERED, OURS.toString()),
                        Finding.of(Kind.SECRET_SAME, "GOWA_WEBHOOK_SECRET"));
    }

    @Test
    void no_secret_is_shown() {
        gowa.fake.devices().webhook("congresso", "http://elsewhere/", "another-secret-of-the-bridge");

        List<Finding> findings = gowa.bridge.checkUp(OURS);

        assertThat(findings.toString()).doesNotContain("another-secret", SECRET, "senha");
        assertThat(findings)
                .contains(
                        Finding.of(Kind.WEBHOOK_ELSEWHERE, "http://elsewhere/…", OURS.toString()),
                        Finding.of(Kind.SECRET_DIFFERENT, "GOWA_WEBHOOK_SECRET"));
    }

    @ParameterizedTest
    @CsvSource({
        "http://gateway:8081/webhooks/gowa, WEBHOOK_REGISTERED",
        "http://10.0.0.7:8081/webhooks/gowa, WEBHOOK_OTHER_HOST",
        "http://gateway:8081/webhooks/gowa/norte, WEBHOOK_ELSEWHERE",
        "not an address, WEBHOOK_ELSEWHERE",
        "'', WEBHOOK_NOT_TOLD"
    })
    void the_webhook_is_compared_with_ours(String registered, Kind kind) {
        gowa.fake.devices().webhook("congresso", registered, "");

        assertThat(kinds()).contains(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "https://hooks.example.org:8443/T0/B0/segredo-alheio?key=segredo-alheio, https://hooks.example.org:8443/…",
        "http://user:segredo-alheio@10.0.0.7:8081/webhooks/gowa, http://10.0.0.7:8081/…",
        "segredo-alheio, …"
    })
    void of_an_address_that_is_not_ours_only_the_host_is_shown(String registered, String shown) {
        gowa.fake.devices().webhook("congresso", registered, "");

        assertThat(findings(gowa).toString()).contains("[" + shown).doesNotContain("segredo-alheio");
    }

    @Test
    void a_bridge_that_knows_no_webhook_of_a_device_has_it_in_its_environment() {
        gowa.fake.devices().ofVersion7();

        assertThat(gowa.bridge.checkUp(OURS))
                .contains(Finding.of(Kind.WEBHOOK_NOT_TOLD, OURS.toString(), "WHATSAPP_WEBHOOK"));
    }

    @Test
    void events_that_are_missing_or_too_many_are_named() {
        gowa.fake.devices().webhook("congresso", OURS.toString(), SECRET);
        gowa.fake.devices().events("congresso", "message, message.ack,message.edited,chat_presence");

        assertThat(gowa.bridge.checkUp(OURS))
                .contains(
                        Finding.of(Kind.EVENTS_MISSING, "message.reaction, message.revoked"),
                        Finding.of(Kind.EVENTS_TOO_MANY, "chat_presence"));
    }

    @Test
    void a_bridge_without_a_password_is_open_to_anybody() {
        List<Kind> open = kinds();
        gowa.fake.asksWhoCalls();

        assertThat(open).contains(Kind.OPEN_TO_ANYBODY);
        assertThat(kinds()).doesNotContain(Kind.OPEN_TO_ANYBODY);
    }

    @ParameterizedTest
    @CsvSource({
        "v7.11.4, VERSION",
        "v8.0.0, VERSION",
        "v9.2.0, VERSION",
        "v10.0.0, VERSION_UNTRIED",
        "v6.1.0, VERSION_UNTRIED",
        "nightly, VERSION_UNTRIED"
    })
    void versions_that_nobody_tried_are_named(String version, Kind kind) {
        gowa.fake.devices().version(Optional.of(version));

        assertThat(kinds()).contains(kind);
    }

    @Test
    void an_old_bridge_tells_no_version() {
        gowa.fake.devices().version(Optional.empty());

        assertThat(kinds()).contains(Kind.REACHABLE, Kind.VERSION_NOT_TOLD, Kind.CONNECTED);
    }

    @ParameterizedTest
    @CsvSource({
        "true, true, 5585911110000@s.whatsapp.net, CONNECTED",
        "false, false, 5585911110000@s.whatsapp.net, DISCONNECTED",
        "false, false, '', LOGGED_OUT"
    })
    void the_link_is_told(boolean connected, boolean loggedIn, String jid, Kind kind) {
        gowa.fake.onStatus(200, FakeGowa.session(connected, loggedIn, jid));

        assertThat(kinds()).contains(kind);
    }

    @Test
    void a_bridge_without_any_device_is_not_linked_yet() {
        gowa.fake.devices().removeAll();

        assertThat(kinds()).contains(Kind.LOGGED_OUT).doesNotContain(Kind.NO_BRIDGE);
    }

    @Test
    void our_device_has_to_be_among_those_of_the_bridge() {
        try (OpenGowa norte = new OpenGowa("gowa:norte", Optional.of("norte"))) {
            assertThat(norte.bridge.checkUp(OURS))
                    .contains(Finding.of(Kind.DEVICE_UNKNOWN, "norte", "GOWA_DEVICE_ID_NORTE"));
        }
    }

    @Test
    void of_several_ours_has_to_be_named() {
        try (OpenGowa nameless = new OpenGowa("gowa", Optional.empty())) {
            nameless.fake.devices().add("another");

            assertThat(nameless.bridge.checkUp(OURS)).contains(Finding.of(Kind.DEVICE_UNNAMED, "GOWA_DEVICE_ID"));
        }
    }

    @Test
    void who_refuses_us_is_asked_no_more() {
        gowa.fake.refusesAll();

        assertThat(findings(gowa)).containsExactly(Finding.of(Kind.CREDENTIALS_REFUSED, "GOWA_BASIC_AUTH"));
    }

    @Test
    void who_does_not_answer_is_unreachable() {
        gowa.fake.close();

        assertThat(kinds()).containsExactly(Kind.UNREACHABLE);
    }

    @Test
    void something_else_at_that_address_is_no_bridge() {
        try (OpenGowa other = new OpenGowa()) {
            other.fake.devices().version(Optional.empty());
            other.fake.onStatus(200, "<html>It works!</html>");

            assertThat(findings(other)).extracting(Finding::kind).containsExactly(Kind.NO_BRIDGE);
        }
    }

    private List<Kind> kinds() {
        return findings(gowa).stream().map(Finding::kind).toList();
    }

    /// Without the event that is sent to our own gateway, which is not running here.
    private static List<Finding> findings(OpenGowa gowa) {
        return gowa.bridge.checkUp(OURS).stream()
                .filter(finding -> finding.kind() != Kind.PROBE_UNANSWERED)
                .toList();
    }
}
