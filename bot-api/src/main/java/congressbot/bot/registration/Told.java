package congressbot.bot.registration;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// What a message tells of a registration.
///
/// @param answers the values that are certain
/// @param doubt the first field of which something was said that is no certain value
/// @param question a question that stands beside the values
record Told(Answers answers, Optional<Doubt> doubt, Optional<String> question) {
    /// Something was said of this field, and it is no certain value.
    record Doubt(Field field, Parsed<? extends Answer> parsed) {
        Doubt {
            if (parsed instanceof Parsed.Ok<?>) {
                throw new IllegalArgumentException("a certain value is no doubt");
            }
        }

        /// Values that were heard, at least one.
        static Doubt of(Answers heard) {
            Answer first = heard.byField().values().iterator().next();
            return new Doubt(first.field(), new Parsed.ReadBack<>(first, heard.without(first.field())));
        }
    }

    /// One wrong digit or letter makes them somebody else's.
    private static final Set<Field> READ_BACK = EnumSet.of(Field.EMAIL, Field.CPF, Field.PHONE);

    static final Told NOTHING = new Told(Answers.NONE, Optional.empty(), Optional.empty());

    static Told of(Answer answer) {
        return new Told(Answers.of(answer), Optional.empty(), Optional.empty());
    }

    static Told of(Field field, Parsed<? extends Answer> parsed) {
        return parsed instanceof Parsed.Ok<? extends Answer> ok
                ? of(ok.value())
                : new Told(Answers.NONE, Optional.of(new Doubt(field, parsed)), Optional.empty());
    }

    /// What a message of this meaning tells.
    static Told in(Heard heard) {
        return switch (heard) {
            case Heard.Given given -> given.told();
            case Heard.Wish wish -> wish.told();
            case Heard.WishForAnother another -> another.told();
            case Heard.Meant _, Heard.Aside _ -> NOTHING;
        };
    }

    /// No value, and no attempt at one that could be told from other talk.
    boolean isNothing() {
        return answers.none()
                && doubt.map(it -> switch (it.parsed()) {
                            case Parsed.Invalid<?> invalid -> !invalid.reason().isAttempt();
                            case Parsed.Part<?> part -> part.missing() == Reason.CITY_UNKNOWN;
                            case Parsed.Ok<?> _,
                                    Parsed.Suggest<?> _,
                                    Parsed.Choose<?> _,
                                    Parsed.OfTheChat<?> _,
                                    Parsed.ReadBack<?> _ -> false;
                        })
                        .orElse(true);
    }

    /// Only what is certain: the message as a whole asks something.
    Told certain() {
        return new Told(
                answers,
                doubt.filter(it -> it.parsed() instanceof Parsed.Invalid<?> invalid
                        && invalid.reason().isAttempt()),
                question);
    }

    /// As a voice note tells it: documents, addresses and numbers are read back before they count, all together.
    ///
    /// @param before heard earlier, and not yet confirmed
    Told heardByVoice(Answers before) {
        Answers heard = before;
        Answers certain = answers;
        for (Answer answer : answers.byField().values()) {
            if (READ_BACK.contains(answer.field())) {
                heard = heard.with(answer);
                certain = certain.without(answer.field());
            }
        }
        return certain.equals(answers) ? this : new Told(certain, Optional.of(Doubt.of(heard)), question);
    }

    /// Without the values that are known already.
    Told without(Answers known) {
        Answers fresh = answers;
        for (Answer answer : answers.byField().values()) {
            fresh = known.of(answer.field()).filter(answer::equals).isPresent() ? fresh.without(answer.field()) : fresh;
        }
        return new Told(fresh, doubt, question);
    }

    @Override
    public String toString() {
        return "Told[" + answers.byField().keySet() + ", " + doubt + "]";
    }
}
