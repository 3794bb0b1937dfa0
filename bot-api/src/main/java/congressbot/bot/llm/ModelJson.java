package congressbot.bot.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import congressbot.wire.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the JSON that a model wrote: with whatever stands around it, for not every server holds it to a schema, but
/// not with other types than were asked for.
final class ModelJson {
    /// Characters of the longest JSON that is read.
    private static final int LONGEST = 20_000;

    private static final int MOST_SOURCES = 20;

    private ModelJson() {}

    /// An answer before any check.
    record Answer(String text, List<Long> sources, boolean answerable) {
        Answer {
            sources = List.copyOf(sources);
        }
    }

    static Optional<Answer> answer(String json) {
        Optional<JsonNode> object = object(json);
        if (object.isEmpty()
                || !object.get().path("answer").isTextual()
                || !object.get().path("answerable").isBoolean()
                || !object.get().path("sources").isArray()) {
            return Optional.empty();
        }
        List<Long> sources = new ArrayList<>();
        for (JsonNode source : object.get().path("sources")) {
            if (!source.isIntegralNumber() || !source.canConvertToLong() || sources.size() == MOST_SOURCES) {
                return Optional.empty();
            }
            sources.add(source.longValue());
        }
        return Optional.of(new Answer(
                object.get().path("answer").textValue(),
                sources,
                object.get().path("answerable").booleanValue()));
    }

    /// A field that is a text; empty when it is anything else.
    static Optional<String> text(String json, String field) {
        return object(json)
                .map(object -> object.path(field))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue);
    }

    /// A field that is true or false; empty when it is anything else.
    static Optional<Boolean> yes(String json, String field) {
        return object(json)
                .map(object -> object.path(field))
                .filter(JsonNode::isBoolean)
                .map(JsonNode::booleanValue);
    }

    static Optional<JsonNode> object(String json) {
        int start = json.indexOf('{');
        int end = json.lastIndexOf('}');
        if (start < 0 || end < start || end - start > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.MAPPER.readTree(json.substring(start, end + 1)))
                    .filter(JsonNode::isObject);
        } catch (JsonProcessingException _) {
            return Optional.empty(); // what a model writes need not be JSON
        }
    }
}
