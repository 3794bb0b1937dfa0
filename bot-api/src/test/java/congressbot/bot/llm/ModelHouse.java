package congressbot.bot.llm;

import congressbot.bot.congress.Congress;
import congressbot.bot.congress.CongressFolder;
import congressbot.bot.knowledge.Passage;
import congressbot.bot.testing.FakeModelServer;
import congressbot.bot.testing.MovedTime;
import congressbot.bot.testing.Rooms;
import congressbot.bot.testing.TestDatabase;
import congressbot.bot.text.Language;
import congressbot.wire.Json;
import congressbot.wire.bot.Step;
import congressbot.wire.http.HttpCaller;
import congressbot.wire.message.ConversationId;
import congressbot.wire.process.Env;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/// Everything that a model does here, with a fake server and a real database.
final class ModelHouse implements AutoCloseable {
    static final ConversationId MARIA = ConversationId.parse("gowa:556230002027:5562998765432");
    static final Congress CONGRESS = congress();

    static final Passage PARKING = new Passage(
            11,
            "Como chegar",
            "Tem estacionamento?",
            "O estacionamento é gratuito e tem 600 vagas. A entrada é pela Rua 30.",
            "a".repeat(64));
    static final Passage RESULTS = new Passage(
            12,
            "Trabalhos",
            "Quando saem os resultados?",
            "O resultado dos resumos sai em 5 de abril, por e-mail.",
            "b".repeat(64));

    final FakeModelServer server = new FakeModelServer();
    final Jdbi jdbi = TestDatabase.emptied();
    final MovedTime time = new MovedTime(Instant.parse("2026-12-01T15:00:00Z"));
    final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    final Assistants parts;
    private final HttpCaller caller = new HttpCaller(8);

    ModelHouse(Map<String, String> more) {
        Map<String, String> variables = new HashMap<>(more);
        variables.put("OPENAI_API_KEY", "sk-key");
        variables.put("OPENAI_BASE_URL", server.baseUrl().toString());
        variables.putIfAbsent("OPENAI_PRICE_INPUT", "0.15");
        variables.putIfAbsent("OPENAI_PRICE_OUTPUT", "0.60");
        variables.putIfAbsent("OPENAI_MAX_RETRIES", "0");
        parts = Assistants.of(
                LlmSettings.from(new Env(variables)),
                jdbi,
                Rooms.calls(jdbi),
                new Assistants.Surroundings(caller, registry, time));
    }

    static Inquiry inquiry(String question) {
        return inquiry(question, List.of(), List.of());
    }

    static Inquiry inquiry(String question, List<Inquiry.Earlier> earlier, List<String> personal) {
        Inquiry.Tools tools = new Inquiry.Tools(
                term -> term.contains("resultado") ? List.of(RESULTS) : List.of(),
                () -> "Sua inscrição está confirmada.");
        return new Inquiry(
                CONGRESS,
                MARIA,
                Language.PORTUGUESE,
                Step.ASKING_EMAIL,
                question,
                List.of(PARKING),
                earlier,
                personal,
                tools);
    }

    static String json(String answer, boolean answerable, Long... sources) {
        return Json.write(Map.of("answer", answer, "sources", List.of(sources), "answerable", answerable));
    }

    Advice advise(String question) {
        return parts.assistant().advise(inquiry(question));
    }

    /// Purpose and verdict of each call, in order.
    List<String> books() {
        return TestDatabase.rows(jdbi, "SELECT purpose || ' ' || verdict FROM model_calls ORDER BY id");
    }

    double count(String meter, String... tags) {
        return registry.counter("congressbot.bot.model." + meter, tags).count();
    }

    @Override
    public void close() {
        server.close();
        caller.close();
    }

    private static Congress congress() {
        CongressFolder.Outcome outcome = CongressFolder.read(Path.of("src/test/resources/congress"));
        return ((CongressFolder.Outcome.Read) outcome).congress();
    }
}
