package congressbot.gateway.bridge.gowa;

import com.fasterxml.jackson.databind.JsonNode;
import congressbot.gateway.bridge.Intake;
import congressbot.gateway.bridge.Intake.Unreadable;
import congressbot.gateway.bridge.MediaSeal;
import congressbot.gateway.bridge.WebhookCall;
import congressbot.wire.Json;
import java.io.IOException;
import java.util.regex.Pattern;

/// Reads genuine webhooks of every version. It believes nothing: what people write, and what they can make a bridge
/// write, ends as an envelope, as something ignored, or as something unreadable, never as a failure.
final class GowaDecoder {
    /// Stands for our number where neither the webhook nor the configuration tells it.
    static final String UNKNOWN_ACCOUNT = "gowa";

    /// As the ids of an envelope have to be.
    private static final Pattern ID = Pattern.compile("[!-~]{1,128}");

    private final EventWebhook events;
    private final FlatWebhook flat;

    /// @param account the number of ours for messages that do not tell it
    GowaDecoder(String account, MediaSeal seal) {
        GowaContent content = new GowaContent(seal);
        events = new EventWebhook(account, content);
        flat = new FlatWebhook(account, content);
    }

    Intake decode(WebhookCall call) {
        JsonNode json;
        try {
            json = Json.MAPPER.readTree(call.body());
        } catch (IOException _) {
            return new Unreadable("no JSON");
        }
        Fields root = new Fields(json);
        if (root.has("event")) {
            return events.read(root, call);
        }
        if (root.has("message") || root.has("action")) {
            return flat.read(root, call);
        }
        return new Unreadable("of no known shape");
    }

    static boolean usableId(String id) {
        return ID.matcher(id).matches();
    }
}
