package congressbot.bot.office;

import congressbot.bot.account.Witness;
import congressbot.bot.office.ImportStore.Counts;
import congressbot.bot.office.ImportStore.Kind;
import congressbot.bot.office.ImportStore.Line;
import congressbot.bot.participant.Matches;
import congressbot.bot.participant.Registry;
import congressbot.bot.participant.Sheet;
import congressbot.bot.sheet.Csv;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Takes the rows of a file as they come, and compares them with what is registered, a few hundred at a time.
final class Comparison {
    private static final int AT_ONCE = 500;

    private final RowJudge judge;
    private final OfficeWords words;
    private final Registry registry;
    private final Consumer<List<Line>> kept;
    private final Witness witness;
    private final List<Row> waiting = new ArrayList<>();
    private Optional<Map<Integer, Column>> head = Optional.empty();
    private boolean headless;
    private int added;
    private int changed;
    private int unchanged;
    private int faulty;

    /// @param kept takes what is worth being looked at
    Comparison(RowJudge judge, OfficeWords words, Registry registry, Consumer<List<Line>> kept, Witness witness) {
        this.judge = judge;
        this.words = words;
        this.registry = registry;
        this.kept = kept;
        this.witness = witness;
    }

    private record Row(int line, Map<Column, String> cells) {}

    void row(int line, List<String> cells) {
        if (headless) {
            return;
        }
        if (head.isEmpty()) {
            Map<Integer, Column> columns = columns(cells);
            headless = !(columns.containsValue(Column.NUMBER)
                    || (columns.containsValue(Column.NAME) && columns.containsValue(Column.DOCUMENT)));
            head = Optional.of(columns);
            return;
        }
        Map<Column, String> row = new EnumMap<>(Column.class);
        head.get().forEach((position, column) -> row.put(column, position < cells.size() ? cells.get(position) : ""));
        waiting.add(new Row(line, row));
        if (waiting.size() >= AT_ONCE) {
            compare();
        }
    }

    /// Compares what is left.
    ///
    /// @return empty when the first row named no columns
    Optional<Counts> finish() {
        if (headless || head.isEmpty()) {
            return Optional.empty();
        }
        compare();
        return Optional.of(new Counts(added, changed, unchanged, faulty));
    }

    /// The first of several columns with one name counts.
    private Map<Integer, Column> columns(List<String> heads) {
        Map<Integer, Column> columns = new TreeMap<>();
        for (int i = 0; i < heads.size(); i++) {
            int position = i;
            words.column(Csv.meant(heads.get(i)))
                    .filter(column -> !columns.containsValue(column))
                    .ifPresent(column -> columns.put(position, column));
        }
        return columns;
    }

    private void compare() {
        Matches matches = registry.matching(witness.congress(), numbers(), documents(), emails());
        List<Line> lines = new ArrayList<>();
        for (Row row : waiting) {
            line(row, judge.judge(row.cells, matches)).ifPresent(lines::add);
        }
        kept.accept(lines);
        waiting.clear();
    }

    private List<Long> numbers() {
        return waiting.stream()
                .flatMap(row -> RowFields.number(
                        row.cells.getOrDefault(Column.NUMBER, "").strip())
                        .stream())
                .toList();
    }

    private List<String> documents() {
        return waiting.stream()
                .flatMap(row -> judge.document(row.cells.getOrDefault(Column.DOCUMENT, "")).stream())
                .map(Matches::key)
                .toList();
    }

    private List<String> emails() {
        return waiting.stream().map(row -> RowFields.email(row.cells)).toList();
    }

    private Optional<Line> line(Row row, Judged judged) {
        return switch (judged) {
            case Judged.Same() -> {
                unchanged++;
                yield Optional.empty();
            }
            case Judged.Added(var registration, var status) -> {
                added++;
                Map<String, String> fields = StoredFields.of(registration, status);
                yield Optional.of(new Line(
                        row.line,
                        Kind.ADDED,
                        OptionalLong.empty(),
                        Optional.empty(),
                        registration.name().value(),
                        Map.of(),
                        fields,
                        Map.of()));
            }
            case Judged.Changed(var before, var registration, var status) -> {
                changed++;
                yield Optional.of(new Line(
                        row.line,
                        Kind.CHANGED,
                        OptionalLong.of(before.number()),
                        Optional.of(before.updated()),
                        before.registration().name().value(),
                        StoredFields.of(before.registration(), before.status()),
                        StoredFields.of(registration, status),
                        Map.of()));
            }
            case Judged.Faulty(var about, var faults) -> {
                faulty++;
                yield Optional.of(faulty(row, about, faults));
            }
        };
    }

    /// What was typed stands beside what is wrong with it.
    private static Line faulty(Row row, Optional<Sheet> about, Map<Column, Fault> faults) {
        Map<String, String> texts = new TreeMap<>();
        Map<String, String> typed = new TreeMap<>();
        faults.forEach((column, fault) -> {
            texts.put(column.code(), fault.text());
            typed.put(column.code(), row.cells.getOrDefault(column, ""));
        });
        String label = about.map(sheet -> sheet.registration().name().value())
                .orElseGet(() -> row.cells.getOrDefault(Column.NAME, ""));
        return new Line(
                row.line,
                Kind.FAULTY,
                about.map(sheet -> OptionalLong.of(sheet.number())).orElseGet(OptionalLong::empty),
                Optional.empty(),
                label,
                Map.of(),
                typed,
                texts);
    }
}
