package congressbot.bot.knowledge;

import congressbot.bot.congress.Topic;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// What a search found.
///
/// @param passages best first
/// @param best the answer that the best passage gives, whether it is certain or not; empty when nothing was found
/// @param confidence of it, from 0 to 1
/// @param continues the question goes on with the one before: alone it says too little
public record Finding(List<Passage> passages, Optional<Cited> best, double confidence, boolean continues) {
    static final Finding NOTHING = new Finding(List.of(), Optional.empty(), 0, false);

    /// Below this the question is not answered. Tuned by `./congress-bot questions` on the sample congress.
    private static final double CERTAIN = 0.7;

    public Finding {
        passages = List.copyOf(passages);
    }

    /// An answer out of a passage.
    ///
    /// @param excerpt the sentences that answer, at most 500 characters
    /// @param topic a fact of `congress.yaml`, which has sentences of its own
    public record Cited(Passage passage, String excerpt, Optional<Topic> topic) {}

    /// A stored passage, and why it was found.
    record Found(KnowledgeSearch.Stored stored, Ranking.Ranked ranked) {
        private Cited cited(Predicate<String> asked) {
            return new Cited(stored.passage(), Excerpt.of(stored, ranked.pieces(), asked), stored.topic());
        }
    }

    /// @param found best first
    /// @param asked whether a text holds the kind of answer that was asked for
    static Finding of(List<Found> found, Predicate<String> asked) {
        if (found.isEmpty()) {
            return NOTHING;
        }
        Found best = found.getFirst();
        List<Passage> passages =
                found.stream().map(one -> one.stored().passage()).toList();
        return new Finding(
                passages, Optional.of(best.cited(asked)), best.ranked().confidence(), false);
    }

    /// It may be answered without asking anybody.
    public boolean certain() {
        return confidence >= CERTAIN;
    }

    Finding continuing(boolean does) {
        return new Finding(passages, best, confidence, does);
    }

    boolean betterThan(Finding other) {
        return confidence > other.confidence;
    }
}
