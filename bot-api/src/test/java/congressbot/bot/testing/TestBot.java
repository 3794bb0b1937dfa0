package congressbot.bot.testing;

import congressbot.bot.BotSettings;
import congressbot.wire.process.Env;
import congressbot.wire.process.Variable;
import congressbot.wire.testing.TestRedis;
import java.util.HashMap;
import java.util.Map;

/// The settings of a bot-api over the stores of the tests, about the congress that ships with the project.
public final class TestBot {
    private static final Map<Variable, String> USUAL = Map.of(
            Variable.BOT_PORT,
            "0",
            Variable.DATABASE_URL,
            TestDatabase.url(),
            Variable.REDIS_URL,
            TestRedis.uri().toString(),
            Variable.BOT_API_KEY,
            FakeGateway.KEY.reveal(),
            Variable.GATEWAY_URL,
            "http://127.0.0.1:1",
            Variable.CONGRESS_DIR,
            "../congress");

    private TestBot() {}

    /// What these variables say, instead of the usual ones or beside them.
    public static BotSettings settings(Map<Variable, String> more) {
        Map<String, String> variables = new HashMap<>();
        USUAL.forEach((variable, value) -> variables.put(variable.name(), value));
        more.forEach((variable, value) -> variables.put(variable.name(), value));
        return BotSettings.from(new Env(variables));
    }
}
