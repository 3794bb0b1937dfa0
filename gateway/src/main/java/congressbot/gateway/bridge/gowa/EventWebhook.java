package congressbot.gateway.bridge.gowa;

import congressbot.gateway.bridge.Intake;
import congressbot.gateway.bridge.Intake.Ignored;
import congressbot.gateway.bridge.Intake.Receipts;
import congressbot.gateway.bridge.Intake.Unreadable;
import congressbot.gateway.bridge.WebhookCall;
import congressbot.wire.gateway.GatewayFact;
import congressbot.wire.message.Content;
import congressbot.wire.message.IncomingMessage;
import congressbot.wire.message.WellFormed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Webhooks since version 8: `event`, `device_id`, `payload`.
final class EventWebhook {
    /// Messages of one receipt that are read.
    private static final int MAX_RECEIPT_IDS = 100;

    private final String defaultAccount;
    private final GowaContent content;

    EventWebhook(String defaultAccount, GowaContent content) {
        this.defaultAccount = defaultAccount;
        this.content = content;
    }

    Intake read(Fields root, WebhookCall call) {
        Optional<String> event = root.text("event");
        Optional<Fields> payload = root.object("payload");
        if (event.isEmpty() || payload.isEmpty()) {
            return new Unreadable("an event without name or payload");
        }
        String account = account(root);
        return switch (event.get()) {
            case "message", "message.reaction", "message.edited", "message.revoked" ->
                message(event.get(), account, payload.get(), call);
            case "message.ack" -> receipts(account, root, payload.get(), call);
            default -> new Ignored("an event of no use");
        };
    }

    private String account(Fields root) {
        return root.text("device_id")
                .flatMap(Jid::parse)
                .filter(Jid::isPhone)
                .map(Jid::user)
                .orElse(defaultAccount);
    }

    private Intake message(String event, String account, Fields payload, WebhookCall call) {
        Optional<Jid> chat = payload.text("chat_id").flatMap(Jid::parse);
        Optional<String> id = payload.text("id").filter(GowaDecoder::usableId);
        if (chat.isEmpty() || id.isEmpty()) {
            return new Unreadable("a message without chat or id");
        }
        if (!chat.get().isPerson() || chat.get().user().equals(account)) {
            return new Ignored("not a chat with a person");
        }
        boolean ours = isOurs(payload, account);
        if (ours && !event.equals("message")) {
            return new Ignored("the staff changed something");
        }
        Content said = ours ? fromStaff(payload) : content(event, payload, id.get(), chat.get());
        return new Heard(
                        account,
                        chat.get(),
                        ids(payload, ours),
                        id.get(),
                        said,
                        ours ? Optional.empty() : payload.text("from_name"),
                        payload.text("timestamp"))
                .envelope(call);
    }

    /// Before 8.3 there was no flag.
    private static boolean isOurs(Fields payload, String account) {
        Optional<Jid> from = payload.text("from").flatMap(Jid::parse);
        return payload.flag("is_from_me")
                || from.filter(jid -> jid.user().equals(account)).isPresent();
    }

    /// A picture without a word also tells that a person of the staff is there.
    private static Content fromStaff(Fields payload) {
        return new Content.FromStaff(WellFormed.cut(payload.text("body").orElse(""), IncomingMessage.MAX_TEXT));
    }

    private Content content(String event, Fields payload, String id, Jid chat) {
        return switch (event) {
            case "message.reaction" ->
                GowaContent.reaction(payload.text("reacted_message_id"), payload.text("reaction"));
            case "message.edited" -> GowaContent.edited(payload.text("original_message_id"), payload.text("body"));
            case "message.revoked" -> GowaContent.deleted(payload.text("revoked_message_id"));
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

    private static Intake receipts(String account, Fields root, Fields payload, WebhookCall call) {
        List<String> ids = payload.texts("ids")
                .filter(GowaDecoder::usableId)
                .limit(MAX_RECEIPT_IDS)
                .toList();
        if (ids.isEmpty()) {
            return new Unreadable("a receipt without ids");
        }
        Instant at = Heard.time(root.text("timestamp"), call.receivedAt());
        return switch (payload.text("receipt_type").orElse("")) {
            case "delivered" -> new Receipts(List.of(new GatewayFact.Delivered(Gowa.CHANNEL, account, ids, at)));
            case "read" -> new Receipts(List.of(new GatewayFact.Read(Gowa.CHANNEL, account, ids, at)));
            default -> new Ignored("a receipt of no use");
        };
    }
}
