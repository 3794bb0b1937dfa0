package congressbot.gateway.bridge.wuzapi;

import congressbot.gateway.bridge.Intake;
import congressbot.gateway.bridge.WebhookCall;
import congressbot.gateway.bridge.whatsapp.Fields;
import congressbot.gateway.bridge.whatsapp.Jid;
import congressbot.gateway.bridge.whatsapp.Receipt;
import congressbot.gateway.bridge.whatsapp.Receiver;
import java.util.Optional;

/// What became of messages of ours. It comes once for each device of the person.
final class ReceiptEvents {
    private final Receiver receiver;

    ReceiptEvents(Receiver receiver) {
        this.receiver = receiver;
    }

    Intake read(Fields root, WebhookCall call) {
        Fields event = root.object("event").orElse(Reply.NOTHING);
        Optional<Receipt.Kind> kind = switch (root.text("state").orElse("")) {
            case "Delivered" -> Optional.of(Receipt.Kind.DELIVERED);
            case "Read" -> Optional.of(Receipt.Kind.READ);
            default -> Optional.empty();
        };
        Intake told = new Receipt(receiver, event.texts("MessageIDs"), kind, event.time("Timestamp"))
                .intake(call.receivedAt());
        boolean ofPerson =
                event.text("Chat").flatMap(Jid::parse).filter(Jid::isPerson).isPresent();
        return told instanceof Intake.Receipts && !ofPerson ? new Intake.Ignored("not a chat with a person") : told;
    }
}
