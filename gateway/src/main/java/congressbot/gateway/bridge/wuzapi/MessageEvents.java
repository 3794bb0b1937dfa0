package congressbot.gateway.bridge.wuzapi;

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

/// Messages, in the events of whatsmeow itself: `Info` tells who, `Message` what.
final class MessageEvents {
    /// Ends the id of a message that could not be read. Its sender's phone is asked to send it again,
    /// and then it comes under its own id: as another message, because one that was taken already
    /// would not be taken again.
    private static final String UNREAD = "~unread";

    private final Receiver receiver;
    private final WuzapiContent content;

    MessageEvents(Receiver receiver, WuzapiContent content) {
        this.receiver = receiver;
        this.content = content;
    }

    /// Who and when.
    private record Origin(Fields fields, Jid chat, String id) {
        static Optional<Origin> of(Fields root) {
            Optional<Fields> info = root.object("event").flatMap(event -> event.object("Info"));
            Optional<Jid> chat = info.flatMap(fields -> fields.text("Chat")).flatMap(Jid::parse);
            Optional<String> id = info.flatMap(fields -> fields.text("ID")).filter(Heard::usableId);
            return chat.flatMap(jid -> id.map(own -> new Origin(info.orElseThrow(), jid, own)));
        }

        boolean ours() {
            return fields.flag("IsFromMe");
        }

        /// Chats of several, of nobody, and of our number with itself.
        boolean isNobodys() {
            boolean ownNotes = ours()
                    && jids("Sender", "SenderAlt").anyMatch(own -> own.user().equals(chat.user()));
            return !chat.isPerson() || fields.flag("IsGroup") || ownNotes;
        }

        /// In a message of ours the sender is us, and the others are the person.
        List<Jid> ids() {
            Stream<Jid> others = ours() ? jids("RecipientAlt") : jids("Sender", "SenderAlt");
            return Stream.concat(Stream.of(chat), others).filter(Jid::isPerson).toList();
        }

        private Stream<Jid> jids(String... names) {
            return Stream.of(names).flatMap(name -> fields.text(name).flatMap(Jid::parse).stream());
        }
    }

    Intake read(Fields root, WuzapiBody body, WebhookCall call) {
        Optional<Origin> origin = Origin.of(root);
        if (origin.isEmpty()) {
            return new Unreadable("a message without chat or id");
        }
        if (origin.get().isNobodys()) {
            return new Ignored("not a chat with a person");
        }
        Fields message =
                root.object("event").flatMap(event -> event.object("Message")).orElse(Reply.NOTHING);
        Optional<Content> said = origin.get().ours()
                ? WuzapiContent.fromStaff(message)
                : content.read(new WuzapiContent.Part(message, root, body));
        return said.<Intake>map(
                        what -> heard(origin.get(), origin.get().id(), what).intake(call))
                .orElseGet(() -> new Ignored("nothing that is said"));
    }

    /// The person is told to write again: her message may come by itself yet, and may not. What
    /// WhatsApp itself hides is of no use to anybody.
    Intake undecryptable(Fields root, WebhookCall call) {
        Optional<Origin> origin = Origin.of(root).filter(known -> Heard.usableId(known.id() + UNREAD));
        if (origin.isEmpty()) {
            return new Unreadable("a message without chat or id");
        }
        boolean hidden = root.object("event")
                .flatMap(event -> event.text("DecryptFailMode"))
                .filter("hide"::equals)
                .isPresent();
        if (origin.get().isNobodys() || origin.get().ours() || hidden) {
            return new Ignored("nothing that a person waits for");
        }
        return heard(origin.get(), origin.get().id() + UNREAD, Said.unsupported("unavailable"))
                .intake(call);
    }

    /// The id under which WhatsApp knows a message.
    static String ofWhatsApp(String messageId) {
        return messageId.endsWith(UNREAD) ? messageId.substring(0, messageId.length() - UNREAD.length()) : messageId;
    }

    private Heard heard(Origin origin, String id, Content what) {
        return new Heard(
                receiver,
                origin.chat(),
                origin.ids(),
                id,
                what,
                origin.ours() ? Optional.empty() : origin.fields().text("PushName"),
                origin.fields().time("Timestamp"));
    }
}
