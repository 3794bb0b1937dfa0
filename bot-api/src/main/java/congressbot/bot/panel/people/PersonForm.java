package congressbot.bot.panel.people;

import congressbot.bot.office.Fault;
import congressbot.bot.office.FormReader;
import congressbot.bot.office.OfficeWords;
import congressbot.bot.participant.Sheet;
import congressbot.bot.registration.Field;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The form of a registration, as it stands on its page.
///
/// @param sheet the registration as it is; empty for a new one
/// @param seen when the registration that the organiser saw was last changed
/// @param values what stands in the fields
/// @param faults what is wrong
/// @param kept fields whose value somebody insists on
/// @param theirs what others made of fields meanwhile
public record PersonForm(
        Optional<Sheet> sheet,
        String seen,
        Map<Field, String> values,
        Map<Field, Fault> faults,
        Set<Field> kept,
        Map<Field, String> theirs,
        List<String> profiles,
        OfficeWords words) {
    public PersonForm {
        values = Map.copyOf(values);
        faults = Map.copyOf(faults);
        kept = Set.copyOf(kept);
        theirs = Map.copyOf(theirs);
        profiles = List.copyOf(profiles);
    }

    static PersonForm blank(List<String> profiles, OfficeWords words) {
        return new PersonForm(Optional.empty(), "", Map.of(), Map.of(), Set.of(), Map.of(), profiles, words);
    }

    static PersonForm of(Sheet sheet, List<String> profiles, OfficeWords words) {
        return new PersonForm(
                Optional.of(sheet),
                sheet.updated().toString(),
                values(sheet),
                Map.of(),
                Set.of(),
                Map.of(),
                profiles,
                words);
    }

    PersonForm seenAt(String moment) {
        return new PersonForm(sheet, moment, values, faults, kept, theirs, profiles, words);
    }

    PersonForm typed(Map<Field, String> typed, Set<Field> insisted) {
        return new PersonForm(sheet, seen, typed, faults, insisted, theirs, profiles, words);
    }

    PersonForm with(Map<Field, Fault> wrong) {
        return new PersonForm(sheet, seen, values, wrong, kept, theirs, profiles, words);
    }

    PersonForm taken(Set<Field> fields) {
        Map<Field, Fault> wrong = new EnumMap<>(Field.class);
        fields.forEach(field -> wrong.put(
                field, new Fault(words.fault(field == Field.CPF ? "document-taken" : "email-taken"), List.of())));
        return with(wrong);
    }

    /// What was typed stays; beside it stands what it is by now. Sent once more, it counts.
    PersonForm overtakenBy(Sheet now) {
        Map<Field, String> others = new EnumMap<>(Field.class);
        values(now).forEach((field, value) -> {
            if (!value.equals(value(field))) {
                others.put(field, value);
            }
        });
        return new PersonForm(
                Optional.of(now), now.updated().toString(), values, faults, kept, others, profiles, words);
    }

    private static Map<Field, String> values(Sheet sheet) {
        Map<Field, String> values = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            values.put(
                    field,
                    sheet.registration()
                            .answers()
                            .of(field)
                            .map(FormReader::text)
                            .orElse(""));
        }
        return values;
    }

    /// The name of a field in the form.
    public static String name(Field field) {
        return field.name().toLowerCase(Locale.ROOT);
    }

    public String value(Field field) {
        return values.getOrDefault(field, "");
    }

    public Optional<Fault> fault(Field field) {
        return Optional.ofNullable(faults.get(field));
    }

    public Optional<String> theirs(Field field) {
        return Optional.ofNullable(theirs.get(field));
    }

    public boolean overtaken() {
        return !seen.isEmpty() && !theirs.isEmpty();
    }

    public boolean isNew() {
        return sheet.isEmpty();
    }

    public String path() {
        return sheet.map(known -> Listing.PATH + "/" + known.number() + "/corrigir")
                .orElse(Listing.PATH + "/novo");
    }

    public String back() {
        return sheet.map(known -> Listing.PATH + "/" + known.number()).orElse(Listing.PATH);
    }

    /// The profiles to choose from, and the one that stands there though the congress has it no more.
    public List<String> offered() {
        String current = value(Field.PROFILE);
        if (current.isEmpty() || profiles.contains(current)) {
            return profiles;
        }
        return Stream.concat(profiles.stream(), Stream.of(current)).toList();
    }

    @Override
    public String toString() {
        return "PersonForm[" + sheet + "]";
    }
}
