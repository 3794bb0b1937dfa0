package congressbot.bot.registration;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// One recogniser for each field.
final class Recognisers {
    private final Map<Field, Recogniser> byField = new EnumMap<>(Field.class);

    Recognisers(List<Recogniser> all) {
        all.forEach(recogniser -> byField.put(recogniser.field(), recogniser));
        for (Field field : Field.values()) {
            of(field);
        }
    }

    Recogniser of(Field field) {
        Recogniser recogniser = byField.get(field);
        if (recogniser == null) {
            throw new IllegalStateException("nobody recognises " + field);
        }
        return recogniser;
    }

    Collection<Recogniser> all() {
        return byField.values();
    }
}
