package congressbot.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.gateway.bridge.Pairing;
import congressbot.gateway.bridge.PairingCode;
import congressbot.wire.message.PhoneNumber;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GowaPairingTest {
    private static final String OWN = "5585911110000@s.whatsapp.net";
    private static final PhoneNumber PHONE = new PhoneNumber("+5585911110000");

    private final OpenGowa gowa = new OpenGowa();

    @BeforeEach
    void unlinked() {
        gowa.fake.onStatus(200, FakeGowa.session(false, false, ""));
        gowa.fake.onFile(call -> call.contentType("image/png").result(GowaDevices.QR));
    }

    @AfterEach
    void close() {
        gowa.close();
    }

    @Test
    void the_picture_is_fetched_from_the_bridge_as_we_reach_it() {
        Pairing pairing = gowa.bridge.pair();

        assertThat(pairing).isInstanceOfSatisfying(Pairing.Qr.class, qr -> {
            assertThat(qr.png().bytes()).isEqualTo(GowaDevices.QR);
            assertThat(qr.fresh()).isEqualTo(Duration.ofSeconds(30));
        });
        assertThat(gowa.fake.fetches()).singleElement().asString().startsWith("/gowa/statics/qrcode/scan-qr-1f0c.png ");
    }

    @Test
    void two_who_look_see_the_same_code_because_a_new_one_ends_the_old_one() {
        gowa.bridge.pair();
        gowa.pass(Duration.ofSeconds(20));

        Pairing second = gowa.bridge.pair();
        gowa.pass(Duration.ofSeconds(11));
        gowa.bridge.pair();

        assertThat(((Pairing.Qr) second).fresh()).isEqualTo(Duration.ofSeconds(10));
        assertThat(gowa.fake.devices().logins()).hasSize(2);
    }

    @Test
    void as_soon_as_it_is_scanned_there_is_nothing_more_to_do() {
        gowa.bridge.pair();
        gowa.fake.onStatus(200, FakeGowa.session(true, true, OWN));

        assertThat(gowa.bridge.pair()).isEqualTo(new Pairing.Linked("5585911110000"));
    }

    @Test
    void a_linked_number_without_a_connection_is_left_alone() {
        gowa.fake.onStatus(200, FakeGowa.session(false, false, OWN));

        assertThat(gowa.bridge.pair()).isEqualTo(new Pairing.Waiting());
        assertThat(gowa.fake.devices().logins()).isEmpty();
    }

    @Test
    void a_device_that_is_not_there_yet_is_made() {
        gowa.fake.devices().removeAll();

        assertThat(gowa.bridge.pair()).isInstanceOf(Pairing.Qr.class);
        assertThat(gowa.fake.devices().ids()).containsExactly("congresso");
    }

    @Test
    void a_bridge_without_any_device_gets_one() {
        try (OpenGowa nameless = new OpenGowa("gowa", Optional.empty())) {
            nameless.fake.devices().removeAll();
            nameless.fake.onFile(call -> call.result(GowaDevices.QR));

            assertThat(nameless.bridge.pair()).isInstanceOf(Pairing.Qr.class);
            assertThat(nameless.fake.devices().ids()).containsExactly("gowa");
        }
    }

    @Test
    void of_several_devices_ours_has_to_be_named() {
        try (OpenGowa nameless = new OpenGowa("gowa:norte", Optional.empty())) {
            nameless.fake.devices().add("another");

            assertThat(nameless.bridge.pair())
                    .isInstanceOfSatisfying(
                            Pairing.Failed.class,
                            failed -> assertThat(failed.reason()).endsWith(" GOWA_DEVICE_ID_NORTE"));
            assertThat(nameless.fake.devices().ids()).hasSize(2);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | {\"code\":\"ALREADY_LOGGED_IN\"} | Linked",
                "500 | {\"code\":\"SESSION_SAVED_ERROR\"} | Waiting",
                "500 | {\"code\":\"QR_CHANNEL_ERROR\"} | Waiting",
                "503 | {\"code\":\"DEVICE_MANAGER_UNAVAILABLE\"} | Waiting",
                "500 | {\"code\":\"INTERNAL_SERVER_ERROR\"} | Failed",
                "504 | {\"code\":\"GATEWAY_TIMEOUT\"} | Failed",
                "401 | Unauthorized | Failed",
                "200 | {\"code\":\"SUCCESS\",\"results\":{}} | Failed",
                "200 | <html> | Failed",
                "200 | {\"code\":\"SUCCESS\",\"results\":{\"qr_link\":\"http://x/app/logout\"}} | Failed",
                "200 | {\"code\":\"SUCCESS\",\"results\":{\"qr_link\":\"http://x/statics/../app/logout\"}} | Failed"
            })
    void every_answer_has_its_meaning(int status, String body, String pairing) {
        gowa.fake.devices().onLogin(call -> FakeGowa.answer(call, status, body));

        assertThat(gowa.bridge.pair().getClass().getSimpleName()).isEqualTo(pairing);
        assertThat(gowa.fake.fetches()).isEmpty();
    }

    @Test
    void a_picture_that_is_gone_is_a_failure() {
        gowa.fake.onFile(call -> call.status(404));

        assertThat(gowa.bridge.pair()).isInstanceOf(Pairing.Failed.class);
    }

    /// Beginning anew would end what the phone has begun.
    @Test
    void where_whatsapp_wants_a_passkey_a_person_goes_to_the_bridges_own_page() {
        gowa.bridge.pair();
        gowa.fake.devices().passkey("awaiting_response");
        gowa.pass(Duration.ofSeconds(31));

        assertThat(gowa.bridge.pair())
                .isInstanceOfSatisfying(
                        Pairing.Failed.class,
                        failed -> assertThat(failed.reason()).contains("passkey"));
        assertThat(gowa.fake.devices().logins()).hasSize(1);
    }

    @Test
    void a_number_is_linked_by_a_code_too() {
        assertThat(gowa.bridge.pairByCode(PHONE)).isEqualTo(new PairingCode.Code("ABCD-2345"));
        assertThat(gowa.fake.devices().logins()).containsExactly("/gowa/app/login-with-code?phone=5585911110000");
    }

    @Test
    void a_code_too_makes_the_device() {
        gowa.fake.devices().removeAll();

        assertThat(gowa.bridge.pairByCode(PHONE)).isInstanceOf(PairingCode.Code.class);
    }

    @Test
    void without_a_bridge_there_is_no_code() {
        gowa.fake.close();

        assertThat(gowa.bridge.pairByCode(PHONE)).isInstanceOf(PairingCode.Failed.class);
        assertThat(gowa.bridge.pair()).isInstanceOf(Pairing.Failed.class);
    }
}
