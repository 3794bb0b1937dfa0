package congressbot.gateway.bridge.gowa;

import congressbot.gateway.bridge.Intake;
import congressbot.gateway.bridge.Intake.Ignored;
import congressbot.gateway.bridge.Intake.Unreadable;
import congressbot.gateway.bridge.WebhookCall;
import congressbot.gateway.bridge.whatsapp.Fields;
import congressbot.gateway.bridge.whatsapp.Heard;
import congressbot.gateway.bridge.whatsapp.Jid;
import congressbot.gateway.bridge.whatsapp.Receipt;
import congressbot.gateway.bridge.whatsapp.Receiver;
import congressbot.gateway.bridge.whatsapp.Said;
import congressbot.wire.message.Content;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/// Webhooks since version 8: `event`, `device_id`, `payload`.
final class EventWebhook {
    /// Last digits of a number that tell one from another.
    private static final int SAME_DIGITS = 8;

    private final Receiver usual;
    private final GowaContent content;
    private final BiPredicate<String, String> isOurs;

    /// @param usual receives what does not tell its receiver
    /// @param isOurs of a device its name at the bridge and its address at WhatsApp
    EventWebhook(Receiver usual, GowaContent content, BiPredicate<String, String> isOurs) {
        this.usual = usual;
        this.content = content;
        this.isOurs = isOurs;
    }

    Intake read(Fields root, WebhookCall call) {
        Optional<String> event = root.text("event");
        Optional<Fields> payload = root.object("payload");
        if (event.isEmpty() || payload.isEmpty()) {
            return new Unreadable("an event without name or payload");
        }
        if (isOfAnother(root)) {
            return new Unreadable("of another device than the one that is configured");
        }
        Receiver receiver = receiver(root);
        return switch (event.get()) {
            case "message", "message.reaction", "message.edited", "message.revoked" ->
                message(event.get(), receiver, payload.get(), call);
            case "message.ack" -> receipts(receiver, root, payload.get(), call);
            default -> new Ignored("an event of no use");
        };
    }

    /// One bridge may send the events of all its devices to one address. Its answer would leave from
    /// the wrong number. Before 8.8 only the number tells whose they are, where we know ours and the
    /// bridge tells one.
    private boolean isOfAnother(Fields root) {
        Optional<String> name = root.text("session_id");
        return name.isPresent()
                ? !isOurs.test(name.get(), root.text("device_id").orElse(""))
                : usual.number().filter(own -> isAnother(own, root)).isPresent();
    }

    private static boolean isAnother(String own, Fields root) {
        return number(root).filter(told -> !ending(told).equals(ending(own))).isPresent();
    }

    /// What stays the same whether or not a number is written with the ninth digit: a device may be
    /// named by the one, and have the other at WhatsApp.
    private static String ending(String number) {
        return number.substring(Math.max(0, number.length() - SAME_DIGITS));
    }

    private Receiver receiver(Fields root) {
        return new Receiver(usual.instance(), number(root).or(usual::number));
    }

    /// Of the device, where it is linked to one.
    private static Optional<String> number(Fields root) {
        return root.text("device_id").flatMap(Jid::parse).filter(Jid::isPhone).map(Jid::user);
    }

    private Intake message(String event, Receiver receiver, Fields payload, WebhookCall call) {
        Optional<Jid> chat = payload.text("chat_id").flatMap(Jid::parse);
        Optional<String> id = payload.text("id").filter(Heard::usableId);
        if (chat.isEmpty() || id.isEmpty()) {
            return new Unreadable("a message without chat or id");
        }
        if (!chat.get().isPerson() || receiver.is(chat.get())) {
            return new Ignored("not a chat with a person");
        }
        boolean ours = isOurs(payload, receiver);
        if (ours && !event.equals("message")) {
            return new Ignored("the staff changed something");
        }
        // A picture without a word also tells that a person of the staff is there.
        Content said = ours ? Said.fromStaff(payload.text("body")) : content(event, payload, id.get(), chat.get());
        return new Heard(
                        receiver,
                        chat.get(),
                        ids(payload, ours),
                        id.get(),
                        said,
                        ours ? Optional.empty() : payload.text("from_name"),
                        payload.time("timestamp"))
                .intake(call);
    }

    /// Before 8.3 there was no flag.
    private static boolean isOurs(Fields payload, Receiver receiver) {
        Optional<Jid> from = payload.text("from").flatMap(Jid::parse);
        return payload.flag("is_from_me") || from.filter(receiver::is).isPresent();
    }

    private Content content(String event, Fields payload, String id, Jid chat) {
        return switch (event) {
            case "message.reaction" -> Said.reaction(payload.text("reacted_message_id"), payload.text("reaction"));
            case "message.edited" -> Said.edited(payload.text("original_message_id"), payload.text("body"));
            case "message.revoked" -> Said.deleted(payload.text("revoked_message_id"));
            default -> content.read(new GowaContent.Part(payload, payload.text("body"), id, chat));
        };
    }

    /// In a message of ours the sender is us, and only the chat is the person.
    private static List<Jid> ids(Fields payload, boolean ours) {
        Stream<String> keys =
                ours ? Stream.of("chat_id", "chat_lid") : Stream.of("chat_id", "chat_lid", "from", "from_lid");
        return keys.flatMap(key -> payload.text(key).flatMap(Jid::parse).stream())
                .filter(Jid::isPerson)
                .toList();
    }

    private static Intake receipts(Receiver receiver, Fields root, Fields payload, WebhookCall call) {
        Optional<Receipt.Kind> kind = switch (payload.text("receipt_type").orElse("")) {
            case "delivered" -> Optional.of(Receipt.Kind.DELIVERED);
            case "read" -> Optional.of(Receipt.Kind.READ);
            default -> Optional.empty();
        };
        return new Receipt(receiver, payload.texts("ids"), kind, root.time("timestamp")).intake(call.receivedAt());
    }
}
