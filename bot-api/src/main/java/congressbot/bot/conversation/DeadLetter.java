package congressbot.bot.conversation;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import congressbot.wire.Json;
import congressbot.wire.message.ConversationId;
import congressbot.wire.message.IncomingMessage;
import java.time.Instant;
import java.util.Optional;

/// A message that could not be processed, kept for a person to decide about.
///
/// @param envelope the message as it came, readable or not
/// @param reason why it was given up, one word; see [congressbot.wire.bot.DeadMessage]
/// @param handledAt empty while it is open
public record DeadLetter(
        long number,
        String congress,
        String envelope,
        String reason,
        int attempts,
        Status status,
        Instant createdAt,
        Optional<Instant> handledAt) {
    /// The worker's word for a message whose id belongs to somebody else's conversation.
    private static final String FOREIGN = "foreign-conversation";

    private static final String UNKNOWN = "…";

    /// What became of it.
    public enum Status {
        @JsonProperty("open")
        OPEN,
        @JsonProperty("replayed")
        REPLAYED,
        @JsonProperty("dropped")
        DROPPED,
        /// Its chat went on without it: only a person can still do something.
        @JsonProperty("for-a-person")
        FOR_A_PERSON
    }

    /// The message, or empty when this version cannot read it.
    public Optional<IncomingMessage> message() {
        try {
            return Optional.of(Json.read(envelope, IncomingMessage.class));
        } catch (JsonProcessingException _) {
            return Optional.empty(); // Of another version, perhaps: kept as it is for a person to look at.
        }
    }

    /// The chat that it is of, masked; also where the rest cannot be read.
    public String conversation() {
        try {
            return ConversationId.parse(
                            Json.MAPPER.readTree(envelope).path("conversation").asText())
                    .toString();
        } catch (JsonProcessingException | IllegalArgumentException _) {
            return UNKNOWN;
        }
    }

    boolean isForeign() {
        return reason.equals(FOREIGN);
    }

    /// Without the envelope, which is personal.
    @Override
    public String toString() {
        return "DeadLetter[%d, %s, %s]".formatted(number, reason, status);
    }
}
