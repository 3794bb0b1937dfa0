package congressbot.dev.model;

import com.fasterxml.jackson.databind.JsonNode;
import congressbot.wire.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/// A request for a chat completion, read as far as we send it.
///
/// @param shape name of the asked JSON: `answer`, `value` or `description`
/// @param instructions of the system
/// @param data what the user's message holds, as JSON; missing when it is none
/// @param passages given, and found by tools
/// @param tools names of those that may be used
/// @param lookedUp whether a tool was used already
record Chat(
        String shape,
        String instructions,
        JsonNode data,
        List<Passage> passages,
        List<String> tools,
        boolean lookedUp) {
    Chat {
        passages = List.copyOf(passages);
        tools = List.copyOf(tools);
    }

    record Passage(long id, String source, String text) {}

    static Chat of(JsonNode request) {
        List<Passage> passages = new ArrayList<>();
        String instructions = "";
        JsonNode data = Json.MAPPER.missingNode();
        boolean lookedUp = false;
        for (JsonNode message : request.path("messages")) {
            switch (message.path("role").asText()) {
                case "system" -> instructions = message.path("content").asText();
                case "user" -> data = parsed(text(message.path("content")));
                case "tool" -> {
                    lookedUp = true;
                    collect(parsed(text(message.path("content"))), passages);
                }
                default -> {
                    // what the assistant itself said before
                }
            }
        }
        collect(data, passages);
        return new Chat(
                request.at("/response_format/json_schema/name").asText(),
                instructions,
                data,
                passages,
                values(request.path("tools"), "/function/name"),
                lookedUp);
    }

    String question() {
        return data.path("question").asText();
    }

    List<String> earlierQuestions() {
        return values(data.path("earlier"), "/question");
    }

    Optional<String> tool(String beginning) {
        return tools.stream().filter(name -> name.startsWith(beginning)).findFirst();
    }

    private static List<String> values(JsonNode list, String pointer) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(entry -> entry.at(pointer).asText())
                .toList();
    }

    /// The text of a message that is one, or has one beside an image.
    private static String text(JsonNode content) {
        if (content.isTextual()) {
            return content.textValue();
        }
        return StreamSupport.stream(content.spliterator(), false)
                .map(part -> part.path("text").asText())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static void collect(JsonNode data, List<Passage> passages) {
        for (JsonNode passage : data.path("passages")) {
            passages.add(new Passage(
                    passage.path("id").asLong(),
                    passage.path("source").asText(),
                    passage.path("text").asText()));
        }
    }

    private static JsonNode parsed(String json) {
        try {
            return Json.MAPPER.readTree(json);
        } catch (IOException _) {
            return Json.MAPPER.missingNode(); // somebody else's request: it holds nothing of ours
        }
    }
}
