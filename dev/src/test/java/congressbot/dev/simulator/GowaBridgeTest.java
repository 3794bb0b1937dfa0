package congressbot.dev.simulator;

import static congressbot.dev.simulator.TestSimulator.JOAO;
import static congressbot.dev.simulator.TestSimulator.MARIA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import congressbot.dev.bridge.HmacKey;
import congressbot.wire.process.Secret;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The simulator as the gateway sees it when it plays GOWA: its written contract.
class GowaBridgeTest {
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
    void a_text_comes_to_the_gateway_as_a_signed_webhook() {
        test.say(MARIA, "quero me inscrever");

        await().until(() -> test.webhooks().size() == 1);
        TestSimulator.Webhook webhook = test.webhooks().getFirst();
        JsonNode payload = webhook.json().path("payload");
        assertThat(webhook.signature())
                .isEqualTo("sha256=" + new HmacKey(new Secret(TestSimulator.KEY)).sign(webhook.body()));
        assertThat(webhook.json().path("device_id").asText()).isEqualTo("556230002027@s.whatsapp.net");
        assertThat(payload.path("chat_id").asText()).isEqualTo(MARIA + "@s.whatsapp.net");
        assertThat(payload.path("from_name").asText()).isEqualTo("Maria");
        assertThat(payload.path("body").asText()).isEqualTo("quero me inscrever");
        assertThat(payload.path("timestamp").asText()).matches("[0-9-]{10}T[0-9:]{8}Z");
        await().until(() -> test.status(MARIA).equals("delivered"));
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
    void documents_contacts_and_polls_are_written_as_the_bridge_does() {
        String phone = "/api/phones/" + MARIA;

        test.post(phone + "/document?name=crach%C3%A1.pdf", "%PDF-1.7");
        test.post(phone + "/contact", "{\"name\":\"João\",\"phone\":\"+55 (62) 90000-0002\"}");
        test.post(phone + "/poll", "{\"question\":\"Quando?\",\"options\":[\"Hoje\",\"Amanhã\"]}");

        await().until(() -> test.events("message").size() == 3);
        List<JsonNode> payloads = test.events("message").stream()
                .map(event -> event.path("payload"))
                .toList();
        assertThat(payloads.getFirst().path("document").asText()).matches("statics/media/[0-9a-f-]{36}\\.pdf");
        assertThat(payloads.get(1).at("/contact/displayName").asText()).isEqualTo("João");
        assertThat(payloads.get(1).at("/contact/vcard").asText()).contains("waid=5562900000002");
        assertThat(payloads.get(2).has("body")).isFalse();
    }

    @Test
    void what_is_done_to_a_message_is_an_event_of_its_own() {
        test.say(MARIA, "quero inscrever uma pessoa");
        await().until(() -> test.status(MARIA).equals("delivered"));
        String id = test.events("message").getFirst().at("/payload/id").asText();
        String message = "/api/phones/" + MARIA + "/messages/" + id;
        String ours = TestSimulator.read(test.send(MARIA, "olá").body())
                .at("/results/message_id")
                .asText();

        test.put(message, Map.of("text", "quero inscrever 2 pessoas"));
        test.put("/api/phones/" + MARIA + "/messages/" + ours + "/reaction", Map.of("emoji", "👍"));
        test.delete(message);

        await().until(() -> test.events("message.revoked").size() == 1);
        JsonNode edited = test.events("message.edited").getFirst().path("payload");
        assertThat(edited.path("original_message_id").asText()).isEqualTo(id);
        assertThat(edited.path("body").asText()).isEqualTo("quero inscrever 2 pessoas");
        assertThat(edited.path("id").asText()).isNotEqualTo(id);
        JsonNode reaction = test.events("message.reaction").getFirst().path("payload");
        assertThat(reaction.path("reaction").asText()).isEqualTo("👍");
        assertThat(reaction.path("reacted_message_id").asText()).isEqualTo(ours);
        assertThat(test.events("message.revoked")
                        .getFirst()
                        .at("/payload/revoked_message_id")
                        .asText())
                .isEqualTo(id);
        assertThat(test.messages(MARIA, "?is_from_me=false")).isEmpty();
    }

    @Test
    void what_the_organisers_write_on_their_phone_comes_as_ours() {
        test.post("/api/phones/" + MARIA + "/staff", "{\"text\":\"Oi, aqui é a Ana\"}");

        await().until(() -> test.events("message").size() == 1);
        JsonNode payload = test.events("message").getFirst().path("payload");
        assertThat(payload.path("is_from_me").asBoolean()).isTrue();
        assertThat(payload.path("from").asText()).isEqualTo("556230002027@s.whatsapp.net");
        assertThat(payload.path("chat_id").asText()).isEqualTo(MARIA + "@s.whatsapp.net");
        assertThat(test.phone(MARIA).at("/messages/0/from").asText()).isEqualTo("staff");
        assertThat(test.messages(MARIA, "?is_from_me=true")).hasSize(1);
    }

    @Test
    void pictures_and_files_of_ours_appear_on_the_phone() {
        String png = "\u0089PNG\r\n\u001a\n";

        HttpResponse<String> image = test.bridge(upload("/send/image", "image", "image/png", png));
        HttpResponse<String> file = test.bridge(upload("/send/file", "file", "application/pdf", "%PDF-1.7"));
        HttpResponse<String> webp = test.bridge(upload("/send/image", "image", "image/webp", png));

        JsonNode messages = test.phone(MARIA).path("messages");
        assertThat(image.statusCode()).isEqualTo(200);
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(webp.body()).contains("VALIDATION_ERROR");
        assertThat(messages.at("/0/content/type").asText()).isEqualTo("image");
        assertThat(messages.at("/0/content/caption").asText()).isEqualTo("legenda");
        assertThat(messages.at("/1/content/fileName").asText()).isEqualTo("a.bin");
        assertThat(test.get(messages.at("/1/content/media").asText()).body()).isEqualTo("%PDF-1.7");
    }

    @Test
    void a_number_that_was_unlinked_is_paired_again() {
        test.delete("/api/link");

        assertThat(session("/app/status").at("/results/is_logged_in").asBoolean(true))
                .isFalse();
        assertThat(test.send(MARIA, "olá").body()).contains("AUTHENTICATION_ERROR");
        String link = session("/app/login").at("/results/qr_link").asText();
        assertThat(test.exchange(HttpRequest.newBuilder(URI.create(link))).statusCode())
                .isEqualTo(200);
        assertThat(session("/app/login-with-code?phone=556230002027")
                        .at("/results/pair_code")
                        .asText())
                .isEqualTo("ABCD-2345");
        test.post("/api/link", "");
        assertThat(session("/app/login").path("code").asText()).isEqualTo("ALREADY_LOGGED_IN");
        assertThat(session("/app/devices").at("/results/0/jid").asText()).isEqualTo("556230002027@s.whatsapp.net");
        assertThat(test.send(MARIA, "olá").statusCode()).isEqualTo(200);
    }

    private JsonNode session(String path) {
        return TestSimulator.read(
                test.bridge(HttpRequest.newBuilder(test.at(path))).body());
    }

    private HttpRequest.Builder upload(String path, String part, String type, String content) {
        String body = "--x\r\nContent-Disposition: form-data; name=\"phone\"\r\n\r\n" + MARIA
                + "\r\n--x\r\nContent-Disposition: form-data; name=\"caption\"\r\n\r\nlegenda"
                + "\r\n--x\r\nContent-Disposition: form-data; name=\"" + part + "\"; filename=\"a.bin\"\r\n"
                + "Content-Type: " + type + "\r\n\r\n" + content + "\r\n--x--\r\n";
        return HttpRequest.newBuilder(test.at(path))
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofString(body, StandardCharsets.ISO_8859_1));
    }
}
