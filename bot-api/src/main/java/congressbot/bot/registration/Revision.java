package congressbot.bot.registration;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A message that was changed after it was answered.
///
/// @param before its words as they were heard
/// @param after its words now
/// @param answered the fields that it gave a value; at least one
public record Revision(String before, String after, Set<Field> answered) {
    public Revision {
        answered = Set.copyOf(answered);
        if (answered.isEmpty()) {
            throw new IllegalArgumentException("a message that told nothing is no answer");
        }
    }

    /// The fields that a message gave a value: what is known after it, and was not, or was another,
    /// before.
    public static Set<Field> told(State before, State after) {
        Answers known = Dialogue.answers(before).none() ? registered(after) : Dialogue.answers(before);
        return Dialogue.answers(after).byField().values().stream()
                .filter(answer -> !known.of(answer.field()).equals(Optional.of(answer)))
                .map(Answer::field)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// What stood in the registration that is being changed.
    private static Answers registered(State state) {
        return Dialogue.followup(state).orElse(null) instanceof Followup.Change(long _, Optional<Registration> before)
                ? before.map(Registration::answers).orElse(Answers.NONE)
                : Answers.NONE;
    }

    /// Without the words, which are personal.
    @Override
    public String toString() {
        return "Revision[" + answered + "]";
    }
}
