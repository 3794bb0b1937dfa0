package congressbot.gateway.bridge.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.stream.Stream;

/// A JSON object of which nothing is believed: what is missing or of another type is empty.
public record Fields(JsonNode node) {
    public boolean has(String name) {
        return node.hasNonNull(name);
    }

    public boolean flag(String name) {
        return node.path(name).asBoolean(false);
    }

    /// A text that is not empty.
    public Optional<String> text(String name) {
        return text(node.path(name));
    }

    /// A moment as bridges write it: RFC 3339, in whatever zone.
    public Optional<Instant> time(String name) {
        try {
            return text(name).map(OffsetDateTime::parse).map(OffsetDateTime::toInstant);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    public Optional<Fields> object(String name) {
        JsonNode value = node.path(name);
        return value.isObject() ? Optional.of(new Fields(value)) : Optional.empty();
    }

    public Optional<Double> number(String name) {
        JsonNode value = node.path(name);
        return value.isNumber() ? Optional.of(value.asDouble()) : Optional.empty();
    }

    public Stream<String> texts(String name) {
        return node.path(name).valueStream().flatMap(value -> text(value).stream());
    }

    public Stream<Fields> objects(String name) {
        return node.path(name).valueStream().filter(JsonNode::isObject).map(Fields::new);
    }

    private static Optional<String> text(JsonNode value) {
        return Optional.of(value)
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .filter(text -> !text.isEmpty());
    }
}
