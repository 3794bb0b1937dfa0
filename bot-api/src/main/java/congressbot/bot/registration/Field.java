package congressbot.bot.registration;

import congressbot.bot.text.Meaning;
import congressbot.wire.bot.Step;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a registration consists of, in the order of asking.
public enum Field {
    NAME(
            Step.ASKING_NAME,
            Shape.WORDS,
            Reason.NOT_A_NAME,
            Reason.NOT_A_NAME,
            List.of(Meaning.FIELD_NAME, Meaning.MARK_NAME)),
    EMAIL(Step.ASKING_EMAIL, Shape.OWN, Reason.NO_EMAIL, Reason.EMAIL_NOT_OFFERED, List.of(Meaning.FIELD_EMAIL)),
    CPF(
            Step.ASKING_CPF,
            Shape.OWN,
            Reason.CPF_NO_DIGITS,
            Reason.CPF_NOT_OFFERED,
            List.of(Meaning.FIELD_CPF, Meaning.PASSPORT)),
    PHONE(Step.ASKING_PHONE, Shape.OWN, Reason.PHONE_NO_DIGITS, Reason.PHONE_NOT_OFFERED, List.of(Meaning.FIELD_PHONE)),
    CITY(
            Step.ASKING_CITY,
            Shape.WORDS,
            Reason.CITY_UNKNOWN,
            Reason.CITY_NOT_OFFERED,
            List.of(Meaning.FIELD_CITY, Meaning.FIELD_STATE, Meaning.MARK_CITY)),
    PROFILE(
            Step.ASKING_PROFILE,
            Shape.WORDS,
            Reason.PROFILE_UNKNOWN,
            Reason.PROFILE_UNKNOWN,
            List.of(Meaning.FIELD_PROFILE, Meaning.MARK_PROFILE)),

    /// Never asked for by us: taken when it is told, and changed on request.
    BADGE(Step.ASKING_NAME, Shape.WORDS, Reason.NOT_A_NAME, Reason.NOT_A_NAME, List.of(Meaning.FIELD_BADGE));

    private static final List<Field> ORDER = List.of(values());

    /// What values look like.
    private enum Shape {
        /// Ordinary words, which may be meant for anything.
        WORDS,
        /// A form of their own, which gives them away.
        OWN
    }

    private final Step step;
    private final Shape shape;
    private final Reason nothing;
    private final Reason notOffered;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<Meaning> introductions;

    Field(Step step, Shape shape, Reason nothing, Reason notOffered, List<Meaning> introductions) {
        this.step = step;
        this.shape = shape;
        this.nothing = nothing;
        this.notOffered = notOffered;
        this.introductions = introductions;
    }

    Step step() {
        return step;
    }

    /// Values are ordinary words, which may be meant for anything.
    boolean isOfWords() {
        return shape == Shape.WORDS;
    }

    /// Why a message is no value that was no attempt at one.
    Reason nothing() {
        return nothing;
    }

    /// Why a message is no value that is none of the offered ones.
    Reason notOffered() {
        return notOffered;
    }

    /// The lists of words that introduce a value.
    List<Meaning> introductions() {
        return introductions;
    }

    /// The field that is asked before this one; empty for the first.
    Optional<Field> before() {
        List<Field> earlier = ORDER.subList(0, ORDER.indexOf(this));
        return earlier.isEmpty() ? Optional.empty() : Optional.of(earlier.getLast());
    }

    /// A registration is complete without it.
    boolean optional() {
        return this == BADGE;
    }

    /// For keys of texts.
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
