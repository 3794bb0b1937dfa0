package congressbot.bot.registration;

import congressbot.bot.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Takes values into the answers, unless somebody else registered them.
final class Taking {
    private final Sentences sentences;

    Taking(Sentences sentences) {
        this.sentences = sentences;
    }

    /// What was taken, what is said to it, and what is counted.
    ///
    /// @param refused the fields whose values were not taken
    record Taken(Answers answers, List<Text> says, List<Effect> effects, List<Field> refused) {}

    Taken take(Answers known, Answers given, Facts facts, int tries) {
        Answers answers = known;
        List<Text> says = new ArrayList<>();
        List<Effect> effects = new ArrayList<>();
        List<Field> refused = new ArrayList<>();
        for (Answer answer : given.byField().values()) {
            Field field = answer.field();
            boolean guarded = facts.probing() && (field == Field.CPF || field == Field.EMAIL);
            if (guarded || facts.taken().contains(field)) {
                refused.add(field);
                says.add(guarded ? sentences.say("probing", tries) : taken(field, tries));
                effects.addAll(guarded ? List.of() : List.of(new Effect.DuplicateHit(field)));
            } else {
                answers = answers.with(answer);
                says.add(acknowledged(answer, tries));
            }
        }
        return new Taken(answers, says, effects, refused);
    }

    /// That a registration exists, and nothing else.
    Text taken(Field field, int tries) {
        return sentences.say("taken." + field.key(), tries);
    }

    private Text acknowledged(Answer answer, int tries) {
        Map<String, String> values =
                Map.of("value", answer.shown(), "first", answer instanceof FullName name ? name.first() : "");
        return sentences.say("taken-down." + answer.field().key(), tries, values);
    }
}
