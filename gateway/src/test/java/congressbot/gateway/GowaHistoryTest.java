package congressbot.gateway;

import static congressbot.gateway.OpenGowa.HIDDEN;
import static congressbot.gateway.OpenGowa.MARIA;
import static congressbot.gateway.OpenGowa.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import congressbot.gateway.GowaChats.Stored;
import congressbot.gateway.bridge.Instance;
import congressbot.gateway.bridge.Missed;
import congressbot.gateway.bridge.gowa.Gowa;
import congressbot.wire.message.Content;
import congressbot.wire.message.ConversationId;
import congressbot.wire.message.IncomingMessage;
import congressbot.wire.message.MessageId;
import congressbot.wire.message.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GowaHistoryTest {
    private static final String OWN = "5585911110000";
    private static final String ANA = "5562998765432@s.whatsapp.net";
    private static final Instant SINCE = NOON.minus(Duration.ofHours(1));
    private static final Instant MEANWHILE = NOON.minus(Duration.ofMinutes(30));

    private final OpenGowa gowa = new OpenGowa();
    private final GowaChats chats = gowa.fake.chats();

    @AfterEach
    void close() {
        gowa.close();
    }

    @Test
    void a_missed_text_is_the_message_that_its_webhook_would_have_been() {
        chats.store(Stored.text("3A01", MARIA, MEANWHILE, "quero me inscrever"));
        chats.name(MARIA, "Maria");

        IncomingMessage message = missed().getFirst();

        assertThat(message)
                .isEqualTo(new IncomingMessage(
                        IncomingMessage.VERSION,
                        Gowa.CHANNEL,
                        OWN,
                        new ConversationId(Gowa.CHANNEL, OWN, MARIA),
                        MARIA,
                        List.of(MARIA),
                        new MessageId(Gowa.CHANNEL, OWN, "3A01"),
                        new Content.Text("quero me inscrever"),
                        Optional.of("Maria"),
                        Optional.of(new PhoneNumber("+5585922223333")),
                        MEANWHILE,
                        NOON,
                        message.requestId()));
    }

    @Test
    void messages_of_all_chats_come_oldest_first() {
        chats.store(Stored.text("3A03", MARIA, MEANWHILE.plusSeconds(3), "3"));
        chats.store(Stored.text("3A01", MARIA, MEANWHILE.plusSeconds(1), "1"));
        chats.store(Stored.text("3A02", ANA, MEANWHILE.plusSeconds(2), "2"));
        chats.store(Stored.text("3A04", HIDDEN, MEANWHILE.plusSeconds(4), "4"));

        assertThat(ids()).containsExactly("3A01", "3A02", "3A03", "3A04");
        assertThat(missed().getLast().conversation().contact()).isEqualTo(HIDDEN);
        assertThat(missed().getLast().phone()).isEmpty();
        assertThat(missed().getLast().senderName()).isEmpty();
    }

    @Test
    void what_is_older_and_what_no_person_wrote_to_us_is_left_out() {
        chats.store(Stored.text("3A01", MARIA, MEANWHILE, "oi"));
        chats.store(Stored.text("3A02", MARIA, SINCE.minusSeconds(1), "antes"));
        chats.store(Stored.ours("3EB0", MARIA, MEANWHILE, "Qual é o seu nome?"));
        chats.store(Stored.media("call:1", MARIA, MEANWHILE, "Incoming call", "call"));
        chats.store(Stored.media("3A03", MARIA, MEANWHILE, "", "view_once_unavailable"));
        chats.store(Stored.text("3 A", MARIA, MEANWHILE, "an id that no envelope takes"));
        chats.store(Stored.text("3A04", "120363025@g.us", MEANWHILE, "grupo"));
        chats.store(Stored.text("3A05", "status@broadcast", MEANWHILE, "status"));

        assertThat(ids()).containsExactly("3A01");
    }

    @Test
    void files_are_fetched_by_the_id_of_their_message() {
        chats.store(Stored.media("3A01", MARIA, MEANWHILE, "", "audio"));
        chats.store(Stored.media("3A02", MARIA, MEANWHILE.plusSeconds(1), "meu crachá", "image"));
        chats.store(Stored.media("3A03", MARIA, MEANWHILE.plusSeconds(2), "", "document"));
        chats.store(Stored.media("3A04", MARIA, MEANWHILE.plusSeconds(3), "veja", "video"));
        chats.store(Stored.media("3A05", MARIA, MEANWHILE.plusSeconds(4), "", "sticker"));

        List<Content> contents = missed().stream().map(IncomingMessage::content).toList();

        assertThat(contents.get(0))
                .isInstanceOfSatisfying(
                        Content.Audio.class,
                        audio -> assertThat(gowa.seal.open(Instance.parse("gowa"), audio.mediaRef()))
                                .get()
                                .asString()
                                .contains("\"messageId\":\"3A01\"", "\"chat\":\"" + MARIA));
        assertThat(contents.get(1))
                .isInstanceOfSatisfying(
                        Content.Image.class,
                        image -> assertThat(image.caption()).contains("meu crachá"));
        assertThat(contents.get(2))
                .isInstanceOfSatisfying(
                        Content.Document.class,
                        document -> assertThat(document.fileName()).contains("document_1"));
        assertThat(contents.get(3)).isEqualTo(new Content.Text("veja"));
        assertThat(contents.get(4)).isEqualTo(new Content.Unsupported("sticker"));
    }

    @Test
    void many_chats_and_many_messages_are_read_page_by_page() {
        for (int i = 0; i < 120; i++) {
            chats.store(
                    Stored.text("3B" + i, (5562900000000L + i) + "@s.whatsapp.net", MEANWHILE.plusSeconds(i), "oi"));
            chats.store(Stored.text("3A" + i, MARIA, MEANWHILE.plusSeconds(i), "oi"));
        }

        assertThat(ids()).hasSize(240).doesNotHaveDuplicates();
    }

    @Test
    void chats_beyond_those_that_are_read_are_not_passed_over_in_silence() {
        chats.instead(call -> FakeGowa.answer(call, 200, groups(Integer.parseInt(call.queryParam("offset")))));

        Missed.Messages missed = (Missed.Messages) gowa.bridge.missedSince(SINCE);

        assertThat(missed.unread()).containsExactly("all in which nothing was said after " + MEANWHILE);
    }

    /// A page of chats, and there is always another one.
    private static String groups(int offset) {
        String rows = IntStream.range(offset, offset + 50)
                .mapToObj(
                        i -> "{\"jid\":\"%d@g.us\",\"last_message_time\":\"%s\"}".formatted(120_363_000 + i, MEANWHILE))
                .collect(Collectors.joining(","));
        return "{\"code\":\"SUCCESS\",\"results\":{\"data\":[" + rows + "],\"pagination\":{\"total\":9000}}}";
    }

    @Test
    void chats_without_anything_new_are_not_read() {
        for (int i = 0; i < 120; i++) {
            chats.store(Stored.text("3B" + i, (5562900000000L + i) + "@s.whatsapp.net", SINCE.minusSeconds(9), "oi"));
        }
        chats.store(Stored.text("3A01", MARIA, MEANWHILE, "oi"));

        assertThat(ids()).containsExactly("3A01");
        assertThat(chats.asked()).hasSize(3); // two pages of chats, one of messages
    }

    @ParameterizedTest
    @ValueSource(strings = {"America/Sao_Paulo", "Pacific/Kiritimati", "Etc/GMT+12", "Asia/Jakarta"})
    void wherever_the_bridge_runs(String zone) {
        chats.zone(ZoneId.of(zone));
        chats.store(Stored.text("3A01", MARIA, MEANWHILE, "oi"));
        chats.store(Stored.text("3A02", MARIA, SINCE.minusSeconds(1), "antes"));

        assertThat(ids()).containsExactly("3A01");
    }

    @Test
    void a_chat_that_is_not_given_out_is_named_and_the_others_are_read() {
        chats.store(Stored.text("3A01", MARIA, MEANWHILE, "oi"));
        chats.store(Stored.text("3A02", ANA, MEANWHILE, "oi"));
        chats.failing(ANA);

        Missed.Messages missed = (Missed.Messages) gowa.bridge.missedSince(SINCE);

        assertThat(missed.messages()).hasSize(1);
        assertThat(missed.unread()).containsExactly("…5432@s.whatsapp.net");
    }

    @Test
    void a_bridge_that_stores_nothing_or_is_too_old_has_no_history() {
        Missed nothing = gowa.bridge.missedSince(SINCE);
        chats.instead(call -> FakeGowa.answer(call, 404, "Cannot GET /chats"));

        assertThat(nothing).isEqualTo(new Missed.NoHistory());
        assertThat(gowa.bridge.missedSince(SINCE)).isEqualTo(new Missed.NoHistory());
    }

    @ParameterizedTest
    @CsvSource({"401, Unauthorized", "500, {}", "503, {}", "504, {}", "200, <html>"})
    void a_bridge_in_trouble_is_asked_later(int status, String body) {
        chats.instead(call -> FakeGowa.answer(call, status, body));

        assertThat(gowa.bridge.missedSince(SINCE)).isInstanceOf(Missed.TryLater.class);
    }

    /// Their webhooks do not tell our number, so their messages are named without it.
    @Test
    void with_version_7_the_ids_are_those_of_its_webhooks() {
        gowa.fake.devices().ofVersion7();
        gowa.fake.onStatus(
                200,
                "{\"code\":\"SUCCESS\",\"results\":{\"is_connected\":true,\"is_logged_in\":true,"
                        + "\"device_id\":\"5585911110000:7@s.whatsapp.net\"}}");
        chats.store(Stored.text("3A01", MARIA, MEANWHILE, "oi"));

        assertThat(missed().getFirst().id()).isEqualTo(MessageId.parse("gowa:gowa:3A01"));
    }

    @Test
    void where_the_state_does_not_tell_our_number_the_device_does() {
        gowa.fake.onStatus(
                200,
                "{\"code\":\"SUCCESS\",\"results\":{\"is_connected\":true,\"is_logged_in\":true,"
                        + "\"device_id\":\"congresso\"}}");
        chats.store(Stored.text("3A01", MARIA, MEANWHILE, "oi"));
        Missed untold = gowa.bridge.missedSince(SINCE);
        gowa.fake.devices().linked("congresso", OWN + ":3@s.whatsapp.net");

        assertThat(untold).isInstanceOf(Missed.TryLater.class);
        assertThat(missed().getFirst().id().account()).isEqualTo(OWN);
    }

    @Test
    void an_instance_with_a_name_names_its_messages_by_it() {
        try (OpenGowa norte = new OpenGowa("gowa:norte", Optional.of("congresso"))) {
            norte.fake.chats().store(Stored.text("3A01", MARIA, MEANWHILE, "oi"));

            Missed.Messages missed = (Missed.Messages) norte.bridge.missedSince(SINCE);

            assertThat(missed.messages().getFirst().id()).isEqualTo(MessageId.parse("gowa:norte:3A01"));
        }
    }

    private List<String> ids() {
        return missed().stream().map(message -> message.id().providerId()).toList();
    }

    private List<IncomingMessage> missed() {
        Missed.Messages missed = (Missed.Messages) gowa.bridge.missedSince(SINCE);
        assertThat(missed.unread()).isEmpty();
        return missed.messages();
    }
}
