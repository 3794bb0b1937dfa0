package congressbot.dev.bench.ceiling;

import congressbot.bot.BotApi;
import congressbot.bot.BotSettings;
import congressbot.dev.bench.Envelope;
import congressbot.dev.people.Person;
import congressbot.dev.stores.Ports;
import congressbot.dev.stores.StorePair;
import congressbot.migrations.Migrate;
import congressbot.wire.bot.TurnRequest;
import congressbot.wire.http.Call;
import congressbot.wire.http.Exchange;
import congressbot.wire.http.HttpCaller;
import congressbot.wire.message.IncomingMessage;
import congressbot.wire.process.DatabaseAddress;
import congressbot.wire.process.Env;
import congressbot.wire.process.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The SQL of turns, and nothing else. A bot-api in this process takes the turns of some people, one
/// after the other, and the statements are recorded; then connections repeat them, with the same
/// values and at once, on copies of the database as it was before. The first message of each, which
/// finds nothing stored, is not among them.
final class TurnCeiling {
    private static final Duration TURN = Duration.ofSeconds(10);

    /// In the text of one statement at least of each turn: where a message is noted that takes effect.
    /// What each turn does in one of its statements: it notes its messages.
    private static final String MARK = "INSERT INTO inbox";

    private final StorePair stores;
    private final DatabaseAddress database;
    private final Path project;
    private final Path folder;

    TurnCeiling(StorePair stores, Path project, Path folder) {
        this.stores = stores;
        this.database = DatabaseAddress.parse(stores.postgres().url().toString());
        this.project = project;
        this.folder = folder;
    }

    /// The rate of turns.
    Rate measure(int people) throws IOException, SQLException, InterruptedException {
        Migrate.migrate(database);
        Copies copies = new Copies(database);
        copies.make();
        Secret key = new Secret(UUID.randomUUID().toString());
        int port = Ports.free(0);
        List<List<List<Step>>> recorded = new ArrayList<>();
        try (Recorder recorder = Recorder.install(database.jdbcUrl());
                BotApi _ = BotApi.start(settings(key, port));
                HttpCaller http = new HttpCaller(1)) {
            Turns turns = new Turns(http, URI.create("http://127.0.0.1:" + port + "/whatsapp"), key);
            for (int number = 0; number < people; number++) {
                turns.take(Envelope.all(Person.of(number)).getFirst());
            }
            copies.fill(folder.resolve("turns.backup"));
            for (int number = 0; number < people; number++) {
                recorded.add(record(Person.of(number), turns, recorder));
            }
        }
        return copies.repeat(recorded);
    }

    private static List<List<Step>> record(Person person, Turns turns, Recorder recorder) throws IOException {
        List<List<Step>> all = new ArrayList<>();
        List<IncomingMessage> messages = Envelope.all(person);
        for (IncomingMessage message : messages.subList(1, messages.size())) {
            recorder.forget();
            turns.take(message);
            all.add(recorder.recorded().stream()
                    .filter(TurnCeiling::isTurn)
                    .findFirst()
                    .orElseThrow(() -> new IOException("a turn that noted no message")));
        }
        return all;
    }

    private static boolean isTurn(List<Step> steps) {
        return steps.stream()
                .anyMatch(step -> step instanceof Step.Run run && run.sql().contains(MARK));
    }

    private BotSettings settings(Secret key, int port) {
        Map<String, String> variables = new HashMap<>();
        variables.put("ENV", "dev");
        variables.put("DATA_DIR", folder.toString());
        variables.put("CONGRESS_DIR", project.resolve("congress").toString());
        variables.put("BOT_API_KEY", key.reveal());
        variables.put("BOT_PORT", "" + port);
        variables.put("DATABASE_URL", stores.postgres().url().toString());
        variables.put("REDIS_URL", stores.redis().url().toString());
        Env env = new Env(variables);
        BotSettings settings = BotSettings.from(env);
        env.finish();
        return settings;
    }

    /// Asks bot-api as the worker does.
    private record Turns(HttpCaller http, URI address, Secret key) {
        void take(IncomingMessage message) throws IOException {
            TurnRequest request = new TurnRequest("bench", message.conversation(), List.of(message));
            Exchange exchange = http.send(Call.post(address, request, TURN).internal(key));
            if (!(exchange instanceof Exchange.Answered answered && answered.status() == 200)) {
                throw new IOException("a turn was not taken: " + exchange);
            }
        }
    }
}
