package congressbot.bot.llm;

import congressbot.bot.llm.gate.Gate;
import congressbot.bot.llm.openai.Endpoint;
import congressbot.bot.llm.openai.OpenAiChat;
import congressbot.bot.llm.openai.OpenAiEmbeddings;
import congressbot.bot.llm.redaction.Redactor;
import congressbot.wire.http.HttpCaller;
import congressbot.wire.process.Health;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;

/// All that a language model does here, wired together.
///
/// @param reranker keeps the search's order where no embedding model is configured
/// @param sight looks at nothing where no model that sees is configured
/// @param health off without a model, degraded while its server is left alone
public record Assistants(Assistant assistant, Reranker reranker, Sight sight, Supplier<Health.Status> health) {
    /// The parts for these settings; without them nothing is called and everything goes on.
    ///
    /// @param calls where they are written down
    public static Assistants of(Optional<LlmSettings> settings, Jdbi jdbi, ModelCalls calls, Surroundings around) {
        return settings.map(given -> online(given, calls, jdbi, around))
                .orElseGet(() ->
                        new Assistants(new OfflineAssistant(), Reranker.none(), Sight.none(), Health.Status.Off::new));
    }

    /// What they work with.
    ///
    /// @param caller with a connection for each call in flight; stays the giver's to close
    public record Surroundings(HttpCaller caller, MeterRegistry registry, InstantSource time) {}

    private static Assistants online(LlmSettings settings, ModelCalls calls, Jdbi jdbi, Surroundings around) {
        LlmSettings.Server server = settings.server();
        ModelMeters meters = new ModelMeters(around.registry());
        Endpoint endpoint = new Endpoint(around.caller(), server.baseUrl(), server.apiKey());
        Line line = new Line(settings.patience(), Line.Breaking.usual(), meters);
        Books books = new Books(calls, settings.spending(), meters, around.time());
        Redactor redactor = Redactor.load();
        Desk desk = new Desk(
                server.model(),
                settings.freedom(),
                new OpenAiChat(endpoint),
                line,
                books,
                Prompts.load(),
                Gate.load(redactor));
        Assistant assistant = new ModelAssistant(
                desk,
                redactor,
                new AnswerCache(around.time()),
                new Proposer(desk, redactor),
                meters,
                settings.patience().deadline());
        Reranker reranker = server.embeddingModel()
                .map(model -> new OpenAiEmbeddings(endpoint, model))
                .map(model ->
                        Reranker.by(new Reranker.Scale(model, new Embeddings(jdbi, model), line, books, redactor)))
                .orElseGet(Reranker::none);
        Sight sight = server.visionModel()
                .map(model -> Sight.by(desk, model, redactor))
                .orElseGet(Sight::none);
        return new Assistants(
                assistant,
                reranker,
                sight,
                () -> line.isBroken()
                        ? new Health.Status.Degraded("the model's server fails")
                        : new Health.Status.Healthy());
    }
}
