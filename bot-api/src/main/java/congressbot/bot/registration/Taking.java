package congressbot.bot.registration;

import congressbot.bot.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Takes values into the answers, unless somebody else registered them.
final class Taking {
    private final Sentences sentences;
    private final Labels labels;

    Taking(Sentences sentences, Labels labels) {
        this.sentences = sentences;
        this.labels = labels;
    }

    /// What was taken, what is said to it, and what is counted.
    ///
    /// @param refused the values that were not taken
    record Taken(Answers answers, List<Remark> says, List<Effect> effects, Answers refused) {}

    Taken take(Answers known, Answers given, Facts facts, int tries) {
        List<Remark> says = new ArrayList<>();
        List<Effect> effects = new ArrayList<>();
        Answers fresh = Answers.NONE;
        Answers refused = Answers.NONE;
        for (Answer answer : given.byField().values()) {
            Field field = answer.field();
            boolean guarded = facts.probing() && (field == Field.CPF || field == Field.EMAIL);
            if (guarded || facts.taken().contains(field)) {
                refused = refused.with(answer);
                says.add(Remark.lasting(guarded ? sentences.say("probing", tries) : taken(field, tries)));
                effects.add(guarded ? new Effect.PersonWanted(Effect.Why.PROBING) : new Effect.DuplicateHit(field));
            } else {
                fresh = fresh.with(answer);
            }
        }
        if (!fresh.none()) {
            says.addFirst(Remark.acknowledging(acknowledged(fresh, tries)));
        }
        return new Taken(known.with(fresh), says, effects, refused);
    }

    /// That a registration exists, and nothing else.
    Text taken(Field field, int tries) {
        return sentences.say("taken." + field.key(), tries);
    }

    private Text acknowledged(Answers fresh, int tries) {
        List<Answer> answers = List.copyOf(fresh.byField().values());
        if (answers.size() == 1) {
            Answer answer = answers.getFirst();
            Map<String, String> values =
                    Map.of("value", answer.shown(), "first", answer instanceof FullName name ? name.first() : "");
            String key =
                    answer instanceof Passport ? "passport" : answer.field().key();
            return sentences.say("taken-down." + key, tries, values);
        }
        return sentences.say("taken-down.several", tries, Map.of("values", listed(fresh)));
    }

    /// One line a field.
    String listed(Answers answers) {
        return lines(answers, Answer::shown);
    }

    /// One line a field, with every digit and letter.
    String spelled(Answers answers) {
        return lines(answers, Answer::spelled);
    }

    private String lines(Answers answers, Function<Answer, String> form) {
        return answers.byField().values().stream()
                .map(answer -> "*" + labels.of(answer) + ":* " + form.apply(answer))
                .collect(Collectors.joining("\n"));
    }
}
