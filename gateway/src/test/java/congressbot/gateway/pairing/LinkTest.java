package congressbot.gateway.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.gateway.bridge.Pairing;
import congressbot.gateway.bridge.PairingCode;
import congressbot.gateway.bridge.Session.State;
import congressbot.wire.http.Body;
import congressbot.wire.message.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class LinkTest {
    private static final Duration POLL = Duration.ofSeconds(2);
    private static final PhoneNumber PHONE = new PhoneNumber("+5562999990000");

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2027-05-20T12:00:00Z"));
    private final ScriptedNumber number = new ScriptedNumber("gowa", State.LOGGED_OUT);
    private final Link link = new Link(number, now::get);

    @Test
    void the_bridge_is_asked_once_in_two_seconds_however_many_look() {
        for (int i = 0; i < 100; i++) {
            link.look();
        }
        assertThat(number.sessions).hasValue(1);

        pass(POLL);
        link.look();

        assertThat(number.sessions).hasValue(2);
        assertThat(number.pictures).hasValue(0);
    }

    @Test
    void a_picture_is_renewed_before_a_phone_refuses_it() {
        link.showQr();
        pass(Duration.ofSeconds(16));
        assertThat(link.look().offer()).isEqualTo(picture(1, Duration.ofSeconds(1)));

        pass(Duration.ofSeconds(1));

        assertThat(link.look().offer()).isEqualTo(picture(2, Duration.ofSeconds(17)));
    }

    @Test
    void a_page_that_is_left_open_asks_for_no_more_pictures() {
        link.showQr();
        for (int i = 0; i < 400; i++) {
            pass(POLL);
            link.look();
        }

        assertThat(link.look().offer()).isEqualTo(new Offer.Expired());
        assertThat(number.pictures.get()).isBetween(15, 18);
    }

    @Test
    void once_the_phone_has_taken_a_picture_no_other_breaks_it_off() {
        link.showQr();
        number.becomes(State.DISCONNECTED);
        pass(Duration.ofSeconds(30));

        assertThat(link.look().taken()).isTrue();
        assertThat(number.pictures).hasValue(1);

        number.becomes(State.CONNECTED);
        pass(POLL);

        assertThat(link.look().session().phone()).contains(ScriptedNumber.OWN);
        assertThat(link.look().offer()).isEqualTo(new Offer.Nothing());
    }

    @Test
    void a_bridge_that_connects_only_to_be_linked_gets_its_pictures_renewed() {
        number.becomes(State.DISCONNECTED);
        link.showQr();
        number.becomes(State.LOGGED_OUT);
        pass(Duration.ofSeconds(17));

        assertThat(link.look().offer()).isEqualTo(picture(2, Duration.ofSeconds(17)));
    }

    @Test
    void a_bridge_that_prepares_is_asked_again() {
        number.instead = Optional.of(new Pairing.Waiting());
        link.showQr();
        assertThat(link.look().offer()).isInstanceOf(Offer.Waiting.class);

        number.instead = Optional.empty();
        pass(POLL);

        assertThat(link.look().offer()).isInstanceOf(Offer.Qr.class);
    }

    @Test
    void a_code_ends_and_is_not_asked_for_again() {
        link.showCode(PHONE);
        assertThat(link.look().offer())
                .isEqualTo(new Offer.Code("ABCD-2345", now.get().plus(Link.CODE_VALID)));

        pass(Link.CODE_VALID);

        assertThat(link.look().offer()).isEqualTo(new Offer.Expired());
        assertThat(number.phones).containsExactly(PHONE);
    }

    @Test
    void a_bridge_that_gives_nothing_is_quoted() {
        number.code = new PairingCode.Failed("no session");
        link.showCode(PHONE);

        assertThat(link.look().offer()).isEqualTo(new Offer.Failed("no session"));
    }

    @Test
    void nobody_disturbs_a_number_that_is_linked() {
        number.becomes(State.CONNECTED);

        link.showQr();
        link.showCode(PHONE);

        assertThat(number.pictures).hasValue(0);
        assertThat(number.phones).isEmpty();
    }

    @Test
    void who_has_seen_enough_is_shown_no_more() {
        link.showQr();
        link.stop();
        pass(Duration.ofSeconds(60));

        assertThat(link.look().offer()).isEqualTo(new Offer.Nothing());
        assertThat(number.pictures).hasValue(1);
    }

    @Test
    void a_linked_answer_shows_at_once() {
        link.look();
        number.instead = Optional.of(new Pairing.Linked(ScriptedNumber.OWN));
        link.showQr();
        number.becomes(State.CONNECTED);

        assertThat(link.look().session().state()).isEqualTo(State.CONNECTED);
    }

    private Offer.Qr picture(int number, Duration left) {
        return new Offer.Qr(
                QrDrawing.of(Body.of(QrPictures.png(ScriptedNumber.text(number), 8, 4))),
                now.get().plus(left));
    }

    private void pass(Duration span) {
        now.updateAndGet(instant -> instant.plus(span));
    }
}
