package congressbot.bot.knowledge;

import congressbot.bot.congress.Congress;
import congressbot.bot.text.Spelling;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/// Searches what the organisers published.
public final class Knowledge {
    /// How many of the questions before this one are looked at.
    private static final int EARLIER = 4;

    private final KnowledgeSearch search;
    private final Lexicon lexicon;

    Knowledge(Jdbi jdbi, Lexicon lexicon) {
        this(new KnowledgeSearch(jdbi), lexicon);
    }

    Knowledge(KnowledgeSearch search, Lexicon lexicon) {
        this.search = search;
        this.lexicon = lexicon;
    }

    /// Finds the passages that a question is about, best first.
    ///
    /// @param earlier the questions before this one in the same chat, oldest first
    public Finding find(Congress congress, String question, List<String> earlier) {
        LocalWords local = LocalWords.of(congress, search.coded(congress.id()), lexicon);
        WordingReader headings = new WordingReader(lexicon, local, Map.of());
        Wording alone = wording(congress.id(), question, local);
        List<String> last = earlier.subList(Math.max(0, earlier.size() - EARLIER), earlier.size());
        Wording context = context(congress.id(), last, local);
        Finding best = Finding.NOTHING;
        for (Wording wording : wordings(alone, context)) {
            Finding finding = find(congress.id(), wording, headings);
            best = finding.betterThan(best) ? finding : best;
            if (finding.certain()) {
                break;
            }
        }
        return best.continuing(alone.leans() && !context.isNothing());
    }

    /// What a question is about, to be compared with others.
    public Gist gist(Congress congress, String question) {
        LocalWords local = LocalWords.of(congress, search.coded(congress.id()), lexicon);
        return Gist.of(wording(congress.id(), question, local), Spelling.folded(question), lexicon);
    }

    /// All that is published, word by word.
    public String published(String congress) {
        return search.published(congress);
    }

    /// Passages by their ids, as an answer names its sources.
    public List<Passage> passages(List<Long> ids) {
        return search.load(ids).stream().map(KnowledgeSearch.Stored::passage).toList();
    }

    /// What a question may mean, the likeliest first: one that leans on those before it goes on with their subject.
    private static List<Wording> wordings(Wording alone, Wording context) {
        if (context.isNothing()) {
            return List.of(alone);
        }
        Wording together = alone.after(context);
        if (!alone.leans()) {
            return List.of(alone, together);
        }
        boolean ownSubject = alone.has(Term.Role.SUBJECT) || alone.has(Term.Role.DAY);
        return ownSubject ? List.of(together, alone.afterKindsOf(context), alone) : List.of(together);
    }

    private Wording context(String congress, List<String> earlier, LocalWords local) {
        Wording context = new Wording(List.of(), true, false);
        for (String question : earlier) {
            Wording next = wording(congress, question, local);
            context = next.leans() ? next.after(context) : next;
        }
        return context;
    }

    Wording wording(String congress, String question, LocalWords local) {
        List<String> unknown = lexicon.words(question).stream()
                .filter(word -> word.length() >= Slip.SHORTEST && !lexicon.isWord(word) && !local.isKnown(word))
                .distinct()
                .toList();
        return new WordingReader(lexicon, local, meant(congress, unknown)).read(question);
    }

    /// For words that are neither known beforehand nor stand in a document, the nearest one that is or does.
    private Map<String, String> meant(String congress, List<String> unknown) {
        Map<String, String> meant = new HashMap<>();
        if (!unknown.isEmpty()) {
            search.near(congress, unknown)
                    .forEach((typed, near) -> nearest(typed, near).ifPresent(word -> meant.put(typed, word)));
        }
        return meant;
    }

    private static Optional<String> nearest(String typed, List<String> near) {
        return near.stream()
                .filter(word -> word.equals(typed) || Slip.isOne(typed, word))
                .min(Comparator.comparingInt(word -> Spelling.distance(typed, word)));
    }

    private Finding find(String congress, Wording wording, WordingReader headings) {
        if (wording.isNothing() || wording.unpublished()) {
            return Finding.NOTHING;
        }
        Collection<Match> matches = search.matches(congress, wording.terms());
        Ranking ranking = new Ranking(wording, matches, search.passages(congress), headings);
        List<Ranking.Ranked> ranked = ranking.rank(
                wording.isAboutTheWhole()
                        ? matches.stream().filter(Match::isFact).toList()
                        : matches);
        List<KnowledgeSearch.Stored> stored =
                search.load(ranked.stream().map(Ranking.Ranked::passage).toList());
        List<Finding.Found> found = new ArrayList<>();
        for (int i = 0; i < stored.size(); i++) {
            found.add(new Finding.Found(stored.get(i), ranked.get(i)));
        }
        return Finding.of(found, text -> wording.kinds().stream().anyMatch(kind -> lexicon.holds(text, kind)));
    }
}
