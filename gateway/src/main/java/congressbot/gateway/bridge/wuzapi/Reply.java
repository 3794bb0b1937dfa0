package congressbot.gateway.bridge.wuzapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import congressbot.gateway.bridge.whatsapp.Fields;
import congressbot.wire.Json;
import congressbot.wire.http.Exchange.Answered;
import java.util.Locale;
import java.util.Optional;

/// An answer of the bridge. Its HTTP status holds, and not what it says of its own success: several
/// of its failures call themselves one.
///
/// @param json the whole body; no field where it is not the bridge's own JSON
record Reply(int status, Fields json) {
    /// No field at all.
    static final Fields NOTHING = new Fields(JsonNodeFactory.instance.objectNode());

    static Reply of(Answered answer) {
        try {
            return new Reply(answer.status(), new Fields(Json.MAPPER.readTree(answer.body())));
        } catch (JsonProcessingException _) {
            return new Reply(answer.status(), NOTHING);
        }
    }

    boolean isOk() {
        return status == 200;
    }

    /// For endpoints that make something.
    boolean isDone() {
        return status == 200 || status == 201;
    }

    /// What was asked for; some endpoints answer without an envelope around it.
    Optional<Fields> data() {
        return json.object("data");
    }

    /// In lower case; it may hold a phone number, and is never shown.
    String error() {
        return json.text("error").orElse("").toLowerCase(Locale.ROOT);
    }

    /// Without what it holds.
    @Override
    public String toString() {
        return "Reply[" + status + "]";
    }
}
