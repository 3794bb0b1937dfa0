package congressbot.bot.text;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;

/// Reads a stored language. What was stored before there was more than one names none: it is Portuguese.
final class StoredLanguage extends StdDeserializer<Language> {
    private static final long serialVersionUID = 1L;

    StoredLanguage() {
        super(Language.class);
    }

    @Override
    public Language deserialize(JsonParser json, DeserializationContext context) throws IOException {
        try {
            return Language.of(json.getText());
        } catch (IllegalArgumentException _) {
            return (Language) context.handleWeirdStringValue(Language.class, json.getText(), "no language of ours");
        }
    }

    @Override
    public Language getNullValue(DeserializationContext context) {
        return Language.PORTUGUESE;
    }
}
