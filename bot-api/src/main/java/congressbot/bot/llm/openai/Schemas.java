package congressbot.bot.llm.openai;

import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonAnyOfSchema;
import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonBooleanSchema;
import dev.langchain4j.model.chat.request.json.JsonIntegerSchema;
import dev.langchain4j.model.chat.request.json.JsonNullSchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.request.json.JsonSchemaElement;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;

/// Shapes as JSON schemas.
final class Schemas {
    private Schemas() {}

    static ResponseFormat format(Shape shape) {
        return ResponseFormat.builder()
                .type(ResponseFormatType.JSON)
                .jsonSchema(JsonSchema.builder()
                        .name(shape.name())
                        .rootElement(object(shape))
                        .build())
                .build();
    }

    static JsonObjectSchema object(Shape shape) {
        JsonObjectSchema.Builder object = JsonObjectSchema.builder();
        shape.fields().forEach(field -> object.addProperty(field.name(), element(field)));
        return object.required(shape.fields().stream().map(Shape.Field::name).toList())
                .additionalProperties(false)
                .build();
    }

    private static JsonSchemaElement element(Shape.Field field) {
        return switch (field.kind()) {
            case TEXT ->
                JsonStringSchema.builder().description(field.description()).build();
            case TEXT_OR_NULL ->
                JsonAnyOfSchema.builder()
                        .description(field.description())
                        .anyOf(new JsonStringSchema(), new JsonNullSchema())
                        .build();
            case YES_OR_NO ->
                JsonBooleanSchema.builder().description(field.description()).build();
            case WHOLE_NUMBERS ->
                JsonArraySchema.builder()
                        .description(field.description())
                        .items(new JsonIntegerSchema())
                        .build();
        };
    }
}
