package congressbot.gateway.bridge.gowa;

import congressbot.gateway.bridge.Intake;
import congressbot.gateway.bridge.Intake.Ignored;
import congressbot.gateway.bridge.Intake.Unreadable;
import congressbot.gateway.bridge.WebhookCall;
import congressbot.wire.message.Content;
import congressbot.wire.message.IncomingMessage;
import congressbot.wire.message.WellFormed;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Webhooks of messages up to version 7: everything at the top level, one device, no mark of our own messages.
final class FlatWebhook {
    /// `from` names the chat after this when it is not the sender's own: a group, or a chat in which we write.
    private static final String IN = " in ";

    private final String account;
    private final GowaContent content;

    FlatWebhook(String account, GowaContent content) {
        this.account = account;
        this.content = content;
    }

    Intake read(Fields root, WebhookCall call) {
        String[] from = root.text("from").orElse("").split(IN, 2);
        Optional<Jid> sender = Jid.parse(from[0]);
        Optional<Jid> chat = Jid.parse(from[from.length - 1]);
        Optional<String> id =
                root.object("message").flatMap(message -> message.text("id")).filter(GowaDecoder::usableId);
        if (sender.isEmpty() || chat.isEmpty() || id.isEmpty()) {
            return new Unreadable("a flat message without sender, chat or id");
        }
        if (!chat.get().isPerson() || chat.get().user().equals(account)) {
            return new Ignored("not a chat with a person");
        }
        return message(root, sender.get(), chat.get(), id.get(), call);
    }

    private Intake message(Fields root, Jid sender, Jid chat, String id, WebhookCall call) {
        boolean ours = sender.user().equals(account)
                || (sender.server().equals(chat.server()) && !sender.user().equals(chat.user()));
        Optional<String> action = root.text("action");
        if (action.isPresent() && (ours || action.get().equals("message_deleted_for_me"))) {
            return new Ignored("the staff changed something");
        }
        Optional<String> text = root.object("message").flatMap(message -> message.text("text"));
        Content said = ours
                ? new Content.FromStaff(WellFormed.cut(text.orElse(""), IncomingMessage.MAX_TEXT))
                : content(action, new GowaContent.Part(root, text, id, chat));
        Optional<String> name = ours ? Optional.empty() : root.text("pushname");
        return new Heard(account, chat, ids(root, sender, chat, ours), id, said, name, root.text("timestamp"))
                .envelope(call);
    }

    private Content content(Optional<String> action, GowaContent.Part part) {
        Fields root = part.fields();
        Optional<Fields> reaction = root.object("reaction");
        if (reaction.isPresent()) {
            return GowaContent.reaction(
                    reaction.get().text("id"), reaction.get().text("message"));
        }
        return switch (action.orElse("")) {
            case "message_edited" -> GowaContent.edited(root.text("original_message_id"), root.text("edited_text"));
            case "message_revoked" -> GowaContent.deleted(root.text("revoked_message_id"));
            default -> content.read(part);
        };
    }

    /// The sender is another address of the person only where it cannot be our own: with another kind of address in
    /// the chat, and our number not configured, nobody can tell.
    private List<Jid> ids(Fields root, Jid sender, Jid chat, boolean ours) {
        boolean doubtful = !sender.server().equals(chat.server()) && account.equals(GowaDecoder.UNKNOWN_ACCOUNT);
        Stream<Jid> ofSender = Stream.concat(Stream.of(sender), root.text("from_lid").flatMap(Jid::parse).stream());
        return Stream.concat(Stream.of(chat), ours || doubtful ? Stream.empty() : ofSender)
                .filter(Jid::isPerson)
                .toList();
    }
}
