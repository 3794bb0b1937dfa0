package congressbot.dev.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import congressbot.wire.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The command as a process of its own: how it starts, dies and ends. The conversation itself is in [BrowserTest].
final class DemoTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String MARIA = "5562900000001";
    private static final int SIGTERM_EXIT = 143;

    @TempDir
    Path data;

    @Test
    void a_killed_demo_goes_on_where_it_was() throws Exception {
        DemoProcess killed = DemoProcess.start(data);
        say(killed, "quero me inscrever");
        replies(killed, 1);
        say(killed, "Maria da Silva");
        killed.kill();

        try (DemoProcess heir = DemoProcess.start(data)) {
            replies(heir, 2);
            say(heir, "maria@ufg.br");

            assertThat(replies(heir, 3).getLast()).contains("maria@ufg.br").contains("CPF");
            assertThat(Files.readString(heir.log())).doesNotContain("maria@ufg.br", "Maria", MARIA);
        }
    }

    @Test
    void a_second_demo_says_where_the_first_one_is_and_one_elsewhere_takes_other_ports() throws Exception {
        try (DemoProcess first = DemoProcess.start(data);
                DemoProcess elsewhere = DemoProcess.start(Files.createDirectory(data.resolve("elsewhere")))) {
            DemoProcess second = DemoProcess.launch(data);

            assertThat(second.exitStatus()).isEqualTo(1);
            assertThat(second.output()).contains("runs here already: " + first.address());
            assertThat(elsewhere.address()).isNotEqualTo(first.address());
            assertThat(first.end()).isEqualTo(SIGTERM_EXIT);
        }
    }

    @Test
    void fresh_begins_without_what_was_there() throws Exception {
        try (DemoProcess first = DemoProcess.start(data)) {
            say(first, "oi");
            replies(first, 1);
        }

        try (DemoProcess fresh = DemoProcess.start(data, "--fresh")) {
            assertThat(messages(fresh)).isEmpty();
        }
    }

    @Test
    void a_fake_model_can_stand_in_for_a_real_one() throws Exception {
        try (DemoProcess demo = DemoProcess.start(data, "--model", "fake")) {
            assertThat(demo.output()).containsPattern("model +a fake one at http://127.0.0.1:[0-9]+/v1");
        }
    }

    @Test
    void a_word_that_it_does_not_know_is_refused() throws Exception {
        DemoProcess wrong = DemoProcess.launch(data, "--frsh");

        assertThat(wrong.exitStatus()).isEqualTo(2);
        assertThat(wrong.output()).contains("usage: demo [--fresh] [--model fake]");
    }

    private static void say(DemoProcess demo, String text) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(demo.address() + "/api/phones/" + MARIA + "/text"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(Json.write(Map.of("text", text))))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(client.send(request, BodyHandlers.discarding()).statusCode())
                    .isEqualTo(202);
        }
    }

    /// The bot's texts on Maria's phone, once there are that many.
    private static List<String> replies(DemoProcess demo, int count) {
        return await().atMost(PATIENCE).until(() -> replies(demo), replies -> replies.size() == count);
    }

    private static List<String> replies(DemoProcess demo) throws IOException, InterruptedException {
        return messages(demo).stream()
                .filter(message -> message.path("from").asText().equals("bot"))
                .map(message -> message.at("/content/text").asText())
                .toList();
    }

    private static List<JsonNode> messages(DemoProcess demo) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(demo.address() + "/api/events"))
                .build();
        HttpClient client = HttpClient.newHttpClient();
        try (var lines = client.send(request, BodyHandlers.ofLines()).body()) {
            String state = lines.skip(1).findFirst().orElseThrow().substring("data: ".length());
            JsonNode maria = Json.MAPPER.readTree(state).path("phones").path(0);
            assertThat(maria.path("number").asText()).isEqualTo(MARIA);
            return StreamSupport.stream(maria.path("messages").spliterator(), false)
                    .toList();
        } finally {
            client.shutdownNow(); // the stream has no end
        }
    }
}
