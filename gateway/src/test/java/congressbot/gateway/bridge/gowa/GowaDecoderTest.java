package congressbot.gateway.bridge.gowa;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.gateway.bridge.Intake;
import congressbot.gateway.bridge.MediaSeal;
import congressbot.gateway.bridge.WebhookCall;
import congressbot.wire.Json;
import congressbot.wire.gateway.GatewayFact;
import congressbot.wire.message.Content;
import congressbot.wire.message.ConversationId;
import congressbot.wire.message.IncomingMessage;
import congressbot.wire.message.MessageId;
import congressbot.wire.message.PhoneNumber;
import congressbot.wire.process.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GowaDecoderTest {
    private static final String OWN = "5585911110000";
    private static final String PHONE = "5585922223333@s.whatsapp.net";
    private static final String LID = "184467440737095@lid";
    private static final Instant SENT = Instant.parse("2026-11-20T18:31:02Z");
    private static final Instant RECEIVED = Instant.parse("2026-11-20T18:31:05Z");

    private final MediaSeal seal = new MediaSeal(new Secret("0123456789abcdef0123456789abcdef"));
    private final GowaDecoder decoder = new GowaDecoder("gowa", seal);

    @Test
    void a_text_becomes_an_envelope() {
        assertThat(message("v8.3-text"))
                .isEqualTo(new IncomingMessage(
                        IncomingMessage.VERSION,
                        Gowa.CHANNEL,
                        OWN,
                        new ConversationId(Gowa.CHANNEL, OWN, PHONE),
                        PHONE,
                        List.of(PHONE, LID),
                        new MessageId(Gowa.CHANNEL, OWN, "3A5F0C11D2E34B5A6C70"),
                        new Content.Text("quero me inscrever"),
                        Optional.of("Maria"),
                        Optional.of(new PhoneNumber("+5585922223333")),
                        SENT,
                        RECEIVED,
                        "r-1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"v7-text", "v8.0-text", "v8.3-text", "v9.2-text", "signed-vector"})
    void every_version_tells_the_same(String name) {
        IncomingMessage message = message(name);

        assertThat(message.content()).isEqualTo(new Content.Text("quero me inscrever"));
        assertThat(message.conversation().contact()).isEqualTo(PHONE);
        assertThat(message.replyTo()).isEqualTo(PHONE);
        assertThat(message.sentAt()).isEqualTo(SENT);
        assertThat(message.senderName()).contains("Maria");
        assertThat(message.aliases()).contains(PHONE);
    }

    /// Our number in a chat with a hidden number: as her alias it would make one person of all who are written to.
    @Test
    void our_own_number_is_never_an_alias() {
        String mixed = Webhooks.recorded("v7-own").replace(" in 5585922223333@s.whatsapp.net", " in " + LID);
        GowaDecoder configured = new GowaDecoder(OWN, seal);

        IncomingMessage known =
                ((Intake.Messages) configured.decode(call(mixed))).messages().getFirst();
        IncomingMessage unknown = decoded(mixed);

        assertThat(known.content()).isInstanceOf(Content.FromStaff.class);
        assertThat(known.aliases()).containsExactly(LID);
        assertThat(unknown.aliases()).containsExactly(LID);
    }

    @Test
    void version_7_does_not_tell_our_number() {
        GowaDecoder configured = new GowaDecoder(OWN, seal);

        assertThat(message("v7-text").account()).isEqualTo("gowa");
        assertThat(((Intake.Messages) configured.decode(call(Webhooks.recorded("v7-text"))))
                        .messages()
                        .getFirst()
                        .account())
                .isEqualTo(OWN);
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

    @Test
    void receipts_become_facts() {
        Instant at = Instant.parse("2026-11-20T18:31:09Z");
        List<String> ids = List.of("3EB0A1B2C3D4E5F60718");

        assertThat(decode(Webhooks.recorded("v9.2-delivered")))
                .isEqualTo(new Intake.Receipts(List.of(new GatewayFact.Delivered(Gowa.CHANNEL, OWN, ids, at))));
        assertThat(decode(Webhooks.recorded("v9.2-read")))
                .isEqualTo(new Intake.Receipts(List.of(new GatewayFact.Read(Gowa.CHANNEL, OWN, ids, at))));
        assertThat(decode(Webhooks.recorded("v7-ack")))
                .isEqualTo(new Intake.Receipts(List.of(new GatewayFact.Delivered(Gowa.CHANNEL, "gowa", ids, at))));
    }

    @Test
    void changes_to_earlier_messages_name_them() {
        assertThat(content("v9.2-reaction")).isEqualTo(new Content.Reaction("3EB0A1B2C3D4E5F60718", "👍"));
        assertThat(content("v7-reaction")).isEqualTo(new Content.Reaction("3EB0A1B2C3D4E5F60718", "👍"));
        assertThat(content("v9.2-edited"))
                .isEqualTo(new Content.Edited("3A5F0C11D2E34B5A6C70", "quero inscrever 2 pessoas"));
        assertThat(content("v7-edited"))
                .isEqualTo(new Content.Edited("3A5F0C11D2E34B5A6C70", "quero inscrever 2 pessoas"));
        assertThat(content("v9.2-revoked")).isEqualTo(new Content.Deleted("3A5F0C11D2E34B5A6C70"));
        assertThat(content("v7-revoked")).isEqualTo(new Content.Deleted("3A5F0C11D2E34B5A6C70"));
        assertThat(message("v9.2-edited").id().providerId()).isEqualTo("3A88BB");
    }

    @Test
    void a_file_is_found_by_path_or_by_address() {
        Content.Image byPath = (Content.Image) content("v8.3-image");
        Content.Image byAddress = (Content.Image) content("v9.2-image-url");
        Content.Image flat = (Content.Image) content("v7-image");

        assertThat(byPath.caption()).contains("meu crachá");
        assertThat(place(byPath.mediaRef()))
                .contains("\"path\":\"statics/media/1763663462-6b1f.jpg\"", "3A5F0C11D2E34B5A6C70", PHONE);
        assertThat(byAddress.caption()).contains("meu crachá");
        assertThat(place(byAddress.mediaRef())).contains("\"url\":\"https://mmg.whatsapp.net/");
        assertThat(flat.caption()).contains("meu crachá");
        assertThat(place(flat.mediaRef())).contains("\"path\":\"statics/media/1763663462-6b1f.jpg\"");
    }

    @Test
    void audio_and_documents_keep_what_is_told_about_them() {
        Content.Audio audio = (Content.Audio) content("v8.0-audio");
        Content.Audio flat = (Content.Audio) content("v7-audio");
        Content.Document document = (Content.Document) content("v9.2-document");

        assertThat(audio.mime()).isEmpty();
        assertThat(place(audio.mediaRef())).contains("statics/media/1763663462-6b1f.ogg");
        assertThat(flat.mime()).contains("audio/ogg; codecs=opus");
        assertThat(document.fileName()).contains("comprovante.pdf");
        assertThat(document.caption()).isEmpty();
    }

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

    @Test
    void places_and_people() {
        assertThat(content("v9.2-location"))
                .isEqualTo(new Content.Location(-3.73, -38.52, Optional.of("Centro de Eventos"), Optional.empty()));
        assertThat(content("v9.2-contact")).isEqualTo(new Content.Contact("Ana", Optional.of("+55 62 99876-5432")));
        assertThat(content("v9.2-contacts")).isEqualTo(new Content.Contact("Ana", Optional.of("5562998765432")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"video\":\"statics/a.mp4\",\"body\":\"veja\"|video",
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

    @Test
    void a_message_without_content_is_unsupported() {
        assertThat(content("v9.2-no-content")).isEqualTo(new Content.Unsupported("unknown"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"yesterday\"",
                "1763663462",
                "\"+999999999-12-31T23:59:59Z\"",
                "\"1900-01-01T00:00:00Z\"",
                "\"2027-01-01T00:00:00Z\"",
                "null"
            })
    void a_time_that_cannot_be_is_the_time_of_receipt(String timestamp) {
        IncomingMessage message =
                decoded(Webhooks.message("3A", "\"body\":\"oi\"").replace("\"2026-11-20T18:31:02Z\"", timestamp));

        assertThat(message.sentAt()).isEqualTo(RECEIVED);
    }

    @Test
    void a_receipt_from_an_impossible_time_happened_when_it_came() {
        String body = Webhooks.recorded("v9.2-read").replace("2026-11-20T18:31:09Z", "+999999999-12-31T23:59:59Z");

        assertThat(decode(body))
                .isEqualTo(new Intake.Receipts(
                        List.of(new GatewayFact.Read(Gowa.CHANNEL, OWN, List.of("3EB0A1B2C3D4E5F60718"), RECEIVED))));
    }

    @Test
    void a_long_text_is_cut_between_characters() {
        String body = "\"body\":\"" + "a".repeat(IncomingMessage.MAX_TEXT - 1) + "😀😀\"";

        Content.Text text = (Content.Text) decoded(Webhooks.message("3A", body)).content();

        assertThat(text.text()).isEqualTo("a".repeat(IncomingMessage.MAX_TEXT - 1));
    }

    static Stream<String> largest_contents() {
        String long_ = "\\u0001".repeat(20_000);
        String path = "é".repeat(1_024);
        return Stream.of(
                "\"body\":\"" + long_ + "\"",
                "\"image\":{\"path\":\"" + path + "\",\"url\":\"" + path + path + "\",\"caption\":\"" + long_ + "\"}",
                "\"audio\":{\"path\":\"" + path + "\",\"mime_type\":\"" + long_ + "\",\"caption\":\"" + long_ + "\"}",
                "\"document\":{\"url\":\"" + path + path + "\",\"filename\":\"" + long_ + "\",\"caption\":\"" + long_
                        + "\"}",
                "\"location\":{\"degreesLatitude\":1,\"degreesLongitude\":1,\"name\":\"" + long_ + "\",\"address\":\""
                        + long_ + "\"}",
                "\"contact\":{\"displayName\":\"" + long_ + "\",\"phone_number\":\"" + long_ + "\"}");
    }

    @ParameterizedTest
    @MethodSource("largest_contents")
    void no_envelope_is_longer_than_its_limit(String content) {
        String body = Webhooks.message("A".repeat(128), content).replace("Maria", "\\u0001".repeat(1_000));

        IncomingMessage message = decoded(body);

        assertThat(Json.write(message).getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(IncomingMessage.MAX_BYTES);
    }

    @Test
    void an_edit_is_as_long_as_a_text_at_most() {
        String body = Webhooks.recorded("v9.2-edited").replace("quero inscrever 2 pessoas", "\\u0001".repeat(20_000));

        assertThat(Json.write(decoded(body)).getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThan(IncomingMessage.MAX_BYTES);
    }

    private Content content(String recorded) {
        return message(recorded).content();
    }

    private IncomingMessage message(String recorded) {
        return decoded(Webhooks.recorded(recorded));
    }

    private IncomingMessage decoded(String body) {
        return ((Intake.Messages) decode(body)).messages().getFirst();
    }

    private Intake decode(String body) {
        return decoder.decode(call(body));
    }

    private static WebhookCall call(String body) {
        return new WebhookCall(Map.of(), body.getBytes(StandardCharsets.UTF_8), RECEIVED, "r-1");
    }

    private String place(String mediaRef) {
        return seal.open(Gowa.CHANNEL, mediaRef).orElseThrow();
    }
}
