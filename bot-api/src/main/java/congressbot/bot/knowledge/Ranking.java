package congressbot.bot.knowledge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// Orders passages by how well they answer a question: by what their best piece covers of it under its heading, and by
/// how much of the heading was asked for.
final class Ranking {
    /// Most passages that are looked at more closely.
    static final int MOST = 8;

    /// How far a term counts by where it stands.
    private static final double IN_HEADING = 1;

    private static final double IN_PIECE = 0.97;
    private static final double IN_TITLE = 0.9;
    private static final double IN_OTHER_PIECE = 0.8;

    /// The kind of answer may stand in the sentence before or after.
    private static final double KIND_IN_OTHER_PIECE = 0.5;

    /// Another word for the one that was asked.
    private static final double SYNONYM = 0.94;

    /// What remains of the confidence when a subject, the day or the kind of answer is missing.
    private static final double WITHOUT_SUBJECT = 0.5;

    private static final double WITHOUT_DAY = 0.8;
    private static final double WITHOUT_KIND = 0.6;

    /// What remains when neither heading nor title is about a subject: the words may be told in passing.
    private static final double IN_PASSING = 0.78;

    /// What all common words together may weigh, against all others.
    private static final double MOST_WEAK = 0.2;

    /// A bonus word counts as much for the order.
    private static final double BONUS = 0.08;

    /// The more where it stands in the heading.
    private static final double IN_HEADING_TOO = 2;

    /// A heading, and a title, that was asked for entirely counts as much for the order.
    private static final double HEADING = 0.2;

    private static final double TITLE = 0.16;

    /// What stands before the first heading has the title for one.
    private static final double INTRODUCTION = 0.7;

    /// A word that stands everywhere still says a little.
    private static final double LEAST_RARITY = 0.5;

    private final List<Term> terms;
    private final double[] weights;
    private final WordingReader reader;

    /// @param passages how many there are to choose from
    /// @param reader of headings
    Ranking(Wording wording, Collection<Match> matches, int passages, WordingReader reader) {
        this.terms = wording.terms();
        this.reader = reader;
        this.weights = IntStream.range(0, terms.size())
                .mapToDouble(term -> terms.get(term).role().weight * rarity(term, matches, passages))
                .toArray();
        if (!wording.isAboutTheWhole()) {
            capWeak();
        }
    }

    /// A passage with its score.
    ///
    /// @param confidence that it answers the question, from 0 to 1
    /// @param score by which it is ordered
    /// @param pieces how well each piece answers, by its position
    record Ranked(long passage, double confidence, double score, Map<Integer, Double> pieces) {}

    List<Ranked> rank(Collection<Match> matches) {
        List<Ranked> ranked = new ArrayList<>();
        for (Match match : matches) {
            ranked.add(ranked(match));
        }
        ranked.sort(Comparator.comparingDouble(Ranked::score).reversed().thenComparingLong(Ranked::passage));
        return List.copyOf(ranked.subList(0, Math.min(MOST, ranked.size())));
    }

    /// From [#LEAST_RARITY] for a word in every passage to 1 for one in a single passage, or in none.
    private double rarity(int term, Collection<Match> matches, int passages) {
        if (terms.get(term).role() != Term.Role.SUBJECT) {
            return 1;
        }
        long holding = matches.stream().filter(match -> match.holds(term)).count();
        double most = Math.log(passages + 1.0);
        return Math.max(LEAST_RARITY, Math.log((passages + 1.0) / Math.max(1, holding)) / most);
    }

    private void capWeak() {
        double weak = 0;
        double others = 0;
        for (int term = 0; term < weights.length; term++) {
            weak += isWeak(term) ? weights[term] : 0;
            others += isWeak(term) || is(term, Term.Role.BONUS) ? 0 : weights[term];
        }
        double most = MOST_WEAK * others;
        for (int term = 0; term < weights.length && weak > most; term++) {
            weights[term] *= isWeak(term) ? most / weak : 1;
        }
    }

    private boolean isWeak(int term) {
        return is(term, Term.Role.WEAK) || is(term, Term.Role.SIDE);
    }

    private boolean is(int term, Term.Role role) {
        return terms.get(term).role() == role;
    }

    private Ranked ranked(Match match) {
        Map<Integer, Double> pieces = new HashMap<>();
        Set<Integer> positions = match.pieces().isEmpty() ? Set.of(Position.FIRST) : match.pieces();
        double best = 0;
        double confidence = 0;
        for (int position : positions) {
            double covered = covered(match, position);
            double worth = covered + BONUS * bonus(match, position);
            pieces.put(position, worth);
            if (worth > best) {
                best = worth;
                confidence = covered;
            }
        }
        double title = fit(match, match.title(), Position.TITLE, 1);
        double heading =
                match.heading().isEmpty() ? INTRODUCTION * title : fit(match, match.heading(), Position.HEADING, 0);
        double order = best + HEADING * heading + TITLE * title;
        return new Ranked(match.passage(), confidence, order, pieces);
    }

    /// How much of the question a piece covers together with its heading and title.
    private double covered(Match match, int position) {
        double sum = 0;
        double covered = 0;
        double remains = 1;
        for (int term = 0; term < weights.length; term++) {
            if (!is(term, Term.Role.BONUS)) {
                double strength = strength(match, term, position);
                sum += weights[term];
                covered += weights[term] * strength;
                remains *= strength > 0 ? 1 : without(terms.get(term).role());
            }
        }
        return sum == 0 ? 0 : remains * (isInPassing(match, position) ? IN_PASSING : 1) * covered / sum;
    }

    private static double without(Term.Role role) {
        return switch (role) {
            case SUBJECT -> WITHOUT_SUBJECT;
            case DAY -> WITHOUT_DAY;
            case KIND -> WITHOUT_KIND;
            case HINT, SIDE, WEAK, BONUS -> 1;
        };
    }

    private boolean isInPassing(Match match, int position) {
        return !match.isFact()
                && !match.heading().isEmpty()
                && IntStream.range(0, terms.size())
                        .filter(term -> is(term, Term.Role.SUBJECT) || is(term, Term.Role.BONUS))
                        .noneMatch(term -> match.holds(term, Position.HEADING)
                                || match.holds(term, Position.TITLE)
                                || (match.isEntry(position) && match.holds(term, position)));
    }

    private double strength(Match match, int term, int position) {
        boolean kind = is(term, Term.Role.KIND);
        double strength = Math.max(
                Math.max(at(match, term, Position.HEADING, IN_HEADING), at(match, term, position, IN_PIECE)),
                kind
                        ? 0
                        : at(
                                match,
                                term,
                                Position.TITLE,
                                IN_TITLE)); // a heading of prices above does not make a price of it
        if (strength > 0) {
            return strength;
        }
        if (terms.get(term).lent() && !kind) {
            return match.holds(term) ? IN_TITLE : 0;
        }
        if (!match.holdsElsewhere(term, position)) {
            return 0;
        }
        return kind ? KIND_IN_OTHER_PIECE : IN_OTHER_PIECE;
    }

    private static double at(Match match, int term, int position, double value) {
        if (match.holdsExactly(term, position)) {
            return value;
        }
        return match.holds(term, position) ? value * SYNONYM : 0;
    }

    /// Who is named in a heading is who it is meant for.
    private double bonus(Match match, int position) {
        return IntStream.range(0, terms.size())
                .filter(term -> is(term, Term.Role.BONUS))
                .mapToDouble(term ->
                        match.holds(term, Position.HEADING) ? IN_HEADING_TOO : match.holds(term, position) ? 1 : 0)
                .sum();
    }

    /// How much of a heading was asked for.
    ///
    /// @param neutral how well one fits that names nothing
    private double fit(Match match, String heading, int position, double neutral) {
        List<Term> words = reader.terms(heading);
        double whole = words.stream().mapToDouble(term -> term.role().weight).sum();
        if (words.stream().noneMatch(term -> term.role() == Term.Role.SUBJECT)) {
            whole = position == Position.TITLE ? 0 : whole;
        }
        double asked = 0;
        for (int term = 0; term < weights.length; term++) {
            asked += at(match, term, position, 1) * terms.get(term).role().weight;
        }
        return whole == 0 ? neutral : Math.min(1, asked / whole);
    }
}
