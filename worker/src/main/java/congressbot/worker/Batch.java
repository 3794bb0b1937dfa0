package congressbot.worker;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import congressbot.wire.Json;
import congressbot.wire.http.RequestId;
import congressbot.wire.message.ConversationId;
import congressbot.wire.message.IncomingMessage;
import congressbot.wire.queue.Claim;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The messages of one claim, read.
///
/// @param messages the first ones, up to the first that this version cannot read; empty when that is the head
/// @param requestId of the head: the turn goes by it in the logs of all processes
record Batch(Claim claim, List<IncomingMessage> messages, String requestId) {
    private static final JsonFactory ANY_JSON = new JsonFactory();

    Batch {
        messages = List.copyOf(messages);
    }

    static Batch of(Claim claim) {
        List<IncomingMessage> messages = new ArrayList<>();
        for (String envelope : claim.envelopes()) {
            Optional<IncomingMessage> message = read(envelope);
            if (message.isEmpty()) {
                break; // the order of a conversation is kept: what follows waits until this one is dealt with
            }
            messages.add(message.get());
        }
        String given = messages.isEmpty() ? null : messages.getFirst().requestId();
        return new Batch(claim, messages, RequestId.accept(given));
    }

    boolean readable() {
        return !messages.isEmpty();
    }

    Batch headAlone() {
        return new Batch(claim, messages.subList(0, 1), requestId);
    }

    /// The same messages, with more known about what they hold.
    Batch with(List<IncomingMessage> heard) {
        return new Batch(claim, heard, requestId);
    }

    /// Ids of the first messages, as the queue knows them.
    List<String> ids(int count) {
        return messages.stream()
                .limit(count)
                .map(message -> message.id().value())
                .toList();
    }

    /// The id of the head, also when nothing else of it can be read; the last one if it stands there twice, as the
    /// queue takes it.
    Optional<String> headId() {
        try (JsonParser json = ANY_JSON.createParser(claim.envelopes().getFirst())) {
            Optional<String> id = Optional.empty();
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                boolean isId = json.currentName().equals("id");
                if (json.nextToken() == JsonToken.VALUE_STRING && isId) {
                    id = Optional.of(json.getText());
                }
                json.skipChildren();
            }
            return id;
        } catch (IOException _) {
            return Optional.empty(); // no JSON for us, though it was for the queue
        }
    }

    /// The conversation, masked for logs.
    String conversation() {
        try {
            return ConversationId.parse(claim.conversation()).toString();
        } catch (IllegalArgumentException _) {
            return "…"; // a form that we do not know: it may hold anything
        }
    }

    private static Optional<IncomingMessage> read(String envelope) {
        try {
            return Optional.of(Json.read(envelope, IncomingMessage.class));
        } catch (JsonProcessingException _) {
            return Optional.empty(); // the turn decides what becomes of it
        }
    }
}
