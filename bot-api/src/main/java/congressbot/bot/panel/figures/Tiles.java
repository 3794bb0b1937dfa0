package congressbot.bot.panel.figures;

import congressbot.bot.figures.Counts;
import congressbot.bot.figures.Histogram;
import congressbot.bot.figures.Metric;
import congressbot.bot.figures.Stage;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import java.util.function.Predicate;

/// The numbers at the top of the page.
final class Tiles {
    static final double HALF = 0.5;
    static final double NEARLY_ALL = 0.9;
    static final double ALL_BUT_FEW = 0.95;
    private static final double PERCENT = 100;

    private final Counts counts;
    private final FigureWords words;
    private final Period period;

    Tiles(Counts counts, FigureWords words, Period period) {
        this.counts = counts;
        this.words = words;
        this.period = period;
    }

    List<Tile> all() {
        return List.of(
                counted("registrations", Metric.REGISTRATIONS, _ -> true),
                counted("withdrawals", Metric.WITHDRAWALS, _ -> true),
                counted("begun", Metric.STAGES, Stage.BEGUN.word()::equals),
                finished(),
                timeToFinish(),
                counted("failed-mails", Metric.MAILS, Tiles::failed),
                counted("unanswered", Metric.QUESTIONS, "nobody"::equals),
                waits(),
                cost());
    }

    private Tile counted(String name, Metric metric, Predicate<String> keys) {
        long now = counts.now(metric, keys);
        return tile(name, words.number(now), change(now, counts.before(metric, keys), words::number), "");
    }

    /// Of a mail: it was not delivered, for all that we know.
    private static boolean failed(String status) {
        return !status.equals("sent");
    }

    private Tile finished() {
        long begun = counts.now(Metric.STAGES, Stage.NAME.word()::equals);
        long registered = counts.now(Metric.STAGES, Stage.REGISTERED.word()::equals);
        long begunBefore = counts.before(Metric.STAGES, Stage.NAME.word()::equals);
        long registeredBefore = counts.before(Metric.STAGES, Stage.REGISTERED.word()::equals);
        String before = period.days().isEmpty() || begunBefore == 0
                ? ""
                : words.said("was", Map.of("before", words.share(registeredBefore, begunBefore)));
        String note = words.said(
                "tile.finished.note", Map.of("registered", words.number(registered), "begun", words.number(begun)));
        return tile("finished", words.share(registered, begun), before, note);
    }

    private Tile timeToFinish() {
        Map<String, Long> now = counts.byKey(Metric.TIME_TO_FINISH);
        OptionalLong before = Histogram.TIME_TO_FINISH.atMost(counts.byKeyBefore(Metric.TIME_TO_FINISH), HALF);
        String change = period.days().isEmpty() || before.isEmpty()
                ? ""
                : words.said("was", Map.of("before", words.atMost(before, Histogram.TIME_TO_FINISH)));
        String note = now.isEmpty()
                ? ""
                : words.said("tile.time.note", Map.of("time", part(now, Histogram.TIME_TO_FINISH, NEARLY_ALL)));
        return tile("time", part(now, Histogram.TIME_TO_FINISH, HALF), change, note);
    }

    private Tile waits() {
        String note = counts.latest(Metric.QUEUE, "last")
                .map(waiting -> words.said("tile.waits.note", Map.of("number", words.number(waiting))))
                .orElse("");
        return tile("waits", part(counts.byKey(Metric.WAITS), Histogram.WAITS, ALL_BUT_FEW), "", note);
    }

    private Tile cost() {
        long now = counts.now(Metric.MODEL_COST);
        String note = words.said("tile.cost.note", Map.of("calls", words.number(counts.now(Metric.MODEL_CALLS))));
        return tile("cost", words.money(now), change(now, counts.before(Metric.MODEL_COST), words::money), note);
    }

    private String part(Map<String, Long> values, Histogram histogram, double share) {
        return words.atMost(histogram.atMost(values, share), histogram);
    }

    private Tile tile(String name, String value, String change, String note) {
        return new Tile(words.said("tile." + name), value, change, note);
    }

    /// In percent of the days before. Where there are none before, there is nothing to compare.
    private String change(long now, long before, LongFunction<String> written) {
        if (period.days().isEmpty() || before == 0) {
            return "";
        }
        long percent = Math.round(PERCENT * (now - before) / before);
        String key = percent > 0 ? "change.more" : percent < 0 ? "change.fewer" : "change.same";
        return words.said(key, Map.of("percent", words.number(Math.abs(percent)), "before", written.apply(before)));
    }
}
