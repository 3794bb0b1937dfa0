package congressbot.bot.registration;

import java.util.List;

/// Words that introduce a value: `CPF:`, "my name is", "I live in".
///
/// @param fields what may follow, the most telling first; none when what follows is said not to be so
record Mark(Span span, List<Field> fields) {
    Mark {
        fields = List.copyOf(fields);
    }

    boolean introduces(Field field) {
        return fields.contains(field);
    }
}
