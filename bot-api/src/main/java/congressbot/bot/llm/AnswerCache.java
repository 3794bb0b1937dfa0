package congressbot.bot.llm;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import congressbot.bot.knowledge.Passage;
import congressbot.bot.llm.redaction.Token;
import congressbot.bot.text.Language;
import congressbot.bot.text.Spelling;
import congressbot.wire.bot.Step;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Answers to questions that many ask: the same words about the same passages, by whomever. A question that depends on
/// what was said before, or that holds anything personal, is nobody else's.
final class AnswerCache {
    private static final int MOST = 2_000;
    private static final Duration KEPT = Duration.ofHours(6);

    private final Cache<Key, Kept> answers;

    AnswerCache(InstantSource time) {
        answers = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(KEPT)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(time.millis()))
                .build();
    }

    /// What an answer depends on.
    ///
    /// @param digests of the passages, in their order: a new version of one is another question
    /// @param step the model was told it
    record Key(String congress, List<String> digests, String question, Language language, Step step) {
        Key {
            digests = List.copyOf(digests);
        }
    }

    /// Passages by their digests: their ids may change with the document around them.
    private record Kept(Optional<String> text, List<String> sources) {}

    /// @param redacted the question as it goes to the model
    static Optional<Key> key(Inquiry inquiry, String redacted) {
        return inquiry.earlier().isEmpty() && !Token.isIn(redacted)
                ? Optional.of(new Key(
                        inquiry.congress().id(),
                        inquiry.passages().stream().map(Passage::digest).toList(),
                        Spelling.folded(redacted),
                        inquiry.language(),
                        inquiry.step()))
                : Optional.empty();
    }

    Optional<Advice> find(Key key, List<Passage> passages) {
        return Optional.ofNullable(answers.getIfPresent(key)).map(kept -> advice(kept, passages));
    }

    private static Advice advice(Kept kept, List<Passage> passages) {
        List<Long> sources = passages.stream()
                .filter(passage -> kept.sources().contains(passage.digest()))
                .map(Passage::id)
                .toList();
        return kept.text().isPresent() ? new Advice.Answered(kept.text().get(), sources) : new Advice.NotThere();
    }

    /// Keeps what depends on the given passages alone.
    void keep(Key key, Advice advice, List<Passage> passages) {
        switch (advice) {
            case Advice.Answered(String text, List<Long> sources) -> {
                List<String> digests = passages.stream()
                        .filter(passage -> sources.contains(passage.id()))
                        .map(Passage::digest)
                        .toList();
                if (digests.size() == sources.size()) {
                    answers.put(key, new Kept(Optional.of(text), digests));
                }
            }
            case Advice.NotThere _ -> answers.put(key, new Kept(Optional.empty(), List.of()));
            case Advice.None _ -> {
                // the next one who asks may be luckier
            }
        }
    }
}
