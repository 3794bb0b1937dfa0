package congressbot.gateway.bridge.gowa;

import static congressbot.gateway.bridge.gowa.Decoding.LID;
import static congressbot.gateway.bridge.gowa.Decoding.OWN;
import static congressbot.gateway.bridge.gowa.Decoding.PHONE;
import static congressbot.gateway.bridge.gowa.Decoding.decode;
import static congressbot.gateway.bridge.gowa.Decoding.decoded;
import static congressbot.gateway.bridge.gowa.Decoding.message;
import static org.assertj.core.api.Assertions.assertThat;

import congressbot.gateway.bridge.Intake;
import congressbot.wire.message.Content;
import congressbot.wire.message.IncomingMessage;
import congressbot.wire.message.PhoneNumber;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GowaIdentityTest {
    /// Our number in a chat with a hidden number: as her alias it would make one person of all who
    /// are written to.
    @Test
    void our_own_number_is_never_an_alias() {
        String mixed = Webhooks.recorded("v7-own").replace(" in 5585922223333@s.whatsapp.net", " in " + LID);

        IncomingMessage known = decoded(mixed, Optional.of(OWN));
        IncomingMessage unknown = decoded(mixed);

        assertThat(known.content()).isInstanceOf(Content.FromStaff.class);
        assertThat(known.aliases()).containsExactly(LID);
        assertThat(unknown.aliases()).containsExactly(LID);
    }

    @Test
    void version_7_does_not_tell_our_number() {
        IncomingMessage unknown = message("v7-text");
        IncomingMessage configured = decoded(Webhooks.recorded("v7-text"), Optional.of(OWN));

        assertThat(unknown.account()).isEqualTo("gowa");
        assertThat(configured.account()).isEqualTo(OWN);
    }

    /// Before 8.8 an event does not tell the device's name.
    @Test
    void what_another_number_of_the_bridge_received_is_not_ours() {
        String another = "{\"device_id\":\"5585933334444:2@s.whatsapp.net\",\"event\":\"message\",\"payload\":"
                + "{\"body\":\"oi\",\"chat_id\":\"" + PHONE + "\",\"id\":\"3A01\"}}";

        assertThat(decode(another, Optional.of(OWN))).isInstanceOf(Intake.Unreadable.class);
        assertThat(decode(another, Optional.empty())).isInstanceOf(Intake.Messages.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5585911110000@s.whatsapp.net",
                "5585911110000:7@s.whatsapp.net",
                "558511110000@s.whatsapp.net",
                "congresso",
                ""
            })
    void what_may_be_ours_is(String device) {
        String nameless = "{\"device_id\":\"" + device + "\",\"event\":\"message\",\"payload\":"
                + "{\"body\":\"oi\",\"chat_id\":\"" + PHONE + "\",\"id\":\"3A01\"}}";

        assertThat(decode(nameless, Optional.of(OWN))).isInstanceOf(Intake.Messages.class);
        assertThat(decode(nameless.replace("\"device_id\":\"" + device + "\",", ""), Optional.of(OWN)))
                .isInstanceOf(Intake.Messages.class);
    }

    @Test
    void a_person_known_by_a_hidden_id_only_keeps_it_as_key_and_has_no_phone() {
        IncomingMessage message = message("v9.2-lid-only");

        assertThat(message.conversation().contact()).isEqualTo(LID);
        assertThat(message.replyTo()).isEqualTo(LID);
        assertThat(message.aliases()).containsExactly(LID);
        assertThat(message.phone()).isEmpty();
    }

    @Test
    void the_reply_goes_to_the_chat_even_when_the_phone_is_known() {
        IncomingMessage message = decoded(
                Webhooks.message("3A", "\"body\":\"oi\"").replace("\"chat_id\":\"" + PHONE, "\"chat_id\":\"" + LID));

        assertThat(message.replyTo()).isEqualTo(LID);
        assertThat(message.conversation().contact()).isEqualTo(PHONE);
        assertThat(message.aliases()).containsExactly(PHONE, LID);
    }

    @Test
    void the_device_is_no_part_of_an_address() {
        IncomingMessage message = decoded(Webhooks.message("3A", "\"body\":\"oi\"")
                .replace("5585922223333@", "5585922223333:12@")
                .replace("5585911110000@", "5585911110000:3@"));

        assertThat(message.replyTo()).isEqualTo(PHONE);
        assertThat(message.aliases()).containsExactly(PHONE);
        assertThat(message.account()).isEqualTo(OWN);
    }

    @Test
    void two_phones_in_one_message_are_not_made_one_person() {
        IncomingMessage message = decoded(Webhooks.message("3A", "\"body\":\"oi\"")
                .replace("\"from\":\"" + PHONE, "\"from\":\"5562998765432@s.whatsapp.net"));

        assertThat(message.aliases()).containsExactly(PHONE);
        assertThat(message.phone()).contains(new PhoneNumber("+5585922223333"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"v7-own", "v8.3-from-staff"})
    void what_the_staff_types_belongs_to_the_customers_chat(String name) {
        IncomingMessage message = message(name);

        assertThat(message.content()).isEqualTo(new Content.FromStaff("oi, aqui é a Carla"));
        assertThat(message.conversation().contact()).isEqualTo(PHONE);
        assertThat(message.aliases()).doesNotContain(OWN + "@s.whatsapp.net", "99887766554433@lid");
        assertThat(message.senderName()).isEmpty();
    }

    @Test
    void our_number_as_sender_means_the_staff_even_without_the_flag() {
        IncomingMessage message = decoded(Webhooks.message("3A", "\"image\":\"statics/media/a.jpg\"")
                .replace("\"from\":\"" + PHONE, "\"from\":\"" + OWN + "@s.whatsapp.net"));

        assertThat(message.content()).isEqualTo(new Content.FromStaff(""));
    }
}
