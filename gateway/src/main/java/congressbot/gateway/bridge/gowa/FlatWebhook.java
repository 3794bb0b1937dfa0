package congressbot.gateway.bridge.gowa;

import congressbot.gateway.bridge.Intake;
import congressbot.gateway.bridge.Intake.Ignored;
import congressbot.gateway.bridge.Intake.Unreadable;
import congressbot.gateway.bridge.WebhookCall;
import congressbot.gateway.bridge.whatsapp.Fields;
import congressbot.gateway.bridge.whatsapp.Heard;
import congressbot.gateway.bridge.whatsapp.Jid;
import congressbot.gateway.bridge.whatsapp.Receiver;
import congressbot.gateway.bridge.whatsapp.Said;
import congressbot.wire.message.Content;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Webhooks of messages up to version 7: everything at the top level, one device, no mark of our own
/// messages.
final class FlatWebhook {
    /// `from` names the chat after this when it is not the sender's own: a group, or a chat in which
    /// we write.
    private static final String IN = " in ";

    private final Receiver receiver;
    private final GowaContent content;

    FlatWebhook(Receiver receiver, GowaContent content) {
        this.receiver = receiver;
        this.content = content;
    }

    Intake read(Fields root, WebhookCall call) {
        if (root.text("action").filter("message_deleted_for_me"::equals).isPresent()) {
            return new Ignored("the staff changed something"); // it names neither sender nor chat
        }
        String[] from = root.text("from").orElse("").split(IN, 2);
        Optional<Jid> sender = Jid.parse(from[0]);
        Optional<Jid> chat = Jid.parse(from[from.length - 1]);
        Optional<String> id =
                root.object("message").flatMap(message -> message.text("id")).filter(Heard::usableId);
        if (sender.isEmpty() || chat.isEmpty() || id.isEmpty()) {
            return new Unreadable("a flat message without sender, chat or id");
        }
        if (!chat.get().isPerson() || receiver.is(chat.get())) {
            return new Ignored("not a chat with a person");
        }
        return message(root, sender.get(), chat.get(), id.get(), call);
    }

    private Intake message(Fields root, Jid sender, Jid chat, String id, WebhookCall call) {
        boolean ours = receiver.is(sender)
                || (sender.server().equals(chat.server()) && !sender.user().equals(chat.user()));
        Optional<String> action = root.text("action");
        if (ours && (action.isPresent() || root.has("reaction"))) {
            return new Ignored("the staff changed something");
        }
        Optional<String> text = root.object("message").flatMap(message -> message.text("text"));
        Content said = ours ? Said.fromStaff(text) : content(action, new GowaContent.Part(root, text, id, chat));
        Optional<String> name = ours ? Optional.empty() : root.text("pushname");
        List<Jid> ids = ids(root, sender, chat, ours);
        return new Heard(receiver, chat, ids, id, said, name, root.time("timestamp")).intake(call);
    }

    private Content content(Optional<String> action, GowaContent.Part part) {
        Fields root = part.fields();
        Optional<Fields> reaction = root.object("reaction");
        if (reaction.isPresent()) {
            return Said.reaction(reaction.get().text("id"), reaction.get().text("message"));
        }
        return switch (action.orElse("")) {
            case "message_edited" -> Said.edited(root.text("original_message_id"), root.text("edited_text"));
            case "message_revoked" -> Said.deleted(root.text("revoked_message_id"));
            default -> content.read(part);
        };
    }

    /// The sender is another address of the person only where it cannot be our own: with another kind
    /// of address in the chat, and our number not configured, nobody can tell.
    private List<Jid> ids(Fields root, Jid sender, Jid chat, boolean ours) {
        boolean doubtful =
                !sender.server().equals(chat.server()) && receiver.number().isEmpty();
        Stream<Jid> ofSender = Stream.concat(Stream.of(sender), root.text("from_lid").flatMap(Jid::parse).stream());
        return Stream.concat(Stream.of(chat), ours || doubtful ? Stream.empty() : ofSender)
                .filter(Jid::isPerson)
                .toList();
    }
}
