package congressbot.dev.simulator;

import static congressbot.dev.simulator.TestSimulator.MARIA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import congressbot.dev.bridge.HmacKey;
import congressbot.dev.bridge.wuzapi.Wuzapi;
import congressbot.dev.bridge.wuzapi.WuzapiKeys;
import congressbot.wire.process.Secret;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The simulator as the gateway sees it when it plays wuzapi.
class WuzapiBridgeTest {
    private static final WuzapiKeys KEYS = new WuzapiKeys(
            new Secret("token-of-the-test"),
            new Secret(TestSimulator.KEY),
            new Secret("an-unguessable-part-of-the-address-1"));

    private static final String LID = "18" + MARIA + "@lid";

    @TempDir
    Path folder;

    private TestSimulator test;

    @BeforeEach
    void open() {
        test = new TestSimulator(folder, new Wuzapi(KEYS, Wuzapi.Format.FORM));
    }

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void a_text_comes_as_a_signed_form_from_a_hidden_number() {
        test.say(MARIA, "quero me inscrever: 100% * ~ é");

        TestSimulator.Webhook webhook = webhooks(1).getFirst();
        JsonNode event = webhook.json().path("event");
        assertThat(webhook.path()).isEqualTo("/webhooks/wuzapi/an-unguessable-part-of-the-address-1");
        assertThat(webhook.type()).isEqualTo("application/x-www-form-urlencoded");
        assertThat(webhook.signature()).isEqualTo(new HmacKey(KEYS.hmac()).sign(webhook.body()));
        assertThat(webhook.body()).startsWith("instanceName=congresso&jsonData=%7B%22type%22%3A%22Message%22");
        assertThat(webhook.form()).containsEntry("userID", "9f2c");
        assertThat(event.at("/Info/Chat").asText()).isEqualTo(LID);
        assertThat(event.at("/Info/Sender").asText()).isEqualTo("18" + MARIA + ":12@lid");
        assertThat(event.at("/Info/SenderAlt").asText()).isEqualTo(MARIA + ":12@s.whatsapp.net");
        assertThat(event.at("/Info/Timestamp").asText()).matches("[0-9-]{10}T[0-9:]{5,8}-03:00");
        assertThat(event.at("/Message/conversation").asText()).isEqualTo("quero me inscrever: 100% * ~ é");
        await().until(() -> test.status(MARIA).equals("delivered"));
    }

    @Test
    void the_other_format_is_the_same_event_as_json(@TempDir Path other) {
        try (TestSimulator json = new TestSimulator(other, new Wuzapi(KEYS, Wuzapi.Format.JSON))) {
            json.say(MARIA, "oi");

            await().until(() -> json.webhooks().size() == 1);
            JsonNode body = TestSimulator.read(json.webhooks().getFirst().body());
            assertThat(json.webhooks().getFirst().type()).isEqualTo("application/json");
            assertThat(body.path("userID").asText()).isEqualTo("9f2c");
            assertThat(body.at("/event/Message/conversation").asText()).isEqualTo("oi");
        }
    }

    @Test
    void a_message_with_an_id_is_sent_once() {
        Map<String, Object> message = Map.of("Phone", LID, "Body", "olá", "Id", "3EB0ABCDEF0123456789AB");

        HttpResponse<String> first = post("/chat/send/text", message);
        HttpResponse<String> second = post("/chat/send/text", message);

        assertThat(TestSimulator.read(first.body()).at("/data/Id").asText()).isEqualTo("3EB0ABCDEF0123456789AB");
        assertThat(TestSimulator.read(second.body()).at("/data/Details").asText())
                .isEqualTo("Sent");
        assertThat(TestSimulator.read(second.body()).at("/data/Timestamp").isNumber())
                .isTrue();
        assertThat(test.phone(MARIA).path("messages")).hasSize(1);
        assertThat(webhooks(1).getFirst().json().path("state").asText()).isEqualTo("Delivered");
        test.post("/api/phones/" + MARIA + "/seen", "");
        assertThat(webhooks(2).getLast().json().path("state").asText()).isEqualTo("Read");
    }

    @Test
    void what_cannot_be_sent_is_refused_in_the_bridges_words() {
        assertThat(post("/chat/send/text", Map.of("Body", "olá")).body()).contains("missing Phone in Payload");
        assertThat(post("/chat/send/text", Map.of("Phone", LID)).body()).contains("missing Body in Payload");
        assertThat(post("/chat/send/text", "no object").statusCode()).isEqualTo(400);
        assertThat(post("/chat/send/text", Map.of("Phone", "5511999999999", "Body", "olá"))
                        .body())
                .contains("no LID found");
        assertThat(test.post("/chat/send/text", "{}").statusCode()).isEqualTo(401);
        test.say(MARIA, "!fora-do-ar oi");
        HttpResponse<String> away = post("/chat/send/text", Map.of("phone", LID, "body", "olá"));
        assertThat(away.statusCode()).isEqualTo(500);
        assertThat(away.body()).contains("not connected", "\"success\":false");
    }

    @Test
    void pictures_and_documents_of_ours_appear_on_the_phone() {
        String png = "data:image/png;base64," + base64(HexFormat.of().parseHex("89504e470d0a1a0a"));
        String pdf = "data:application/octet-stream;base64," + base64("%PDF-1.7".getBytes(StandardCharsets.US_ASCII));

        assertThat(post("/chat/send/image", Map.of("Phone", LID, "Image", png, "Caption", "seu crachá"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(post("/chat/send/document", Map.of("Phone", LID, "Document", pdf))
                        .body())
                .contains("missing FileName");
        assertThat(post("/chat/send/document", Map.of("Phone", LID, "Document", pdf, "FileName", "crachá.pdf"))
                        .statusCode())
                .isEqualTo(200);

        JsonNode messages = test.phone(MARIA).path("messages");
        assertThat(messages.at("/0/content/caption").asText()).isEqualTo("seu crachá");
        assertThat(messages.at("/1/content/fileName").asText()).isEqualTo("crachá.pdf");
        assertThat(test.get(messages.at("/1/content/media").asText()).body()).isEqualTo("%PDF-1.7");
    }

    @Test
    void media_come_inside_the_webhook_and_can_be_downloaded_too() {
        byte[] ogg = "OggS and more".getBytes(StandardCharsets.UTF_8);

        test.post("/api/phones/" + MARIA + "/voice?seconds=3", ogg);

        JsonNode told = webhooks(1).getFirst().json();
        JsonNode audio = told.at("/event/Message/audioMessage");
        assertThat(told.path("base64").asText()).isEqualTo(base64(ogg));
        assertThat(told.path("mimeType").asText()).isEqualTo("audio/ogg");
        assertThat(audio.path("PTT").asBoolean()).isTrue();
        Map<String, Object> wanted = Map.of(
                "Url", audio.path("URL").asText(),
                "DirectPath", audio.path("directPath").asText(),
                "MediaKey", audio.path("mediaKey").asText(),
                "Mimetype", audio.path("mimetype").asText(),
                "FileLength", audio.path("fileLength").asLong());
        assertThat(TestSimulator.read(post("/chat/downloadaudio", wanted).body())
                        .at("/data/Data")
                        .asText())
                .isEqualTo("data:audio/ogg; codecs=opus;base64," + base64(ogg));
        assertThat(post(
                                "/chat/downloadaudio",
                                Map.of("DirectPath", audio.path("directPath").asText()))
                        .statusCode())
                .isEqualTo(500);
    }

    @Test
    void what_is_done_to_a_message_is_a_message_of_its_own() {
        test.say(MARIA, "quero inscrever uma pessoa");
        String id = webhooks(1).getFirst().json().at("/event/Info/ID").asText();
        String message = "/api/phones/" + MARIA + "/messages/" + id;

        test.put(message, Map.of("text", "quero inscrever 2 pessoas"));
        test.delete(message);

        JsonNode edited = webhooks(3).get(1).json().path("event");
        assertThat(edited.path("IsEdit").asBoolean()).isTrue();
        assertThat(edited.at("/Message/protocolMessage/type").asInt()).isEqualTo(14);
        assertThat(edited.at("/Message/protocolMessage/key/ID").asText()).isEqualTo(id);
        assertThat(edited.at("/Message/protocolMessage/editedMessage/conversation")
                        .asText())
                .isEqualTo("quero inscrever 2 pessoas");
        assertThat(edited.at("/Info/ID").asText()).isNotEqualTo(id);
        JsonNode deleted = webhooks(3).get(2).json().path("event");
        assertThat(deleted.at("/Message/protocolMessage/type").asInt(9)).isZero();
        assertThat(test.phone(MARIA).at("/messages/0/content/type").asText()).isEqualTo("gone");
    }

    @Test
    void the_organisers_phone_contacts_places_polls_and_reactions_are_told() {
        String phone = "/api/phones/" + MARIA;
        post("/chat/send/text", Map.of("Phone", LID, "Body", "olá", "Id", "3EB01"));
        webhooks(1);

        test.post(phone + "/staff", "{\"text\":\"Oi, aqui é a Ana\"}");
        JsonNode staff = webhooks(2).get(1).json().path("event");
        test.post(phone + "/contact", "{\"name\":\"João\",\"phone\":\"+55 (62) 90000-0002\"}");
        JsonNode contact = webhooks(3).get(2).json().at("/event/Message/contactMessage");
        test.post(phone + "/poll", "{\"question\":\"Quando?\",\"options\":[\"Hoje\",\"Amanhã\"]}");
        JsonNode poll = webhooks(4).get(3).json().at("/event/Message/pollCreationMessage");
        test.put(phone + "/messages/3EB01/reaction", Map.of("emoji", "👍"));
        JsonNode reaction = webhooks(5).get(4).json().at("/event/Message/reactionMessage");

        assertThat(staff.at("/Info/IsFromMe").asBoolean()).isTrue();
        assertThat(staff.at("/Info/Chat").asText()).isEqualTo(LID);
        assertThat(staff.at("/Info/Sender").asText()).isEqualTo("556230002027:12@s.whatsapp.net");
        assertThat(contact.path("vcard").asText()).contains("waid=5562900000002");
        assertThat(poll.at("/options/1/optionName").asText()).isEqualTo("Amanhã");
        assertThat(reaction.path("text").asText()).isEqualTo("👍");
        assertThat(reaction.at("/key/ID").asText()).isEqualTo("3EB01");
        assertThat(test.phone(MARIA).at("/messages/0/reaction").asText()).isEqualTo("👍");
    }

    @Test
    void a_number_that_was_unlinked_is_paired_again() {
        assertThat(status().path("loggedIn").asBoolean()).isTrue();
        assertThat(get("/session/qr").body()).contains("already logged in");

        test.delete("/api/link");

        assertThat(webhooks(1).getFirst().json().path("type").asText()).isEqualTo("LoggedOut");
        assertThat(status().path("loggedIn").asBoolean(true)).isFalse();
        assertThat(get("/session/qr").body()).contains("no session");
        assertThat(post("/session/connect", Map.of("Immediate", true)).statusCode())
                .isEqualTo(200);
        assertThat(get("/session/qr").body()).contains("data:image/png;base64,iVBOR");
        assertThat(post("/session/pairphone", Map.of("Phone", "556230002027")).body())
                .contains("ABCD-2345");
        test.post("/api/link", "");
        assertThat(webhooks(2).getLast().json().path("type").asText()).isEqualTo("Connected");
        assertThat(status().path("connected").asBoolean()).isTrue();
        assertThat(post("/session/connect", Map.of()).body()).contains("already connected");
    }

    @Test
    void webhooks_go_where_the_bridge_is_told_signed_as_it_is_told() {
        String gateway =
                TestSimulator.read(get("/webhook").body()).at("/data/webhook").asText();
        String other = "another-key-of-more-than-thirty-two-characters";

        post("/webhook", Map.of("webhookurl", gateway + "/2", "events", List.of("Message")));
        post("/session/hmac/config", Map.of("hmac_key", other));
        test.say(MARIA, "oi");
        post("/chat/send/text", Map.of("Phone", LID, "Body", "olá"));
        test.say(MARIA, "tudo bem?");

        TestSimulator.Webhook webhook = webhooks(2).getFirst();
        assertThat(webhook.path()).endsWith("/2");
        assertThat(webhook.signature()).isEqualTo(new HmacKey(new Secret(other)).sign(webhook.body()));
        assertThat(webhooks(2))
                .allMatch(each -> each.json().path("type").asText().equals("Message"));
    }

    @Test
    void typing_and_read_marks_are_seen_on_the_phone() {
        test.say(MARIA, "oi");
        String id = webhooks(1).getFirst().json().at("/event/Info/ID").asText();
        await().until(() -> test.status(MARIA).equals("delivered"));

        post("/chat/markread", Map.of("Id", List.of(id), "ChatPhone", LID, "SenderPhone", LID));
        post("/chat/presence", Map.of("Phone", LID, "State", "composing", "Media", ""));

        assertThat(test.status(MARIA)).isEqualTo("read");
        assertThat(test.phone(MARIA).path("typing").asBoolean()).isTrue();
    }

    private List<TestSimulator.Webhook> webhooks(int count) {
        return await().until(test::webhooks, all -> all.size() >= count);
    }

    private JsonNode status() {
        return TestSimulator.read(get("/session/status").body()).path("data");
    }

    private HttpResponse<String> get(String path) {
        return test.exchange(HttpRequest.newBuilder(test.at(path))
                .header("token", KEYS.token().reveal()));
    }

    private HttpResponse<String> post(String path, Object body) {
        return test.exchange(
                test.post(path).header("Token", KEYS.token().reveal()).POST(TestSimulator.json(body)));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
