package congressbot.bot.panel.people;

import congressbot.bot.office.Column;
import congressbot.bot.office.ImportStore.Import;
import congressbot.bot.office.ImportStore.Kind;
import congressbot.bot.office.ImportStore.Line;
import congressbot.bot.office.ImportStore.State;
import congressbot.bot.office.OfficeWords;
import congressbot.bot.registration.Covering;
import congressbot.bot.registration.Cpf;
import congressbot.bot.registration.Passport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// What the page of a file shows: its rows of one kind, field by field.
///
/// @param most rows on the page
/// @param whole whether documents are shown in full
public record Difference(Import file, Kind kind, List<Line> lines, int most, boolean whole, OfficeWords words) {
    /// The number of a city says nothing to a reader.
    private static final String CODE = "city_code";

    private static final List<String> DOCUMENTS = List.of("cpf", "passport");
    private static final Pattern COVERED = Pattern.compile("[\\p{L}\\p{Nd}]");

    public Difference {
        lines = List.copyOf(lines);
    }

    /// A field of a row.
    ///
    /// @param trouble what is wrong with it; empty for nothing
    public record Item(String title, String old, String text, String trouble) {}

    public String path() {
        return ImportPages.PATH + "/" + file.id();
    }

    public List<Kind> kinds() {
        return List.of(Kind.CHANGED, Kind.ADDED, Kind.FAULTY);
    }

    public String kindPath(Kind other) {
        return path() + "?ver=" + ListQuery.code(other);
    }

    public String kindTitle(Kind other) {
        return words.said("import." + ListQuery.code(other));
    }

    public int count(Kind other) {
        return switch (other) {
            case ADDED -> file.counts().added();
            case CHANGED -> file.counts().changed();
            case FAULTY -> file.counts().faulty();
        };
    }

    public boolean open() {
        return file.state() == State.READ;
    }

    public boolean applied() {
        return file.state() == State.APPLIED;
    }

    public Optional<String> more() {
        return lines.size() < most
                ? Optional.empty()
                : Optional.of(kindPath(kind) + "&linha=" + lines.getLast().line());
    }

    public List<Item> items(Line line) {
        List<Item> items = new ArrayList<>();
        if (line.kind() == Kind.FAULTY) {
            line.faults()
                    .forEach((code, text) -> items.add(new Item(
                            Column.of(code).map(words::head).orElse(code),
                            "",
                            asTyped(code, line.fields().getOrDefault(code, "")),
                            text)));
            return items;
        }
        Set<String> columns = new TreeSet<>(line.fields().keySet());
        columns.addAll(line.old().keySet());
        columns.remove(CODE);
        for (String column : columns) {
            String old = line.old().getOrDefault(column, "");
            String text = line.fields().getOrDefault(column, "");
            if (!old.equals(text)) {
                items.add(new Item(words.field(column), shown(column, old), shown(column, text), ""));
            }
        }
        return items;
    }

    /// What is no document may be one with a slip in it.
    private String asTyped(String code, String text) {
        if (whole) {
            return text;
        }
        return code.equals(Column.DOCUMENT.code()) ? COVERED.matcher(text).replaceAll("•") : Covering.CPFS.in(text);
    }

    /// Whether a document stands there in full.
    boolean showsDocuments() {
        return whole && lines.stream().anyMatch(Difference::hasDocument);
    }

    private static boolean hasDocument(Line line) {
        if (line.kind() == Kind.FAULTY) {
            return line.faults().keySet().stream().anyMatch(code -> {
                String text = line.fields().getOrDefault(code, "");
                return code.equals(Column.DOCUMENT.code()) ? !text.isEmpty() : Covering.CPFS.standsIn(text);
            });
        }
        return DOCUMENTS.stream()
                .anyMatch(column -> !line.old()
                        .getOrDefault(column, "")
                        .equals(line.fields().getOrDefault(column, "")));
    }

    private String shown(String column, String value) {
        if (value.isEmpty()) {
            return "";
        }
        return switch (column) {
            case "cpf" -> whole ? new Cpf(value).spelled() : new Cpf(value).shown();
            case "passport" -> whole ? value : new Passport(value).shown();
            case "status" -> words.said("status." + value);
            default -> value;
        };
    }
}
