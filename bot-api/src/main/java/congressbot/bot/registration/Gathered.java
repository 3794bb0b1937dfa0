package congressbot.bot.registration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// What has been read of one message so far.
final class Gathered {
    private final Reader.Asking asking;
    private final Map<Field, List<Answer>> values = new EnumMap<>(Field.class);
    private final Map<Field, Parsed<? extends Answer>> doubts = new EnumMap<>(Field.class);
    private Optional<String> question = Optional.empty();
    private boolean partly;

    Gathered(Reader.Asking asking) {
        this.asking = asking;
    }

    void add(Answer answer) {
        List<Answer> of = values.computeIfAbsent(answer.field(), _ -> new ArrayList<>(1));
        if (!of.contains(answer)) {
            of.add(answer);
        }
    }

    /// What was read of a field: a value, or a doubt.
    void doubt(Field field, Parsed<? extends Answer> parsed) {
        if (parsed instanceof Parsed.Ok<? extends Answer> ok) {
            add(ok.value());
        } else if (asking.misses(field)
                && (!field.isOfWords() || asks(field) || !(parsed instanceof Parsed.Invalid<?>))) {
            // Words that are no such value may well be meant for something else.
            doubts.merge(field, parsed, (before, now) -> before instanceof Parsed.Invalid<?> ? now : before);
        }
    }

    void question(String text) {
        question = question.or(() -> Optional.of(text));
    }

    Optional<Field> asked() {
        return asking.asked();
    }

    boolean correcting() {
        return asking.correcting();
    }

    boolean asks(Field field) {
        return asking.asks(field);
    }

    boolean has(Field field) {
        return values.containsKey(field);
    }

    /// There is a doubt of which something can be made.
    boolean doubts(Field field) {
        return doubts.containsKey(field) && !(doubts.get(field) instanceof Parsed.Invalid<?>);
    }

    /// A part of the message is no value: the whole is none either.
    void leftOut() {
        partly = true;
    }

    boolean partly() {
        return partly || question.isPresent();
    }

    boolean lacks(Field field) {
        return !asking.known().has(field);
    }

    boolean misses(Field field) {
        return asking.misses(field);
    }

    /// The field is worth looking for.
    boolean wants(Field field) {
        return !has(field) && !doubts(field) && asking.misses(field);
    }

    boolean nothing() {
        return values.isEmpty() && doubts.isEmpty();
    }

    /// No value, and no doubt of which something can be made.
    boolean empty() {
        return values.isEmpty() && doubts.values().stream().allMatch(Parsed.Invalid.class::isInstance);
    }

    Told told() {
        Answers answers = Answers.NONE;
        for (Map.Entry<Field, List<Answer>> entry : values.entrySet()) {
            List<Answer> candidates = candidates(entry.getKey(), entry.getValue());
            if (candidates.size() > 1) {
                doubts.put(entry.getKey(), new Parsed.Choose<>(candidates));
            } else {
                answers = answers.with(candidates.getFirst());
            }
        }
        return new Told(answers, doubt(answers), question);
    }

    /// In a correction, the value that stands there already is the wrong one.
    private List<Answer> candidates(Field field, List<Answer> said) {
        Optional<Answer> known = asking.known().of(field);
        List<Answer> others = said.stream()
                .filter(answer -> known.filter(answer::equals).isEmpty())
                .toList();
        return others.isEmpty() ? said : others;
    }

    private Optional<Told.Doubt> doubt(Answers answers) {
        return asking.asked()
                .filter(doubts::containsKey)
                .or(() -> Arrays.stream(Field.values())
                        .filter(doubts::containsKey)
                        .findFirst())
                .filter(field -> !answers.has(field))
                .map(field -> new Told.Doubt(field, Objects.requireNonNull(doubts.get(field))));
    }
}
