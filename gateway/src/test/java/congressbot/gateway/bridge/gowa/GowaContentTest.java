package congressbot.gateway.bridge.gowa;

import static congressbot.gateway.bridge.gowa.Decoding.content;
import static congressbot.gateway.bridge.gowa.Decoding.decoded;
import static org.assertj.core.api.Assertions.assertThat;

import congressbot.wire.message.Content;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GowaContentTest {
    @Test
    void the_text_beside_a_file_is_its_caption() {
        Content.Image image =
                (Content.Image) decoded(Webhooks.message("3A", "\"image\":\"statics/a.jpg\",\"body\":\"crachá\""))
                        .content();

        assertThat(image.caption()).contains("crachá");
    }

    @Test
    void a_failed_download_leaves_the_caption() {
        assertThat(decoded(Webhooks.message("3A", "\"image\":null,\"body\":\"crachá\""))
                        .content())
                .isEqualTo(new Content.Text("crachá"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"video\":\"statics/a.mp4\"|video",
                "\"video\":{\"path\":\"a\",\"caption\":\"\"}|video",
                "\"video_note\":{\"path\":\"a\"}|video note",
                "\"sticker\":\"statics/a.webp\"|sticker",
                "\"live_location\":{\"degreesLatitude\":1}|live location",
                "\"order\":{}|order",
                "\"interactive\":\"menu\"|interactive",
                "\"audio\":7|audio",
                "\"audio\":\"\"|audio",
                "\"location\":{\"degreesLatitude\":\"-3.73\",\"degreesLongitude\":\"1\"}|location",
                "\"location\":{\"degreesLatitude\":91,\"degreesLongitude\":1}|location",
                "\"location\":{\"degreesLatitude\":1e400,\"degreesLongitude\":1}|location",
                "\"contact\":{\"vcard\":\"\"}|contact",
                "\"contacts_array\":[]|contacts array",
                "\"body\":\"\"|unknown",
                "\"body\":7|unknown",
                "~~|unknown"
            })
    void what_we_do_not_read_is_unsupported(String content, String kind) {
        assertThat(decoded(Webhooks.message("3A", content)).content()).isEqualTo(new Content.Unsupported(kind));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"video\":\"statics/a.mp4\",\"body\":\"quero ir\"",
                "\"video\":{\"path\":\"statics/a.mp4\",\"caption\":\"quero ir\"}",
                "\"sticker\":\"statics/a.webp\",\"body\":\"quero ir\"",
                "\"interactive\":\"menu\",\"body\":\"quero ir\"",
                "\"location\":{},\"body\":\"quero ir\""
            })
    void the_words_beside_what_we_do_not_read_are_heard(String content) {
        assertThat(decoded(Webhooks.message("3A", content)).content()).isEqualTo(new Content.Text("quero ir"));
    }

    @Test
    void where_somebody_is_right_now_is_a_place() {
        assertThat(decoded(Webhooks.message(
                                "3A", "\"live_location\":{\"degreesLatitude\":-3.5,\"degreesLongitude\":-38}"))
                        .content())
                .isEqualTo(new Content.Location(-3.5, -38, Optional.empty(), Optional.empty()));
    }

    @Test
    void a_message_without_content_is_unsupported() {
        assertThat(content("v9.2-no-content")).isEqualTo(new Content.Unsupported("unknown"));
    }
}
