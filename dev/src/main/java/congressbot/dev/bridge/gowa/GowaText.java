package congressbot.dev.bridge.gowa;

import com.fasterxml.jackson.databind.JsonNode;
import congressbot.dev.bridge.Phone;
import congressbot.wire.Json;
import java.io.IOException;
import java.util.Map;

/// A text that GOWA is asked to send.
///
/// @param to the chat, as the caller names it
public record GowaText(String to, String text) {
    public static final String PATH = "/send/message";

    /// What is not there is empty.
    public static GowaText read(byte[] body) throws IOException {
        JsonNode json = Json.MAPPER.readTree(body);
        return new GowaText(json.path("phone").asText(), json.path("message").asText());
    }

    /// The digits of whom it is for.
    public String phone() {
        return Phone.number(to);
    }

    /// The body of the answer when it was sent.
    ///
    /// @param id that the bridge gave the message
    public static String sent(String id) {
        return Json.write(GowaAnswers.success("Message sent", Map.of("message_id", id, "status", "Message sent")));
    }
}
