package congressbot.gateway.bridge.gowa;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import congressbot.gateway.bridge.Intake;
import congressbot.wire.Json;
import congressbot.wire.message.IncomingMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Webhooks as the versions 7 to 9 write them, one a file, and what becomes of each, in `outcomes.txt`: its name, and
/// below it the envelope without what only the call knows, with the place of a file in the open.
/// `-Dwebhooks.rewrite=true` writes the outcomes anew, to be reviewed by eye.
class RecordedWebhooksTest {
    private static final Path FOLDER = Path.of("src/test/resources/congressbot/gateway/bridge/gowa");
    private static final Path OUTCOMES = FOLDER.resolve("outcomes.txt");

    @Test
    void every_version_is_read_as_written_down() throws IOException {
        String outcomes = recorded().stream()
                .map(name -> name + "\n    " + outcome(Decoding.decode(Webhooks.recorded(name))) + "\n")
                .collect(Collectors.joining());

        if (Boolean.getBoolean("webhooks.rewrite")) {
            Files.writeString(OUTCOMES, outcomes);
        }
        assertThat(outcomes).isEqualTo(Files.readString(OUTCOMES));
    }

    private static List<String> recorded() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .map(name -> name.substring(0, name.length() - ".json".length()))
                    .sorted()
                    .toList();
        }
    }

    private static String outcome(Intake intake) {
        return switch (intake) {
            case Intake.Messages messages ->
                messages.messages().stream().map(RecordedWebhooksTest::envelope).collect(Collectors.joining(" "));
            case Intake.Receipts receipts ->
                receipts.facts().stream().map(Json::write).collect(Collectors.joining(" "));
            case Intake.Ignored(String reason) -> "ignored: " + reason;
            case Intake.Unreadable(String reason) -> "unreadable: " + reason;
            case Intake.Rejected(String reason) -> "rejected: " + reason;
        };
    }

    private static String envelope(IncomingMessage message) {
        ObjectNode envelope = Json.MAPPER.valueToTree(message);
        envelope.remove(List.of("v", "channel", "account", "receivedAt", "requestId"));
        if (envelope.get("content") instanceof ObjectNode content && content.has("mediaRef")) {
            content.put("mediaRef", Decoding.place(content.get("mediaRef").asText()));
        }
        return envelope.toString();
    }
}
