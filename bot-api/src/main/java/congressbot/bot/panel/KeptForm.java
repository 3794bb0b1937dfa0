package congressbot.bot.panel;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// What somebody typed into a form whose session had ended: it goes with her through the door in
/// hidden fields, and is shown to her behind it, to be sent again or not. We keep nothing of it.
///
/// @param path where it was to be sent
public record KeptForm(String path, Form form) {
    static final String PATH_FIELD = "para";
    static final String FORM_FIELD = "guardado";

    /// Longest form that is kept, encoded, in characters.
    private static final int LONGEST = 1024 * 1024;

    private static final String PASSWORDS = "senha";

    /// Fields that belong to the session that ended.
    private static final Set<String> BOUND = Set.of(Desk.FORM_TOKEN);

    /// A form's field, to be shown and sent again.
    public record Field(String name, String value) {
        @Override
        public String toString() {
            return "Field[" + name + "]";
        }
    }

    /// What can be kept of a form; empty when there is nothing, or too much.
    static Optional<KeptForm> of(String path, Form form) {
        Predicate<String> left = name -> BOUND.contains(name) || name.startsWith(PASSWORDS);
        KeptForm kept = new KeptForm(path, form.without(left));
        boolean fits = kept.encoded().length() <= LONGEST;
        return Optional.of(kept).filter(_ -> fits && !kept.form().fields().isEmpty() && Paths.isOurs(path));
    }

    /// What the door's form brought along.
    static Optional<KeptForm> from(Form door) {
        String encoded = door.field(FORM_FIELD);
        if (encoded.isEmpty()) {
            return Optional.empty();
        }
        try {
            return of(door.field(PATH_FIELD), Form.parsed(encoded));
        } catch (IllegalArgumentException _) { // not what we wrote there
            return Optional.empty();
        }
    }

    public String encoded() {
        return form.encoded();
    }

    public List<Field> fields() {
        return form.fields().keySet().stream()
                .flatMap(name -> form.fields(name).stream().map(value -> new Field(name, value)))
                .toList();
    }
}
