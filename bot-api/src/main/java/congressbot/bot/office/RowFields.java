package congressbot.bot.office;

import congressbot.bot.registration.Answer;
import congressbot.bot.registration.Cpf;
import congressbot.bot.registration.Document;
import congressbot.bot.registration.Field;
import congressbot.bot.registration.FieldReader;
import congressbot.bot.registration.Parsed;
import congressbot.bot.text.Spelling;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads the cells of one field, with the rules of the chat and what spreadsheets do to numbers.
final class RowFields {
    private static final Pattern NUMBER = Pattern.compile("#?([0-9]{1,15})");

    /// What is left of a CPF that a spreadsheet took for a number: without its zeros, and perhaps without its marks.
    private static final Pattern SHORTENED = Pattern.compile("[0-9]{8,10}");

    private static final Pattern COVERED = Pattern.compile("[*•]");
    private static final Pattern INTERNATIONAL = Pattern.compile("[1-9][0-9 ().-]{9,19}");
    private static final List<String> BRAZIL = List.of("", "br", "brasil", "brazil");
    private static final String ABROAD = "ex";
    private static final int CODE_LENGTH = 2;
    private static final Locale PORTUGUESE = Locale.of("pt", "BR");

    /// Texts that are remembered: a crowd comes from few cities, and has few profiles.
    private static final int KEPT = 10_000;

    private final FieldReader reader;
    private final OfficeWords words;
    private final Map<String, Parsed<? extends Answer>> read = new HashMap<>();

    RowFields(FieldReader reader, OfficeWords words) {
        this.reader = reader;
        this.words = words;
    }

    static List<Column> columns(Field field) {
        return switch (field) {
            case NAME -> List.of(Column.NAME);
            case EMAIL -> List.of(Column.EMAIL);
            case CPF -> List.of(Column.DOCUMENT);
            case PHONE -> List.of(Column.PHONE);
            case CITY -> List.of(Column.CITY, Column.STATE, Column.COUNTRY);
            case PROFILE -> List.of(Column.PROFILE);
            case BADGE -> List.of(Column.BADGE);
        };
    }

    static Optional<Long> number(String cell) {
        return Optional.of(NUMBER.matcher(cell))
                .filter(matcher -> matcher.matches())
                .map(matcher -> Long.valueOf(matcher.group(1)));
    }

    static boolean isMasked(String document) {
        return COVERED.matcher(document).find();
    }

    static String email(Map<Column, String> cells) {
        return Spelling.cleaned(cells.getOrDefault(Column.EMAIL, "")).toLowerCase(Locale.ROOT);
    }

    Optional<Document> document(String cell) {
        if (cell.isEmpty() || isMasked(cell)) {
            return Optional.empty();
        }
        return answer(document(cell, reader.read(Field.CPF, cell))).map(Document.class::cast);
    }

    /// The value; if there is none, the reason is put to the faults.
    Optional<Answer> value(Field field, Map<Column, String> cells, Map<Column, Fault> faults) {
        Column column = columns(field).getFirst();
        String cell = cells.getOrDefault(column, "");
        if (cell.isEmpty()) {
            if (field != Field.BADGE) {
                faults.put(column, Fault.of("empty", words));
            }
            return Optional.empty();
        }
        if (field == Field.CPF && isMasked(cell)) {
            faults.put(column, Fault.of("masked", words));
            return Optional.empty();
        }
        Parsed<? extends Answer> parsed = parsed(field, cell, cells);
        Optional<Answer> value = answer(parsed);
        if (value.isEmpty()) {
            faults.put(column, Fault.of(parsed, words));
        }
        return value;
    }

    private Parsed<? extends Answer> parsed(Field field, String cell, Map<Column, String> cells) {
        return switch (field) {
            case CPF -> document(cell, reader.read(field, cell));
            case PHONE -> phone(cell);
            case CITY -> known(field, placed(cell, cells));
            case PROFILE -> known(field, cell);
            case NAME, EMAIL, BADGE -> reader.read(field, cell);
        };
    }

    private static Parsed<? extends Answer> document(String cell, Parsed<? extends Answer> parsed) {
        String digits = cell.replaceAll("[^0-9]", "");
        String padded = "0".repeat(Math.max(0, 11 - digits.length())) + digits;
        boolean shortened = SHORTENED.matcher(cell).matches() && Cpf.valid(padded);
        return shortened ? new Parsed.Ok<>(new Cpf(padded)) : parsed;
    }

    /// Our files leave the `+` out.
    private Parsed<? extends Answer> phone(String cell) {
        Parsed<? extends Answer> parsed = reader.read(Field.PHONE, cell);
        if (parsed instanceof Parsed.Invalid && INTERNATIONAL.matcher(cell).matches()) {
            Parsed<? extends Answer> international = reader.read(Field.PHONE, "+" + cell);
            return international instanceof Parsed.Ok ? international : parsed;
        }
        return parsed;
    }

    /// City, state and country in one, as people write them.
    private static String placed(String city, Map<Column, String> cells) {
        String country = cells.getOrDefault(Column.COUNTRY, "");
        String state = cells.getOrDefault(Column.STATE, "");
        if (BRAZIL.contains(Spelling.folded(country))) {
            return state.isEmpty() || Spelling.folded(state).equals(ABROAD) ? city : city + ", " + state;
        }
        boolean code = country.length() == CODE_LENGTH;
        return city + ", " + (code ? Locale.of("", country).getDisplayCountry(PORTUGUESE) : country);
    }

    private Parsed<? extends Answer> known(Field field, String text) {
        if (read.size() >= KEPT) {
            read.clear();
        }
        return read.computeIfAbsent(field + " " + text, _ -> reader.read(field, text));
    }

    /// A text that may be a value is one, though another is likelier: files hold what somebody decided before.
    private static Optional<Answer> answer(Parsed<? extends Answer> parsed) {
        return switch (parsed) {
            case Parsed.Ok<? extends Answer> ok -> Optional.of(ok.value());
            case Parsed.Suggest<? extends Answer> suggestion ->
                suggestion.typed().map(answer -> answer);
            case Parsed.Invalid<? extends Answer> _,
                    Parsed.Choose<? extends Answer> _,
                    Parsed.Part<? extends Answer> _,
                    Parsed.OfTheChat<? extends Answer> _,
                    Parsed.ReadBack<? extends Answer> _ -> Optional.empty();
        };
    }
}
