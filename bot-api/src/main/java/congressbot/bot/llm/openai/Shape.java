package congressbot.bot.llm.openai;

import java.util.List;

/// An object as the model is to write it: all of its fields, and no others.
///
/// @param name letters, digits and `_`
public record Shape(String name, List<Field> fields) {
    public Shape {
        fields = List.copyOf(fields);
    }

    /// One field of it.
    ///
    /// @param description tells the model what belongs there
    public record Field(String name, Kind kind, String description) {}

    public enum Kind {
        TEXT,
        TEXT_OR_NULL,
        YES_OR_NO,
        WHOLE_NUMBERS
    }
}
