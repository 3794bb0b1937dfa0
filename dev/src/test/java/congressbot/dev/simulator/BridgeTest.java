package congressbot.dev.simulator;

import static congressbot.dev.simulator.TestSimulator.JOAO;
import static congressbot.dev.simulator.TestSimulator.MARIA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What WhatsApp and the bridge do with messages, whichever bridge is played: order, repetitions, and what goes wrong
/// on
/// purpose. Here it is GOWA.
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
}
