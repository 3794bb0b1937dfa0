package congressbot.dev.simulator;

import static congressbot.dev.simulator.TestSimulator.JOAO;
import static congressbot.dev.simulator.TestSimulator.MARIA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The simulator as the gateway sees it: GOWA's written contract.
class BridgeTest {
    @TempDir
    Path folder;

    private TestSimulator test;

    @BeforeEach
    void open() {
        test = new TestSimulator(folder);
    }

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void a_text_comes_to_the_gateway_as_a_signed_webhook() throws Exception {
        test.say(MARIA, "quero me inscrever");

        await().until(() -> test.webhooks().size() == 1);
        TestSimulator.Webhook webhook = test.webhooks().getFirst();
        JsonNode payload = webhook.json().path("payload");
        assertThat(webhook.signature()).isEqualTo("sha256=" + hmac(webhook.body()));
        assertThat(webhook.json().path("device_id").asText()).isEqualTo("556230002027@s.whatsapp.net");
        assertThat(payload.path("chat_id").asText()).isEqualTo(MARIA + "@s.whatsapp.net");
        assertThat(payload.path("from_name").asText()).isEqualTo("Maria");
        assertThat(payload.path("body").asText()).isEqualTo("quero me inscrever");
        assertThat(payload.path("timestamp").asText()).matches("[0-9-]{10}T[0-9:]{8}Z");
        await().until(() -> test.status(MARIA).equals("delivered"));
    }

    @Test
    void a_webhook_is_tried_five_times_and_keeps_its_id() {
        test.answers(503, 500, 503, 503);

        test.say(MARIA, "oi");

        await().until(() -> test.status(MARIA).equals("delivered"));
        assertThat(test.texts()).containsExactly("oi");
    }

    @Test
    void after_five_tries_a_webhook_is_dropped_and_the_person_sees_it() {
        test.answers(503, 503, 503, 503, 503);

        test.say(MARIA, "oi");

        await().until(() -> test.status(MARIA).equals("failed"));
        assertThat(test.webhooks()).isEmpty();
    }

    @Test
    void messages_arrive_in_the_order_of_the_person() {
        for (int i = 0; i < 20; i++) {
            test.say(MARIA, "mensagem " + i);
        }

        await().until(() -> test.texts().size() == 20);
        assertThat(test.texts()).isSortedAccordingTo((a, b) -> number(a) - number(b));
    }

    @Test
    void duplicado_brings_the_same_message_three_times() {
        test.say(MARIA, "!duplicado oi");

        await().until(() -> test.texts().size() == 3);
        assertThat(test.texts()).containsOnly("oi");
        assertThat(test.events("message").stream()
                        .map(event -> event.at("/payload/id"))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void a_magic_word_alone_goes_to_nobody_and_holds_for_the_next_message() {
        test.say(MARIA, "!duplicado");
        test.say(MARIA, "oi");

        await().until(() -> test.texts().size() == 3);
        assertThat(test.texts()).containsOnly("oi");
        assertThat(test.phone(MARIA).path("messages").path(1).path("magicWord").asText())
                .isEqualTo("!duplicado");
        assertThat(test.messages(MARIA, "").findValuesAsText("content")).containsExactly("oi");
    }

    @Test
    void desordem_lets_the_next_message_overtake() {
        test.say(MARIA, "antes");
        test.say(MARIA, "!desordem primeira");
        test.say(MARIA, "segunda");

        await().until(() -> test.texts().size() == 3);
        assertThat(test.texts()).containsExactly("antes", "segunda", "primeira");
    }

    @Test
    void words_add_up() {
        test.say(MARIA, "!duplicado !desordem primeira");
        test.say(MARIA, "segunda");

        await().until(() -> test.texts().size() == 4);
        assertThat(test.texts())
                .startsWith("segunda")
                .filteredOn("primeira"::equals)
                .hasSize(3);
    }

    @Test
    void desordem_waits_for_another_message_only_for_a_while() {
        test.say(MARIA, "!desordem primeira");

        await().until(() -> test.texts().equals(List.of("primeira")));
    }

    @Test
    void falha_refuses_the_reply_twice() {
        test.say(MARIA, "!falha oi");

        assertThat(test.send(MARIA, "olá").statusCode()).isEqualTo(503);
        assertThat(test.send(JOAO, "olá").statusCode()).isEqualTo(200);
        assertThat(test.send(MARIA, "olá").body()).contains("DEVICE_MANAGER_UNAVAILABLE");
        assertThat(test.send(MARIA, "olá").statusCode()).isEqualTo(200);
    }

    @Test
    void lento_makes_the_next_reply_slow() {
        test.say(MARIA, "!lento oi");
        long start = System.nanoTime();

        assertThat(test.send(MARIA, "olá").statusCode()).isEqualTo(200);

        assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(500_000_000L);
    }

    @Test
    void fora_do_ar_loses_whatsapp_for_a_while_and_no_message() {
        test.say(MARIA, "!fora-do-ar oi");

        assertThat(test.status(MARIA)).isEqualTo("waiting");
        assertThat(test.send(MARIA, "olá").body()).contains("AUTHENTICATION_ERROR");
        assertThat(connected()).isFalse();
        await().until(() -> test.texts().size() == 1);
        assertThat(connected()).isTrue();
        assertThat(test.send(MARIA, "olá").statusCode()).isEqualTo(200);
    }

    @Test
    void a_reply_appears_on_the_phone_and_its_receipts_come_back() {
        String id = TestSimulator.read(test.send(MARIA, "olá, *Maria*").body())
                .at("/results/message_id")
                .asText();

        JsonNode message = test.phone(MARIA).path("messages").path(0);
        assertThat(message.path("id").asText()).isEqualTo(id);
        assertThat(message.at("/content/text").asText()).isEqualTo("olá, *Maria*");
        test.post("/api/phones/" + MARIA + "/seen", "");
        await().until(() -> test.events("message.ack").size() == 2);
        assertThat(test.events("message.ack").stream()
                        .map(event -> event.at("/payload/receipt_type").asText()))
                .containsExactlyInAnyOrder("delivered", "read");
        assertThat(test.events("message.ack"))
                .allMatch(event -> event.at("/payload/ids/0").asText().equals(id));
    }

    @Test
    void read_marks_and_typing_are_seen_on_the_phone() {
        test.say(MARIA, "oi");
        await().until(() -> test.status(MARIA).equals("delivered"));
        String id = test.events("message").getFirst().at("/payload/id").asText();
        var chat = Map.of("phone", MARIA + "@s.whatsapp.net", "action", "start");

        test.bridge(test.post("/message/" + id + "/read").POST(TestSimulator.json(chat)));
        test.bridge(test.post("/send/chat-presence").POST(TestSimulator.json(chat)));

        assertThat(test.status(MARIA)).isEqualTo("read");
        assertThat(test.phone(MARIA).path("typing").asBoolean()).isTrue();
        test.send(MARIA, "olá");
        assertThat(test.phone(MARIA).path("typing").asBoolean()).isFalse();
    }

    @Test
    void the_bridge_asks_for_its_password() {
        HttpResponse<String> answer = test.post("/send/message", "{\"phone\":\"" + MARIA + "\",\"message\":\"olá\"}");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
        assertThat(test.get("/chats").statusCode()).isEqualTo(401);
        assertThat(test.phone(MARIA).path("messages")).isEmpty();
    }

    @Test
    void what_cannot_be_sent_is_refused_in_the_bridges_words() {
        assertThat(test.send(MARIA, " ").body()).contains("VALIDATION_ERROR");
        assertThat(test.send("5511999999999", "olá").body()).contains("INVALID_JID");
        assertThat(test.bridge(test.post("/send/message").POST(BodyPublishers.ofString("{")))
                        .body())
                .contains("INTERNAL_SERVER_ERROR");
    }

    @Test
    void chats_and_messages_are_listed_newest_message_first_and_in_pages() {
        test.say(MARIA, "um");
        test.say(MARIA, "dois");
        await().until(() -> test.texts().size() == 2);
        test.send(MARIA, "três");

        assertThat(test.messages(MARIA, "").findValuesAsText("content")).containsExactly("três", "dois", "um");
        assertThat(test.messages(MARIA, "?is_from_me=false&limit=1").findValuesAsText("content"))
                .containsExactly("dois");
        assertThat(test.messages(MARIA, "?offset=2").findValuesAsText("content"))
                .containsExactly("um");
        assertThat(test.messages(MARIA, "?start_time=" + Instant.now().plusSeconds(60)))
                .isEmpty();
        assertThat(test.messages("5511999999999", "")).isEmpty();
        assertThat(test.bridge(HttpRequest.newBuilder(test.at("/chats"))).body())
                .contains(MARIA)
                .doesNotContain(JOAO);
    }

    @Test
    void a_voice_note_is_handed_over_by_reference_and_served_to_everybody_who_knows_its_name() {
        byte[] ogg = "OggS and more".getBytes(StandardCharsets.UTF_8);

        assertThat(test.post("/api/phones/" + MARIA + "/voice?seconds=3", ogg).statusCode())
                .isEqualTo(202);

        await().until(() -> test.events("message").size() == 1);
        String path = test.events("message").getFirst().at("/payload/audio").asText();
        assertThat(path).matches("statics/media/[0-9a-f-]{36}\\.ogg");
        assertThat(test.get("/" + path).body()).isEqualTo("OggS and more");
        String id = test.events("message").getFirst().at("/payload/id").asText();
        HttpResponse<String> download = test.bridge(
                HttpRequest.newBuilder(test.at("/message/" + id + "/download?phone=" + MARIA + "@s.whatsapp.net")));
        assertThat(TestSimulator.read(download.body()).at("/results/file_path").asText())
                .isEqualTo(path);
    }

    @Test
    void an_image_and_a_location_are_written_as_the_bridge_does() {
        byte[] jpeg = HexFormat.of().parseHex("ffd8ffe000104a464946");

        test.post("/api/phones/" + MARIA + "/image?caption=crach%C3%A1", jpeg);
        test.post("/api/phones/" + MARIA + "/image", jpeg);
        test.post(
                "/api/phones/" + MARIA + "/location", "{\"latitude\":-16.5,\"longitude\":-49.25,\"name\":\"Goiânia\"}");

        await().until(() -> test.events("message").size() == 3);
        JsonNode withCaption = test.events("message").getFirst().path("payload");
        assertThat(withCaption.at("/image/caption").asText()).isEqualTo("crachá");
        assertThat(withCaption.path("body").asText()).isEqualTo("crachá");
        assertThat(test.events("message").get(1).at("/payload/image").isTextual())
                .isTrue();
        JsonNode place = test.events("message").get(2).at("/payload/location");
        assertThat(place.path("degreesLatitude").asDouble()).isEqualTo(-16.5);
        assertThat(place.path("name").asText()).isEqualTo("Goiânia");
    }

    @Test
    void a_simulator_that_starts_again_has_its_chats_and_hands_over_what_was_on_the_way() throws Exception {
        test.say(MARIA, "chegou");
        await().until(() -> test.status(MARIA).equals("delivered"));
        test.say(JOAO, "!fora-do-ar a caminho");
        Files.write(folder.resolve("chats.jsonl"), halfALine(), StandardOpenOption.APPEND);

        test.restart();

        await().until(() -> test.texts().contains("a caminho"));
        assertThat(test.phone(MARIA).at("/messages/0/content/text").asText()).isEqualTo("chegou");
        await().until(() -> test.status(JOAO).equals("delivered"));
        assertThat(test.texts()).containsOnlyOnce("chegou");
    }

    private boolean connected() {
        String status =
                test.bridge(HttpRequest.newBuilder(test.at("/app/status"))).body();
        assertThat(TestSimulator.read(status).at("/results/is_logged_in").asBoolean())
                .isTrue();
        return TestSimulator.read(status).at("/results/is_connected").asBoolean();
    }

    /// Cut in the middle of a letter.
    private static byte[] halfALine() {
        byte[] whole = "{\"type\":\"Wrote\",\"text\":\"ã".getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOf(whole, whole.length - 1);
    }

    private static int number(String text) {
        return Integer.parseInt(text.substring("mensagem ".length()));
    }

    private static String hmac(String body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(
                new SecretKeySpec("segredo-de-teste-do-congresso-0001".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    }
}
