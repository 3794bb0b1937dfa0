package congressbot.bot.llm.openai;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.openai.OpenAiEmbeddingModel;
import dev.langchain4j.model.output.Response;
import dev.langchain4j.model.output.TokenUsage;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Asks an embedding model. A call is one try.
public final class OpenAiEmbeddings {
    private final Endpoint endpoint;
    private final String model;

    public OpenAiEmbeddings(Endpoint endpoint, String model) {
        this.endpoint = endpoint;
        this.model = model;
    }

    public String model() {
        return model;
    }

    /// A vector for each text, in their order.
    ///
    /// @param timeout for the whole exchange
    public Reply<List<Vector>> of(List<String> texts, Duration timeout) {
        return Tries.one(() -> {
            Response<List<Embedding>> response = model(timeout)
                    .embedAll(texts.stream().map(TextSegment::from).toList());
            List<Vector> vectors = response.content().stream()
                    .map(embedding -> Vector.of(embedding.vector()))
                    .toList();
            return vectors.size() == texts.size()
                    ? new Reply.Got<>(vectors, usage(response.tokenUsage(), texts))
                    : new Reply.Unreadable<>();
        });
    }

    private OpenAiEmbeddingModel model(Duration timeout) {
        return OpenAiEmbeddingModel.builder()
                .httpClientBuilder(endpoint.client())
                .baseUrl(endpoint.baseUrl().toString())
                .apiKey(endpoint.apiKey().reveal())
                .modelName(model)
                .timeout(timeout)
                .maxRetries(0)
                .build();
    }

    private static Usage usage(@Nullable TokenUsage told, List<String> texts) {
        return told != null && told.inputTokenCount() != null
                ? new Usage(Math.max(0, told.inputTokenCount()), 0)
                : Usage.guessed(texts.stream().mapToInt(String::length).sum(), 0);
    }
}
