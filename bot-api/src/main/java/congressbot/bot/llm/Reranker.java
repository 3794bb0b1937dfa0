package congressbot.bot.llm;

import congressbot.bot.knowledge.Passage;
import congressbot.bot.llm.openai.OpenAiEmbeddings;
import congressbot.bot.llm.openai.Usage;
import congressbot.bot.llm.openai.Vector;
import congressbot.bot.llm.redaction.Redactor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Sorts the passages that a search found by how near they are to the question, where an embedding model is configured.
/// When that fails the search's own order holds.
public final class Reranker {
    private static final Duration DEADLINE = Duration.ofSeconds(3);

    private final Optional<Scale> scale;

    private Reranker(Optional<Scale> scale) {
        this.scale = scale;
    }

    /// What is needed to weigh passages.
    record Scale(OpenAiEmbeddings model, Embeddings embeddings, Line line, Books books, Redactor redactor) {}

    /// The search's order is good enough.
    public static Reranker none() {
        return new Reranker(Optional.empty());
    }

    static Reranker by(Scale scale) {
        return new Reranker(Optional.of(scale));
    }

    /// The passages of a question, nearest first.
    public List<Passage> ranked(Inquiry inquiry) {
        if (scale.isEmpty() || inquiry.passages().size() < 2) {
            return inquiry.passages();
        }
        return vectors(scale.get(), inquiry)
                .map(found -> sorted(inquiry.passages(), found))
                .orElse(inquiry.passages());
    }

    /// @param passages by digest
    private record Vectors(Vector question, Map<String, Vector> passages) {}

    private static List<Passage> sorted(List<Passage> passages, Vectors vectors) {
        return passages.stream()
                .sorted(Comparator.comparingDouble(passage -> -vectors.question()
                        .cosine(vectors.passages().getOrDefault(passage.digest(), vectors.question()))))
                .toList();
    }

    private static Optional<Vectors> vectors(Scale scale, Inquiry inquiry) {
        String congress = inquiry.congress().id();
        Books.Client client = new Books.Client(congress, inquiry.person());
        if (scale.books().limit(client).isPresent()) {
            return Optional.empty();
        }
        Map<String, Vector> known = new HashMap<>(scale.embeddings().known(congress, inquiry.passages()));
        List<Passage> missing = inquiry.passages().stream()
                .filter(passage -> !known.containsKey(passage.digest()))
                .toList();
        String question = scale.redactor()
                .redaction(inquiry.personal(), PublicFacts.of(inquiry.congress()))
                .redacted(inquiry.question());
        List<String> texts = Stream.concat(Stream.of(question), missing.stream().map(Passage::text))
                .toList();
        return computed(scale, client, texts).map(vectors -> {
            Map<String, Vector> fresh = new HashMap<>();
            for (int i = 0; i < missing.size(); i++) {
                fresh.put(missing.get(i).digest(), vectors.get(i + 1));
            }
            scale.embeddings().keep(congress, fresh);
            known.putAll(fresh);
            return new Vectors(vectors.getFirst(), known);
        });
    }

    private static Optional<List<Vector>> computed(Scale scale, Books.Client client, List<String> texts) {
        long start = System.nanoTime();
        Outcome<List<Vector>> outcome = scale.line()
                .call(Deadline.in(DEADLINE), timeout -> scale.model().of(texts, timeout));
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        String sent = String.join("\n", texts);
        return switch (outcome) {
            case Outcome.Got<List<Vector>>(List<Vector> vectors, Usage usage) -> {
                scale.books().enter(new Books.Entry(client, Purpose.EMBED, sent, List.of(), "passed", usage, took));
                yield Optional.of(new ArrayList<>(vectors));
            }
            case Outcome.Untried<List<Vector>> _ -> Optional.empty();
            case Outcome.Failed<List<Vector>>(Advice.Reason reason, int tries) -> {
                Usage usage = tries == 0 ? Usage.NONE : Usage.guessed(sent.length() * tries, 0);
                scale.books()
                        .enter(new Books.Entry(client, Purpose.EMBED, sent, List.of(), reason.word(), usage, took));
                yield Optional.empty();
            }
        };
    }
}
