package congressbot.gateway.bridge.wuzapi;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.gateway.FakeWuzapi;
import congressbot.gateway.bridge.Intake;
import congressbot.gateway.bridge.Missed;
import congressbot.gateway.bridge.Pairing;
import congressbot.gateway.bridge.PairingCode;
import congressbot.gateway.bridge.Session;
import congressbot.gateway.bridge.Session.State;
import congressbot.gateway.bridge.WebhookCall;
import congressbot.wire.message.Content;
import congressbot.wire.message.IncomingMessage;
import congressbot.wire.message.PhoneNumber;
import congressbot.wire.process.Secret;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What this bridge does otherwise than others.
class WuzapiTest {
    private static final PhoneNumber OURS = new PhoneNumber("+5585911110000");
    private static final String TEXT = WuzapiWebhooks.message("3A01", "{\"conversation\":\"oi\"}");

    @TempDir
    private Path folder;

    private TestWuzapi test;

    @BeforeEach
    void open() {
        test = new TestWuzapi(folder, Optional.empty());
    }

    @AfterEach
    void close() {
        test.close();
    }

    /// The vectors of the written contract.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "instanceName=congresso&jsonData=%7B%22type%22%3A%22Message%22%7D&userID=9f2c"
                        + "|a681988f1fc91c428942d41f9e6068b331490a1419fc85def874d6769b1189b0|Unreadable",
                "{\"event\":{\"Info\":{\"Chat\":\"5585922223333@s.whatsapp.net\",\"ID\":\"3A5F0C11D2E34B5A6C70\"},"
                        + "\"Message\":{\"conversation\":\"oi\"}},\"instanceName\":\"congresso\",\"type\":\"Message\","
                        + "\"userID\":\"9f2c\"}"
                        + "|9b91e6b8c1831aaaa1034d492c393a167a8513cd289a6d9510fb4e8680c6ea18|Messages"
            })
    void a_signature_of_the_contract_holds(String body, String signature, String intake) {
        WebhookCall genuine = call(body, Map.of("x-hmac-signature", signature));
        WebhookCall altered = call(body.replace("9f2c", "9f2d"), Map.of("x-hmac-signature", signature));
        WebhookCall upperCase = call(body, Map.of("x-hmac-signature", signature.toUpperCase(Locale.ROOT)));
        WebhookCall prefixed = call(body, Map.of("x-hmac-signature", "sha256=" + signature));

        assertThat(test.bridge.intake(genuine).getClass().getSimpleName()).isEqualTo(intake);
        assertThat(test.bridge.intake(altered)).isInstanceOf(Intake.Rejected.class);
        assertThat(test.bridge.intake(upperCase)).isInstanceOf(Intake.Rejected.class);
        assertThat(test.bridge.intake(prefixed)).isInstanceOf(Intake.Rejected.class);
    }

    @Test
    void a_right_signature_at_a_wrong_path_is_rejected() {
        Map<String, String> signed =
                Map.of("x-hmac-signature", WuzapiWebhooks.signature(bytes(TEXT), WuzapiWebhooks.HMAC_KEY));

        for (Optional<String> proof : List.of(
                Optional.<String>empty(), Optional.of(""), Optional.of(WuzapiWebhooks.WEBHOOK_KEY.reveal() + "0"))) {
            assertThat(test.bridge.admits(proof)).isFalse();
            assertThat(test.bridge.intake(WuzapiWebhooks.call(bytes(TEXT), proof, signed)))
                    .isInstanceOf(Intake.Rejected.class);
        }
        assertThat(test.bridge.admits(Optional.of(WuzapiWebhooks.WEBHOOK_KEY.reveal())))
                .isTrue();
    }

    @Test
    void the_bridge_is_told_at_the_start_with_what_to_sign() {
        test.bridge.session();
        test.bridge.session();

        assertThat(test.fake.asked("/session/hmac/config")).hasSize(1);
        assertThat(test.fake.hmacKey()).isEqualTo(WuzapiWebhooks.HMAC_KEY.reveal());
    }

    @Test
    void a_bridge_that_forgot_to_sign_is_told_again_once() {
        test.bridge.session();
        test.bridge.intake(call(TEXT, Map.of()));
        int before = test.fake.asked("/session/hmac/config").size();

        test.bridge.session();
        test.bridge.session();

        assertThat(before).isEqualTo(1);
        assertThat(test.fake.asked("/session/hmac/config")).hasSize(2);
    }

    @Test
    void a_bridge_that_was_away_is_told_again() {
        test.bridge.session();
        test.fake.on("/session/status", call -> call.status(502));
        test.bridge.session();

        test.bridge.session();

        assertThat(test.fake.asked("/session/hmac/config")).hasSize(2);
    }

    @Test
    void it_is_told_until_it_listens() {
        test.fake.on("/session/hmac/config", call -> call.status(500));

        test.bridge.session();
        test.bridge.session();

        assertThat(test.fake.asked("/session/hmac/config")).hasSize(2);
    }

    @Test
    void a_wrong_signature_is_no_reason_to_tell_it_anything() {
        test.bridge.session();
        String other = WuzapiWebhooks.signature(bytes(TEXT), new Secret("outro-segredo-0123456789abcdefghi"));
        test.bridge.intake(call(TEXT, Map.of("x-hmac-signature", other)));

        test.bridge.session();

        assertThat(test.fake.asked("/session/hmac/config")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"connected\":true,\"loggedIn\":true} | CONNECTED",
                "{\"Connected\":true,\"LoggedIn\":true} | CONNECTED",
                "{\"Connected\":false,\"LoggedIn\":true} | DISCONNECTED",
                "{\"connected\":false,\"loggedIn\":false,\"jid\":\"5585911110000:3@s.whatsapp.net\"} | DISCONNECTED",
                "{\"connected\":false,\"loggedIn\":false,\"jid\":\"\"} | LOGGED_OUT",
                "{\"Connected\":true,\"LoggedIn\":false} | LOGGED_OUT",
                "{} | LOGGED_OUT",
                "[] | UNREACHABLE"
            })
    void both_spellings_of_a_state_are_one(String data, State state) {
        test.fake.on("/session/status", call -> call.result("{\"code\":200,\"data\":" + data + ",\"success\":true}"));

        assertThat(test.bridge.session().state()).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({"401, UNREACHABLE", "404, UNREACHABLE", "500, DISCONNECTED", "502, UNREACHABLE"})
    void a_state_that_is_not_told_is_guessed_with_care(int status, State state) {
        test.fake.on("/session/status", call -> FakeWuzapi.failed(call, status, "no"));

        assertThat(test.bridge.session().state()).isEqualTo(state);
    }

    /// An account has one name in all that is told of it, and messages do not tell the number.
    @Test
    void the_account_is_never_the_number() {
        assertThat(test.bridge.session().number()).isEmpty();
        assertThat(test.heard(TEXT).account()).isEqualTo("wuzapi");
    }

    @Test
    void a_ban_explains_why_the_number_is_not_linked_until_it_ends() {
        test.fake.link(false, true);
        test.event("{\"type\":\"TemporaryBan\",\"event\":{\"Code\":101,\"Expire\":86400000000000}}");

        Session banned = test.bridge.session();
        test.pass(Duration.ofHours(24).plusSeconds(1));

        assertThat(banned.state()).isEqualTo(State.BANNED);
        assertThat(banned.ban().orElseThrow().code()).contains(101);
        assertThat(banned.ban().orElseThrow().until()).isPresent();
        assertThat(test.bridge.session().state()).isEqualTo(State.DISCONNECTED);
    }

    @Test
    void a_bridge_that_is_too_old_is_so_until_it_is_connected() {
        test.fake.link(false, true);
        test.event("{\"type\":\"ClientOutdated\",\"event\":{}}");

        State outdated = test.bridge.session().state();
        test.fake.link(true, true);
        State connected = test.bridge.session().state();
        test.fake.link(false, true);

        assertThat(outdated).isEqualTo(State.OUTDATED);
        assertThat(connected).isEqualTo(State.CONNECTED);
        assertThat(test.bridge.session().state()).isEqualTo(State.DISCONNECTED);
    }

    /// The bridge repeats an event minutes later, when it is true no more.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"LoggedOut\",\"event\":{\"OnConnect\":true,\"Reason\":401}}",
                "{\"type\":\"TemporaryBan\",\"event\":{\"Code\":101}}",
                "{\"type\":\"Disconnected\",\"event\":{}}",
                "{\"type\":\"Connected\",\"event\":{}}"
            })
    void an_event_of_the_link_is_no_state(String event) {
        assertThat(test.event(event)).isInstanceOf(Intake.Ignored.class);
        assertThat(test.bridge.session().state()).isEqualTo(State.CONNECTED);
    }

    @Test
    void a_ban_is_over_when_the_bridge_is_found_connected_not_when_a_late_event_says_so() {
        test.fake.link(false, true);
        test.event("{\"type\":\"TemporaryBan\",\"event\":{\"Code\":101}}");
        test.event("{\"type\":\"Connected\",\"event\":{}}");
        State afterLateEvent = test.bridge.session().state();
        test.fake.link(true, true);
        test.bridge.session();
        test.fake.link(false, true);

        assertThat(afterLateEvent).isEqualTo(State.BANNED);
        assertThat(test.bridge.session().state()).isEqualTo(State.DISCONNECTED);
    }

    @Test
    void a_number_that_was_logged_out_is_not_only_without_connection() {
        test.fake.link(false, true);

        test.event("{\"type\":\"LoggedOut\",\"event\":{\"OnConnect\":true,\"Reason\":401}}");

        assertThat(test.bridge.session().state()).isEqualTo(State.LOGGED_OUT);
    }

    @Test
    void a_ban_is_of_the_phone_that_was_linked() {
        test.bridge.session();
        test.event("{\"type\":\"LoggedOut\",\"event\":{\"Reason\":406}}");
        status("{\"connected\":false,\"loggedIn\":false,\"jid\":\"\"}");
        State unlinked = test.bridge.session().state();
        status("{\"connected\":false,\"loggedIn\":false,\"jid\":\"5585933334444:3@s.whatsapp.net\"}");

        assertThat(unlinked).isEqualTo(State.BANNED);
        assertThat(test.bridge.session().state()).isEqualTo(State.DISCONNECTED);
    }

    private void status(String data) {
        test.fake.on("/session/status", call -> call.result("{\"code\":200,\"data\":" + data + ",\"success\":true}"));
    }

    @Test
    void after_a_code_that_nobody_scanned_the_bridge_is_connected_anew_and_told_its_key() {
        test.fake.forgetClient();
        test.fake.showQr("");

        Pairing first = test.bridge.pair();
        Pairing second = test.bridge.pair();
        test.fake.showQr("data:image/png;base64,iVBORw0KGgo=");

        assertThat(first).isInstanceOf(Pairing.Waiting.class);
        assertThat(second).isInstanceOf(Pairing.Waiting.class);
        assertThat(test.bridge.pair()).isInstanceOf(Pairing.Qr.class);
        assertThat(test.fake.asked("/session/connect")).hasSize(1);
        assertThat(test.fake
                        .asked("/session/connect")
                        .getFirst()
                        .part("subscribe")
                        .toString())
                .contains("Message", "LoggedOut", "QRTimeout")
                .doesNotContain("HistorySync");
        assertThat(test.fake.hmacKey()).isEqualTo(WuzapiWebhooks.HMAC_KEY.reveal());
    }

    @Test
    void a_linked_number_needs_no_code() {
        assertThat(test.bridge.pair()).isEqualTo(new Pairing.Linked("5585911110000"));
        assertThat(test.bridge.pairByCode(OURS)).isInstanceOf(PairingCode.Failed.class);
    }

    @Test
    void the_number_is_asked_for_without_its_plus() {
        test.fake.link(true, false);

        test.bridge.pairByCode(OURS);

        assertThat(test.fake.asked("/session/pairphone").getFirst().text("Phone"))
                .isEqualTo("5585911110000");
    }

    @Test
    void there_is_no_history_to_be_asked_for() {
        assertThat(test.bridge.missedSince(test.now())).isInstanceOf(Missed.NoHistory.class);
    }

    @Test
    void a_message_that_could_not_be_read_does_not_stand_in_the_way_of_itself() {
        IncomingMessage unread = ((Intake.Messages) test.event(WuzapiWebhooks.message("3A01", "{}")
                        .replace("\"type\":\"Message\"", "\"type\":\"UndecryptableMessage\"")))
                .messages()
                .getFirst();
        IncomingMessage read = test.heard(TEXT);

        test.bridge.showRead(unread);

        assertThat(unread.content()).isEqualTo(new Content.Unsupported("unavailable"));
        assertThat(unread.id()).isNotEqualTo(read.id());
        assertThat(test.fake.asked("/chat/markread").getFirst().part("id").toString())
                .isEqualTo("[\"3A01\"]");
    }

    private static WebhookCall call(String body, Map<String, String> headers) {
        return WuzapiWebhooks.call(bytes(body), Optional.of(WuzapiWebhooks.WEBHOOK_KEY.reveal()), headers);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
