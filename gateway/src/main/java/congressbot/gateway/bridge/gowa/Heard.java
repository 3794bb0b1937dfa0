package congressbot.gateway.bridge.gowa;

import congressbot.gateway.bridge.Intake;
import congressbot.gateway.bridge.WebhookCall;
import congressbot.wire.message.Content;
import congressbot.wire.message.ConversationId;
import congressbot.wire.message.IncomingMessage;
import congressbot.wire.message.MessageId;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// One message as the webhook told it, whatever its version, on the way to the envelope.
///
/// @param account the number of ours that received it
/// @param ids every address under which the person appears, the chat's first
/// @param timestamp as written
record Heard(
        String account,
        Jid chat,
        List<Jid> ids,
        String messageId,
        Content content,
        Optional<String> senderName,
        Optional<String> timestamp) {
    /// No message is older than WhatsApp.
    private static final Instant FIRST = Instant.parse("2009-01-01T00:00:00Z");

    /// How far the bridge's clock may be ahead.
    private static final Duration AHEAD = Duration.ofDays(1);

    Intake.Messages envelope(WebhookCall call) {
        Optional<Jid> byPhone = first(Jid::isPhone);
        Optional<Jid> hidden = first(Jid::isHidden);
        String contact = byPhone.or(() -> hidden).orElse(chat).canonical();
        return new Intake.Messages(List.of(new IncomingMessage(
                IncomingMessage.VERSION,
                Gowa.CHANNEL,
                account,
                new ConversationId(Gowa.CHANNEL, account, contact),
                chat.address(),
                Stream.concat(byPhone.stream(), hidden.stream())
                        .map(Jid::canonical)
                        .toList(),
                new MessageId(Gowa.CHANNEL, account, messageId),
                content,
                senderName,
                byPhone.flatMap(Jid::phone),
                time(timestamp, call.receivedAt()),
                call.receivedAt(),
                call.requestId())));
    }

    /// One address of each kind: a second one would be another person's, and aliases make two people one. Our own
    /// number, which stands in what the staff writes, would make all of them one.
    private Optional<Jid> first(Predicate<Jid> kind) {
        return ids.stream()
                .filter(id -> !id.user().equals(account))
                .filter(kind)
                .findFirst();
    }

    /// What the bridge's clock says where that can be, else ours: a store takes no year 999,999,999.
    static Instant time(Optional<String> timestamp, Instant receivedAt) {
        return timestamp
                .flatMap(Heard::parsed)
                .filter(told -> told.isAfter(FIRST) && told.isBefore(receivedAt.plus(AHEAD)))
                .orElse(receivedAt);
    }

    private static Optional<Instant> parsed(String timestamp) {
        try {
            return Optional.of(OffsetDateTime.parse(timestamp).toInstant());
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
