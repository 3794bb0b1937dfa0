package congressbot.bot.knowledge;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Where the terms of a question stand in one passage. For one thread.
final class Match {
    private final long passage;
    private final String heading;
    private final String title;
    private final boolean fact;
    private final Map<Integer, BitSet> terms = new TreeMap<>();
    private final Map<Integer, BitSet> exactTerms = new TreeMap<>();
    private final Set<Integer> entries = new HashSet<>();

    /// @param title of the document
    /// @param fact it is a fact of `congress.yaml`
    Match(long passage, String title, String heading, boolean fact) {
        this.passage = passage;
        this.title = title;
        this.heading = heading;
        this.fact = fact;
    }

    /// @param exactly the term stands there in the very words of the question
    void add(int position, int term, boolean exactly) {
        terms.computeIfAbsent(position, _ -> new BitSet()).set(term);
        if (exactly) {
            exactTerms.computeIfAbsent(position, _ -> new BitSet()).set(term);
        }
    }

    long passage() {
        return passage;
    }

    String title() {
        return title;
    }

    /// Empty for what stands before the first heading of a document.
    String heading() {
        return heading;
    }

    /// The piece is a row of a table or an entry of a list, and speaks for itself.
    void addEntry(int position) {
        entries.add(position);
    }

    boolean isEntry(int position) {
        return entries.contains(position);
    }

    boolean isFact() {
        return fact;
    }

    boolean holds(int term) {
        return terms.values().stream().anyMatch(there -> there.get(term));
    }

    /// It stands in another piece. Rows and entries do not speak of each other.
    boolean holdsElsewhere(int term, int position) {
        return terms.entrySet().stream()
                .filter(there ->
                        there.getKey() >= Position.FIRST && there.getValue().get(term))
                .anyMatch(there -> !isEntry(there.getKey()) || !isEntry(position));
    }

    boolean holds(int term, int position) {
        return has(terms, term, position);
    }

    boolean holdsExactly(int term, int position) {
        return has(exactTerms, term, position);
    }

    private static boolean has(Map<Integer, BitSet> terms, int term, int position) {
        BitSet there = terms.get(position);
        return there != null && there.get(term);
    }

    /// Pieces that hold any term.
    Set<Integer> pieces() {
        return terms.keySet().stream().filter(at -> at >= Position.FIRST).collect(Collectors.toUnmodifiableSet());
    }
}
