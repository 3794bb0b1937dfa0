package congressbot.gateway.bridge.gowa;

import com.fasterxml.jackson.databind.JsonNode;
import congressbot.gateway.bridge.Intake;
import congressbot.gateway.bridge.Intake.Unreadable;
import congressbot.gateway.bridge.MediaSeal;
import congressbot.gateway.bridge.WebhookCall;
import congressbot.gateway.bridge.whatsapp.Fields;
import congressbot.gateway.bridge.whatsapp.Receiver;
import congressbot.wire.Json;
import java.io.IOException;
import java.util.function.BiPredicate;

/// Reads genuine webhooks of every version. It believes nothing: what people write, and what they can
/// make a bridge write, ends as an envelope, as something ignored, or as something unreadable, never
/// as a failure.
final class GowaDecoder {
    private final EventWebhook events;
    private final FlatWebhook flat;

    /// @param usual receives the messages that do not tell it
    /// @param isOurs of a device its name at the bridge and its address at WhatsApp
    GowaDecoder(Receiver usual, MediaSeal seal, BiPredicate<String, String> isOurs) {
        GowaContent content = new GowaContent(usual.instance(), seal);
        events = new EventWebhook(usual, content, isOurs);
        flat = new FlatWebhook(usual, content);
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
}
