package congressbot.gateway.bridge.gowa;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.Stream;

/// A JSON object of which nothing is believed: what is missing or of another type is empty.
record Fields(JsonNode node) {
    boolean has(String name) {
        return node.hasNonNull(name);
    }

    boolean flag(String name) {
        return node.path(name).asBoolean(false);
    }

    /// A text that is not empty.
    Optional<String> text(String name) {
        return text(node.path(name));
    }

    Optional<Fields> object(String name) {
        JsonNode value = node.path(name);
        return value.isObject() ? Optional.of(new Fields(value)) : Optional.empty();
    }

    Optional<Double> number(String name) {
        JsonNode value = node.path(name);
        return value.isNumber() ? Optional.of(value.asDouble()) : Optional.empty();
    }

    Stream<String> texts(String name) {
        return node.path(name).valueStream().flatMap(value -> text(value).stream());
    }

    Stream<Fields> objects(String name) {
        return node.path(name).valueStream().filter(JsonNode::isObject).map(Fields::new);
    }

    private static Optional<String> text(JsonNode value) {
        return Optional.of(value)
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .filter(text -> !text.isEmpty());
    }
}
