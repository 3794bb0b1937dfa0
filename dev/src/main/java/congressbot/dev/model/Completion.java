package congressbot.dev.model;

import congressbot.wire.Json;
import java.util.List;
import java.util.Map;

/// What the fake model answers to a chat.
sealed interface Completion {
    int CHARACTERS_OF_A_TOKEN = 4;

    record Text(String content) implements Completion {}

    record Wish(String tool, String arguments) implements Completion {}

    static Completion answer(String answer, List<Long> sources, boolean answerable) {
        return new Text(Json.write(Map.of("answer", answer, "sources", sources, "answerable", answerable)));
    }

    static Completion unanswerable() {
        return answer("", List.of(), false);
    }

    /// As the API writes it; a token is four characters.
    default Map<String, Object> body(int sentCharacters) {
        Map<String, Object> message = switch (this) {
            case Text(String content) -> Map.of("role", "assistant", "content", content);
            case Wish(String tool, String arguments) ->
                Map.of(
                        "role",
                        "assistant",
                        "tool_calls",
                        List.of(Map.of(
                                "id",
                                "call_" + Integer.toHexString(arguments.hashCode()),
                                "type",
                                "function",
                                "function",
                                Map.of("name", tool, "arguments", arguments))));
        };
        int received = Json.write(message).length() / CHARACTERS_OF_A_TOKEN + 1;
        int sent = sentCharacters / CHARACTERS_OF_A_TOKEN + 1;
        return Map.of(
                "id",
                "chatcmpl-fake",
                "object",
                "chat.completion",
                "created",
                0,
                "model",
                "fake",
                "choices",
                List.of(Map.of(
                        "index", 0, "message", message, "finish_reason", this instanceof Wish ? "tool_calls" : "stop")),
                "usage",
                Map.of("prompt_tokens", sent, "completion_tokens", received, "total_tokens", sent + received));
    }
}
