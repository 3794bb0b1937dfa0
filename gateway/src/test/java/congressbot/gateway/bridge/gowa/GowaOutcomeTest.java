package congressbot.gateway.bridge.gowa;

import static congressbot.gateway.bridge.gowa.Decoding.OWN;
import static congressbot.gateway.bridge.gowa.Decoding.PHONE;
import static congressbot.gateway.bridge.gowa.Decoding.decode;
import static org.assertj.core.api.Assertions.assertThat;

import congressbot.gateway.bridge.Intake;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GowaOutcomeTest {
    static Stream<String> nothing_for_us() {
        String text = Webhooks.message("3A", "\"body\":\"oi\"");
        return Stream.concat(
                Stream.of(
                                "v7-group",
                                "v7-deleted-for-me",
                                "v8.3-group",
                                "v9.2-read-self",
                                "v9.2-presence",
                                "v9.2-call",
                                "v9.2-group-participants",
                                "v9.2-deleted-on-our-phone")
                        .map(Webhooks::recorded),
                Stream.concat(
                        Stream.of(
                                        "status@broadcast",
                                        "1234@broadcast",
                                        "120363@newsletter",
                                        "5562-1400000000@g.us",
                                        "0@s.whatsapp.net",
                                        "13135550002@s.whatsapp.net",
                                        "867051314767696@bot",
                                        "5585922223333@hosted",
                                        "1@msgr",
                                        OWN + "@s.whatsapp.net")
                                .map(chat -> text.replace("\"chat_id\":\"" + PHONE, "\"chat_id\":\"" + chat)),
                        Stream.of(
                                text.replace("\"message\"", "\"newsletter.joined\""),
                                text.replace("\"message\"", "\"message.reaction\"")
                                        .replace("\"is_from_me\":false", "\"is_from_me\":true"),
                                text.replace("\"message\"", "\"an event of tomorrow\""))));
    }

    @ParameterizedTest
    @MethodSource("nothing_for_us")
    void what_is_not_for_us_is_ignored(String body) {
        assertThat(decode(body)).isInstanceOf(Intake.Ignored.class);
    }

    static Stream<String> not_understood() {
        String text = Webhooks.message("3A", "\"body\":\"oi\"");
        return Stream.of(
                "{}",
                "{\"event\":\"message\"}",
                "{\"event\":7,\"payload\":{}}",
                "{\"event\":\"message\",\"payload\":[]}",
                "{\"message\":{\"text\":\"oi\"}}",
                "{\"message\":\"oi\"}",
                text.replace("\"id\":\"3A\"", "\"id\":7"),
                text.replace("\"id\":\"3A\"", "\"id\":\"\""),
                text.replace("\"id\":\"3A\"", "\"id\":\"3 A\""),
                text.replace("\"id\":\"3A\"", "\"id\":\"" + "A".repeat(129) + "\""),
                text.replace("\"chat_id\":\"" + PHONE, "\"chat_id\":\"5585922223333"),
                text.replace("\"chat_id\"", "\"chat\""),
                Webhooks.recorded("v9.2-read").replace("\"3EB0A1B2C3D4E5F60718\"", "7"));
    }

    @ParameterizedTest
    @MethodSource("not_understood")
    void what_lacks_its_identity_is_unreadable(String body) {
        assertThat(decode(body)).isInstanceOf(Intake.Unreadable.class);
    }
}
