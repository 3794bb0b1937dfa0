package congressbot.bot;

import congressbot.bot.llm.LlmSettings;
import congressbot.bot.mail.MailSettings;
import congressbot.bot.speech.SpeechSettings;
import congressbot.wire.process.DatabaseAddress;
import congressbot.wire.process.Env;
import congressbot.wire.process.Profile;
import congressbot.wire.process.Secret;
import congressbot.wire.process.Variable;
import congressbot.wire.queue.RedisAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// The configuration of bot-api.
///
/// @param replica of the database, in which the organisers' list is read; empty when there is none
/// @param sessionTtl after so long a silence a person is asked whether to go on
/// @param maxMessageAge older messages get no answer
/// @param panelPassword the key for the panel's very first account; empty: that is made from the
///     command line
/// @param mail empty when mail is off
/// @param llm empty when no language model is asked
/// @param speech empty when voice notes are not heard
public record BotSettings(
        Profile profile,
        int port,
        DatabaseAddress database,
        Optional<DatabaseAddress> replica,
        RedisAddress redis,
        Secret apiKey,
        URI gateway,
        URI publicUrl,
        Duration sessionTtl,
        Duration maxMessageAge,
        Path congressDir,
        Optional<Secret> panelPassword,
        Optional<MailSettings> mail,
        Optional<LlmSettings> llm,
        Optional<SpeechSettings> speech) {
    /// In characters. Guesses are slowed: see `congressbot.bot.panel`.
    private static final int SHORTEST_PANEL_PASSWORD = 12;

    public static BotSettings from(Env env) {
        return new BotSettings(
                env.profile(),
                env.port(Variable.BOT_PORT, 8080),
                DatabaseAddress.from(env),
                DatabaseAddress.ofReplica(env),
                RedisAddress.from(env),
                env.secret(Variable.BOT_API_KEY),
                env.uri(Variable.GATEWAY_URL, "http://127.0.0.1:8081"),
                env.uri(Variable.PUBLIC_URL, "http://localhost:8080"),
                env.duration(Variable.SESSION_TTL, Duration.ofDays(7), Duration.ofMinutes(1), Duration.ofDays(30)),
                env.duration(Variable.MAX_MESSAGE_AGE, Duration.ofHours(24), Duration.ofMinutes(1), Duration.ofDays(7)),
                env.path(Variable.CONGRESS_DIR, "congress"),
                env.optionalSecret(Variable.PANEL_PASSWORD, SHORTEST_PANEL_PASSWORD),
                MailSettings.from(env),
                LlmSettings.from(env),
                SpeechSettings.from(env));
    }
}
