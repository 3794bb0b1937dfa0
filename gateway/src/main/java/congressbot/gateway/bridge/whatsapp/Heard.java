package congressbot.gateway.bridge.whatsapp;

import congressbot.gateway.bridge.Intake;
import congressbot.gateway.bridge.WebhookCall;
import congressbot.wire.message.ChannelName;
import congressbot.wire.message.Content;
import congressbot.wire.message.ConversationId;
import congressbot.wire.message.IncomingMessage;
import congressbot.wire.message.MessageId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// One message as a bridge told it, on the way to the envelope.
///
/// @param ids every address under which the person appears, the chat's first
/// @param messageId [usable][#usableId]
/// @param sentAt by the bridge's clock, where it tells a time
public record Heard(
        Receiver receiver,
        Jid chat,
        List<Jid> ids,
        String messageId,
        Content content,
        Optional<String> senderName,
        Optional<Instant> sentAt) {
    /// No message is older than WhatsApp.
    private static final Instant FIRST = Instant.parse("2009-01-01T00:00:00Z");

    /// How far the bridge's clock may be ahead.
    private static final Duration AHEAD = Duration.ofDays(1);

    /// As the ids of an envelope have to be.
    private static final Pattern ID = Pattern.compile("[!-~]{1,128}");

    public Heard {
        ids = List.copyOf(ids);
    }

    public static boolean usableId(String id) {
        return ID.matcher(id).matches();
    }

    /// For the queue.
    public Intake.Messages intake(WebhookCall call) {
        return new Intake.Messages(List.of(envelope(call.receivedAt(), call.requestId())));
    }

    /// As it travels through the queue.
    ///
    /// @param receivedAt by our clock
    public IncomingMessage envelope(Instant receivedAt, String requestId) {
        ChannelName channel = receiver.instance().channel();
        String account = receiver.account();
        Optional<Jid> byPhone = first(Jid::isPhone);
        Optional<Jid> hidden = first(Jid::isHidden);
        String contact = byPhone.or(() -> hidden).orElse(chat).canonical();
        return new IncomingMessage(
                IncomingMessage.VERSION,
                channel,
                account,
                new ConversationId(channel, account, contact),
                chat.address(),
                Stream.concat(byPhone.stream(), hidden.stream())
                        .map(Jid::canonical)
                        .toList(),
                new MessageId(channel, account, messageId),
                content,
                senderName,
                byPhone.flatMap(Jid::phone),
                time(sentAt, receivedAt),
                receivedAt,
                requestId);
    }

    /// What the bridge's clock says where that can be, else ours: a store takes no year 999,999,999.
    public static Instant time(Optional<Instant> told, Instant receivedAt) {
        return told.filter(at -> at.isAfter(FIRST) && at.isBefore(receivedAt.plus(AHEAD)))
                .orElse(receivedAt);
    }

    /// One address of each kind: a second one would be another person's, and aliases make two people
    /// one. Our own number, which stands in what the staff writes, would make all of them one.
    private Optional<Jid> first(Predicate<Jid> kind) {
        return ids.stream().filter(id -> !receiver.is(id)).filter(kind).findFirst();
    }
}
