package congressbot.gateway.bridge.wuzapi;

import congressbot.gateway.bridge.Intake;
import congressbot.gateway.bridge.Intake.Ignored;
import congressbot.gateway.bridge.Intake.Unreadable;
import congressbot.gateway.bridge.WebhookCall;
import congressbot.gateway.bridge.whatsapp.Fields;
import congressbot.gateway.bridge.whatsapp.Receiver;
import java.io.IOException;
import java.util.Optional;

/// Reads genuine webhooks of 2025 and 2026. It believes nothing: what people write, and what they can
/// make a bridge write, ends as an envelope, as something ignored, or as something unreadable, never
/// as a failure.
final class WuzapiDecoder {
    private final MessageEvents messages;
    private final ReceiptEvents receipts;
    private final SessionEvents sessions;

    WuzapiDecoder(Receiver receiver, WuzapiContent content, LinkTrouble trouble) {
        messages = new MessageEvents(receiver, content);
        receipts = new ReceiptEvents(receiver);
        sessions = new SessionEvents(trouble);
    }

    Intake decode(WebhookCall call) {
        WuzapiBody body = new WuzapiBody(call);
        Fields root;
        try {
            root = new Fields(body.event());
        } catch (IOException _) {
            return new Unreadable("no JSON, or too much");
        }
        Optional<String> type = root.text("type");
        return type.map(event -> read(event, root, body, call))
                .orElseGet(() -> new Unreadable("an event without a type"));
    }

    private Intake read(String type, Fields root, WuzapiBody body, WebhookCall call) {
        return switch (type) {
            case "Message" -> messages.read(root, body, call);
            case "UndecryptableMessage" -> messages.undecryptable(root, call);
            case "ReadReceipt" -> receipts.read(root, call);
            default -> sessions.read(type, root, call).orElseGet(() -> new Ignored("an event of no use"));
        };
    }
}
