package congressbot.bot.llm;

import congressbot.bot.knowledge.Passage;
import congressbot.bot.llm.openai.OpenAiEmbeddings;
import congressbot.bot.llm.openai.Vector;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/// The table `knowledge_embeddings`: vectors of passages, computed once for their words.
final class Embeddings {
    private final Jdbi jdbi;
    private final String model;

    Embeddings(Jdbi jdbi, OpenAiEmbeddings embeddings) {
        this.jdbi = jdbi;
        model = embeddings.model();
    }

    /// Those that are known, by the digest of their passage.
    Map<String, Vector> known(String congress, List<Passage> passages) {
        Map<String, Vector> known = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("""
                        SELECT digest, vector FROM knowledge_embeddings
                        WHERE congress_id = :congress AND model = :model AND digest = ANY (:digests)
                        """)
                .bind("congress", congress)
                .bind("model", model)
                .bindArray(
                        "digests",
                        String.class,
                        passages.stream().map(Passage::digest).toList())
                .map((row, _) -> Map.entry(row.getString("digest"), Vector.of(List.of((Float[])
                        row.getArray("vector").getArray()))))
                .forEach(entry -> known.put(entry.getKey(), entry.getValue())));
        return known;
    }

    /// Keeps vectors by the digest of their passage; who was first stays.
    void keep(String congress, Map<String, Vector> vectors) {
        jdbi.useHandle(handle -> {
            PreparedBatch batch = handle.prepareBatch("""
                    INSERT INTO knowledge_embeddings (congress_id, digest, model, vector)
                    VALUES (:congress, :digest, :model, :vector)
                    ON CONFLICT DO NOTHING
                    """);
            vectors.forEach((digest, vector) -> batch.bind("congress", congress)
                    .bind("digest", digest)
                    .bind("model", model)
                    .bind("vector", vector.values())
                    .add());
            batch.execute();
        });
    }
}
