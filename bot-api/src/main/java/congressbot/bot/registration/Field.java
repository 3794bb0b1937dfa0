package congressbot.bot.registration;

import congressbot.wire.bot.Step;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a registration consists of, in the order of asking.
public enum Field {
    NAME(Step.ASKING_NAME),
    EMAIL(Step.ASKING_EMAIL),
    CPF(Step.ASKING_CPF),
    PHONE(Step.ASKING_PHONE),
    CITY(Step.ASKING_CITY),
    PROFILE(Step.ASKING_PROFILE);

    private static final List<Field> ORDER = List.of(values());

    private final Step step;

    Field(Step step) {
        this.step = step;
    }

    Step step() {
        return step;
    }

    /// The field that is asked before this one; empty for the first.
    Optional<Field> before() {
        List<Field> earlier = ORDER.subList(0, ORDER.indexOf(this));
        return earlier.isEmpty() ? Optional.empty() : Optional.of(earlier.getLast());
    }

    /// For keys of texts.
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
