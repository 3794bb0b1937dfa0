package congressbot.bot.registration;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// What a person has told so far: any subset of the fields, in any order. Immutable.
public record Answers(@JsonValue Map<Field, Answer> byField) {
    public static final Answers NONE = new Answers(Map.of());

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Answers {
        EnumMap<Field, Answer> copy = new EnumMap<>(Field.class);
        copy.putAll(byField);
        if (copy.entrySet().stream().anyMatch(entry -> entry.getValue().field() != entry.getKey())) {
            throw new IllegalArgumentException("an answer stands under another field");
        }
        byField = Collections.unmodifiableMap(copy);
    }

    public static Answers of(Answer answer) {
        return NONE.with(answer);
    }

    public Answers with(Answer answer) {
        EnumMap<Field, Answer> changed = changeable();
        changed.put(answer.field(), answer);
        return new Answers(changed);
    }

    public Answers with(Answers others) {
        EnumMap<Field, Answer> changed = changeable();
        changed.putAll(others.byField);
        return new Answers(changed);
    }

    public Answers without(Field field) {
        EnumMap<Field, Answer> changed = changeable();
        changed.remove(field);
        return new Answers(changed);
    }

    public boolean has(Field field) {
        return byField.containsKey(field);
    }

    public boolean none() {
        return byField.isEmpty();
    }

    public Optional<Answer> of(Field field) {
        return Optional.ofNullable(byField.get(field));
    }

    public Optional<FullName> name() {
        return of(Field.NAME).map(FullName.class::cast);
    }

    public Optional<EmailAddress> email() {
        return of(Field.EMAIL).map(EmailAddress.class::cast);
    }

    public Optional<Document> document() {
        return of(Field.CPF).map(Document.class::cast);
    }

    public Optional<BadgeName> badge() {
        return of(Field.BADGE).map(BadgeName.class::cast);
    }

    /// The first field, in the order of asking, that is still to be asked.
    public Optional<Field> firstMissing() {
        return Arrays.stream(Field.values())
                .filter(field -> !field.optional() && !has(field))
                .findFirst();
    }

    /// The registration, once nothing is missing.
    public Optional<Registration> complete(Notice notice) {
        if (firstMissing().isPresent()) {
            return Optional.empty();
        }
        return Optional.of(new Registration(
                notice,
                get(Field.NAME, FullName.class),
                get(Field.EMAIL, EmailAddress.class),
                get(Field.CPF, Document.class),
                get(Field.PHONE, Phone.class),
                get(Field.CITY, Place.class),
                get(Field.PROFILE, Profile.class),
                badge()));
    }

    private <T extends Answer> T get(Field field, Class<T> type) {
        return type.cast(of(field).orElseThrow());
    }

    private EnumMap<Field, Answer> changeable() {
        EnumMap<Field, Answer> copy = new EnumMap<>(Field.class);
        copy.putAll(byField);
        return copy;
    }
}
