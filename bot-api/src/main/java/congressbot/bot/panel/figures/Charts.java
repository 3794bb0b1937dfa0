package congressbot.bot.panel.figures;

import congressbot.bot.figures.Counts;
import congressbot.bot.figures.Histogram;
import congressbot.bot.figures.Metric;
import congressbot.bot.figures.Span;
import congressbot.bot.figures.Stage;
import congressbot.bot.panel.figures.Chart.Cell;
import congressbot.bot.panel.figures.Chart.Column;
import congressbot.bot.panel.figures.Chart.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;

/// Makes tables of counts.
final class Charts {
    /// More points than these are hard to tell apart: then a point is a week, or a month.
    private static final int MOST_DAYS = 92;

    private static final int MOST_WEEKS = 400;
    private static final int WEEK = 7;
    private static final int MONTH = 30;
    private static final double MILLIS = 1_000;
    private static final double MICROS = 1_000_000;

    private static final String CHANNEL = "channel";

    /// What became of mails that were not sent.
    private static final List<String> FAILURES = List.of("refused", "unknown", "cancelled");

    private final Counts counts;
    private final FigureWords words;

    Charts(Counts counts, FigureWords words) {
        this.counts = counts;
        this.words = words;
    }

    List<Chart> all() {
        return List.of(
                perDay(),
                funnel(),
                divided("profile", "row", Metric.REGISTRATIONS_BY_PROFILE),
                divided("state", "bar", Metric.REGISTRATIONS_BY_STATE),
                divided(CHANNEL, "row", Metric.REGISTRATIONS_BY_CHANNEL),
                divided("language", "row", Metric.REGISTRATIONS_BY_LANGUAGE),
                timeToFinish(),
                mails(),
                waits(),
                cost());
    }

    private Chart perDay() {
        boolean empty = counts.now(Metric.REGISTRATIONS) + counts.now(Metric.WITHDRAWALS) == 0;
        return overTime(
                "per-day",
                "bar",
                List.of(true, true),
                empty,
                some -> List.of(number(sum(Metric.REGISTRATIONS, some)), number(sum(Metric.WITHDRAWALS, some))));
    }

    /// How many reached each stage, and how many of them came no further.
    private Chart funnel() {
        Map<String, Long> reached = counts.byKey(Metric.STAGES);
        List<Stage> stages = List.of(Stage.values());
        long first = reached.getOrDefault(Stage.BEGUN.word(), 0L);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < stages.size(); i++) {
            long here = reached.getOrDefault(stages.get(i).word(), 0L);
            boolean last = i == stages.size() - 1;
            // Somebody who registers a second person begins no second chat: no drop is less than none.
            long lost = last
                    ? 0
                    : Math.max(0, here - reached.getOrDefault(stages.get(i + 1).word(), 0L));
            rows.add(new Row(
                    words.label("stage", stages.get(i).word()),
                    List.of(
                            number(here),
                            text(words.share(here, first)),
                            last ? text(words.said("none")) : number(lost),
                            text(last ? words.said("none") : words.share(lost, here)))));
        }
        return chart("funnel", "row", List.of(true, false, false, false), rows, reached.isEmpty());
    }

    /// The most frequent first.
    private Chart divided(String name, String form, Metric metric) {
        Map<String, Long> parts = counts.byKey(metric);
        long all = counts.now(metric);
        List<Row> rows = parts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(part -> new Row(
                        label(name, part.getKey(), parts),
                        List.of(number(part.getValue()), text(words.share(part.getValue(), all)))))
                .toList();
        return chart(name, form, List.of(true, false), rows, parts.isEmpty());
    }

    private String label(String name, String key, Map<String, Long> parts) {
        return name.equals(CHANNEL) ? words.channel(key, parts.keySet()) : words.label(name, key);
    }

    private Chart timeToFinish() {
        Map<String, Long> times = counts.byKey(Metric.TIME_TO_FINISH);
        Histogram histogram = Histogram.TIME_TO_FINISH;
        long all = counts.now(Metric.TIME_TO_FINISH);
        List<Row> rows = new ArrayList<>();
        for (String key : histogram.keys()) {
            OptionalLong end = OptionalLong.of(key.equals(Histogram.MORE) ? Long.MAX_VALUE : Long.parseLong(key));
            long here = times.getOrDefault(key, 0L);
            rows.add(new Row(words.atMost(end, histogram), List.of(number(here), text(words.share(here, all)))));
        }
        return chart("time", "bar", List.of(true, false), rows, times.isEmpty());
    }

    private Chart mails() {
        boolean empty = counts.now(Metric.MAILS) == 0;
        return overTime("mails", "bar", List.of(true, true, true, false), empty, some -> {
            Map<String, Long> became = counts.within(Metric.MAILS, some);
            List<Cell> cells = new ArrayList<>();
            FAILURES.forEach(status -> cells.add(number(became.getOrDefault(status, 0L))));
            cells.add(number(became.getOrDefault("sent", 0L)));
            return cells;
        });
    }

    private Chart waits() {
        boolean empty = counts.now(Metric.WAITS) == 0;
        return overTime("waits", "line", List.of(true, true, false), empty, some -> {
            Map<String, Long> waited = counts.within(Metric.WAITS, some);
            long most = counts.most(Metric.QUEUE, "most", some);
            return List.of(wait(waited, Tiles.HALF), wait(waited, Tiles.ALL_BUT_FEW), number(most));
        });
    }

    private Cell wait(Map<String, Long> waited, double share) {
        OptionalLong end = Histogram.WAITS.atMost(waited, share);
        long drawn = Math.min(end.orElse(0), Histogram.WAITS.ends().getLast());
        return new Cell(words.atMost(end, Histogram.WAITS), end.isEmpty() ? "" : Double.toString(drawn / MILLIS));
    }

    private Chart cost() {
        boolean empty = counts.now(Metric.MODEL_CALLS) == 0;
        return overTime("cost", "bar", List.of(true), empty, some -> {
            long micros = sum(Metric.MODEL_COST, some);
            return List.of(new Cell(words.money(micros), Double.toString(micros / MICROS)));
        });
    }

    private long sum(Metric metric, Span some) {
        return counts.within(metric, some).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private Chart overTime(
            String name, String form, List<Boolean> drawn, boolean empty, Function<Span, List<Cell>> cells) {
        List<Row> rows = slots().stream()
                .map(some -> new Row(words.days(some), cells.apply(some)))
                .toList();
        return chart(name, form, drawn, rows, empty);
    }

    /// The days of the span, or its weeks or months when there are many; the last one ends today.
    private List<Span> slots() {
        Span span = counts.span();
        int step = span.days() <= MOST_DAYS ? 1 : span.days() <= MOST_WEEKS ? WEEK : MONTH;
        List<Span> slots = new ArrayList<>();
        for (LocalDate last = span.last(); !last.isBefore(span.first()); last = last.minusDays(step)) {
            LocalDate first = last.minusDays(step - 1L);
            slots.addFirst(new Span(first.isBefore(span.first()) ? span.first() : first, last));
        }
        return slots;
    }

    private Chart chart(String name, String form, List<Boolean> drawn, List<Row> rows, boolean empty) {
        List<Column> columns = new ArrayList<>();
        String[] names = words.said("chart." + name + ".columns").split(";", -1);
        for (int i = 0; i < drawn.size(); i++) {
            columns.add(new Column(names[i + 1], drawn.get(i)));
        }
        return new Chart(
                name,
                words.said("chart." + name),
                form,
                words.said("chart." + name + ".note"),
                names[0],
                columns,
                rows,
                empty);
    }

    private Cell number(long number) {
        return new Cell(words.number(number), Long.toString(number));
    }

    private static Cell text(String text) {
        return new Cell(text, "");
    }
}
