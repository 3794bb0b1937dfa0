package congressbot.gateway.bridge.wuzapi;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.gateway.FakeWuzapi;
import congressbot.gateway.bridge.Search;
import congressbot.gateway.bridge.SendResult;
import congressbot.wire.message.Attachment;
import congressbot.wire.message.OutgoingMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What we send by this bridge, and what its answers mean.
class WuzapiSendTest {
    private static final String CHAT = "184467440737095@lid";
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    @TempDir
    private Path folder;

    private TestWuzapi test;

    @BeforeEach
    void open() {
        test = new TestWuzapi(folder, Optional.empty());
    }

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void a_message_is_sent_under_an_id_that_follows_from_its_key() {
        send("r:gowa:1:3A", Optional.empty());
        send("r:gowa:1:3A", Optional.empty());
        send("r:gowa:1:3B", Optional.empty());

        List<String> ids = test.fake.asked("/chat/send/text").stream()
                .map(call -> call.text("Id"))
                .toList();
        assertThat(ids).allMatch(id -> id.matches("3EB0[0-9A-F]{18}"));
        assertThat(ids.get(0)).isEqualTo(ids.get(1)).isNotEqualTo(ids.get(2));
        assertThat(test.fake.asked("/chat/send/text").getFirst().text("Phone")).isEqualTo(CHAT);
    }

    @Test
    void a_repetition_is_always_allowed_because_it_is_the_same_message() {
        assertThat(test.bridge.sentSince(outgoing(Optional.empty()), "r:1", test.now()))
                .isInstanceOf(Search.Absent.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | could not decode Payload | Refused",
                "400 | missing Body in Payload | Refused",
                "400 | could not parse Phone | Refused",
                "401 | unauthorized | TryLater",
                "404 | 404 page not found | TryLater",
                "405 | | TryLater",
                "408 | | TryLater",
                "413 | | Refused",
                "500 | no session | TryLater",
                "500 | not connected | TryLater",
                "500 | error sending message: server returned error 463 | ReachLimited",
                "500 | error sending message: server returned error 479 | TryLater",
                "500 | error sending message: server returned error 4631 | TryLater",
                "500 | error sending message: no LID found for 5585922223333@s.whatsapp.net from server | TryLater",
                "500 | failed to upload file: timed out | TryLater",
                "500 | error sending message: websocket not connected, EOF | Unknown",
                "500 | error sending message: context deadline exceeded | Unknown",
                "500 | | Unknown",
                "502 | bad gateway | Unknown",
                "503 | | Unknown",
                "504 | | Unknown",
                "301 | | TryLater",
                "202 | | Unknown"
            })
    void every_answer_to_a_send_has_its_meaning(int status, String error, String meaning) {
        test.fake.on(
                "/chat/send/text",
                call -> FakeWuzapi.failed(
                        call, status, Optional.ofNullable(error).orElse("")));

        SendResult result = send("r:1", Optional.empty());

        assertThat(result.getClass().getSimpleName()).isEqualTo(meaning);
        assertThat(result.toString()).doesNotContain("5585922223333");
    }

    @Test
    void success_is_not_believed_where_the_status_says_otherwise() {
        test.fake.on("/chat/send/text", call -> call.status(500).json(Map.of("code", 500, "success", true)));

        assertThat(send("r:1", Optional.empty())).isInstanceOf(SendResult.Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Details\":\"Sent\",\"Id\":\"3EB0AA\",\"Timestamp\":1763663465}",
                "{\"Details\":\"Sent\",\"Id\":\"3EB0AA\",\"Timestamp\":\"2025-05-10T15:31:02-03:00\"}"
            })
    void both_spellings_of_a_success_are_one(String data) {
        test.fake.on(
                "/chat/send/text",
                call -> call.contentType("application/json")
                        .result("{\"code\":200,\"data\":" + data + ",\"success\":true}"));

        assertThat(send("r:1", Optional.empty())).isEqualTo(new SendResult.Sent("3EB0AA"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3EB0 AA", "3EB0\\n", "\u00e9"})
    void an_id_that_is_none_is_the_one_that_we_gave(String id) {
        test.fake.on(
                "/chat/send/text",
                call -> call.contentType("application/json")
                        .result("{\"code\":200,\"data\":{\"Id\":\"" + id + "\"},\"success\":true}"));

        assertThat(send("r:1", Optional.empty())).isEqualTo(new SendResult.Sent(SentId.of("r:1")));
    }

    @Test
    void a_document_is_sent_as_a_file_of_any_type_because_older_builds_take_no_other() {
        byte[] pdf = "%PDF-1.7".getBytes(StandardCharsets.UTF_8);
        Attachment file = new Attachment(
                Attachment.Kind.DOCUMENT, "credencial.pdf", Base64.getEncoder().encodeToString(pdf));

        send("r:1", Optional.of(file));

        FakeWuzapi.Asked asked = test.fake.asked("/chat/send/document").getFirst();
        assertThat(asked.text("Document")).startsWith("data:application/octet-stream;base64,");
        assertThat(asked.text("FileName")).isEqualTo("credencial.pdf");
    }

    @Test
    void a_file_that_is_no_base64_is_refused() {
        Attachment file = new Attachment(Attachment.Kind.IMAGE, "a.png", "@@@@");

        assertThat(send("r:1", Optional.of(file))).isInstanceOf(SendResult.Refused.class);
    }

    private SendResult send(String key, Optional<Attachment> file) {
        return test.bridge.send(outgoing(file), key, PATIENCE);
    }

    private static OutgoingMessage outgoing(Optional<Attachment> file) {
        return new OutgoingMessage(CHAT, Wuzapi.CHANNEL, "wuzapi", "olá", List.of(), file);
    }
}
