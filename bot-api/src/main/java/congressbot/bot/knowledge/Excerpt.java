package congressbot.bot.knowledge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Cuts a passage to the pieces that answer.
final class Excerpt {
    /// Longest excerpt, in characters.
    static final int MAX = 500;

    /// A passage as short as this is shown whole.
    private static final int SHORT = 300;

    /// A piece that answers nearly as well as the best one is shown too.
    private static final double NEARLY = 0.95;

    /// A first sentence as short as this only says yes or no.
    private static final int YES_OR_NO = 20;

    private final List<String> pieces;
    private final boolean faq;
    private final Predicate<String> asked;

    private Excerpt(KnowledgeSearch.Stored passage, Predicate<String> asked) {
        this.asked = asked;
        this.pieces = passage.pieces();
        this.faq = passage.faq();
    }

    /// @param worth how well each piece answers, by its position
    /// @param asked whether a cell holds the kind of answer that was asked for
    static String of(KnowledgeSearch.Stored passage, Map<Integer, Double> worth, Predicate<String> asked) {
        return new Excerpt(passage, asked).cut(worth);
    }

    private String cut(Map<Integer, Double> worth) {
        if (String.join("\n", pieces).length() <= SHORT) {
            return joined(new TreeSet<>(all()));
        }
        List<Integer> best = best(worth);
        if (joined(new TreeSet<>(best)).length() > MAX) {
            Optional<String> narrowed = narrowed(best);
            if (narrowed.isPresent()) {
                return narrowed.get();
            }
        }
        SortedSet<Integer> chosen = new TreeSet<>();
        for (int piece : best) {
            SortedSet<Integer> more = new TreeSet<>(chosen);
            more.addAll(withContext(piece));
            if (joined(more).length() > MAX) {
                more = new TreeSet<>(chosen);
                more.add(piece);
            }
            if (joined(more).length() <= MAX) {
                chosen = more;
            }
        }
        return chosen.isEmpty() ? shortened(pieces.get(best.getFirst())) : joined(chosen);
    }

    /// Rows that do not fit all are shown with fewer of their cells, so that none is kept back.
    private Optional<String> narrowed(List<Integer> rows) {
        if (rows.size() < 2 || !rows.stream().allMatch(this::isRow)) {
            return Optional.empty();
        }
        String narrow =
                rows.stream().sorted().map(row -> narrowed(pieces.get(row))).collect(Collectors.joining("\n"));
        return narrow.length() <= MAX ? Optional.of(narrow) : Optional.empty();
    }

    private boolean isRow(int piece) {
        return isEntry(piece) && pieces.get(piece).contains(Section.BETWEEN_CELLS);
    }

    /// The first cell, and those that were asked for; the second where nothing was.
    private String narrowed(String row) {
        List<String> cells = List.of(row.split(Pattern.quote(Section.BETWEEN_CELLS), -1));
        List<String> wanted = cells.stream().skip(1).filter(asked).toList();
        return Stream.concat(cells.stream().limit(1), (wanted.isEmpty() ? cells.subList(1, 2) : wanted).stream())
                .collect(Collectors.joining(Section.BETWEEN_CELLS));
    }

    private List<Integer> all() {
        List<Integer> all = new ArrayList<>();
        for (int piece = 0; piece < pieces.size(); piece++) {
            all.add(piece);
        }
        return all;
    }

    private static List<Integer> best(Map<Integer, Double> worth) {
        double best =
                worth.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        return worth.entrySet().stream()
                .filter(piece -> piece.getValue() >= NEARLY * best)
                .sorted(Map.Entry.<Integer, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(piece -> piece.getKey() - Position.FIRST)
                .toList();
    }

    /// A sentence may say "it" of what the one before names, and an answer begins with yes or no; an
    /// entry needs the line above its list.
    private SortedSet<Integer> withContext(int piece) {
        SortedSet<Integer> context = new TreeSet<>(List.of(piece));
        if (faq && pieces.getFirst().length() <= YES_OR_NO) {
            context.add(0);
        }
        int before = piece - 1;
        if (isEntry(piece)) {
            while (before >= 0 && isEntry(before)) {
                before--;
            }
            if (before >= 0 && pieces.get(before).endsWith(":")) {
                context.add(before);
            }
        } else if (before >= 0 && !isEntry(before)) {
            context.add(before);
        }
        return context;
    }

    private boolean isEntry(int piece) {
        return pieces.get(piece).startsWith(Section.ENTRY);
    }

    /// Sentences in one line, entries each in its own.
    private String joined(SortedSet<Integer> chosen) {
        StringBuilder text = new StringBuilder();
        boolean afterEntry = false;
        for (int piece : chosen) {
            if (!text.isEmpty()) {
                text.append(afterEntry || isEntry(piece) ? "\n" : " ");
            }
            text.append(pieces.get(piece));
            afterEntry = isEntry(piece);
        }
        return text.toString();
    }

    private static String shortened(String text) {
        return text.length() <= MAX ? text : text.substring(0, MAX - 1).strip() + "…";
    }
}
