package congressbot.dev.dialogues;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import congressbot.bot.BotApi;
import congressbot.bot.BotSettings;
import congressbot.bot.session.RedisSessions;
import congressbot.dev.process.Opened;
import congressbot.dev.stores.EmbeddedRedis.AppendSync;
import congressbot.dev.stores.StorePair;
import congressbot.migrations.Migrate;
import congressbot.wire.http.HttpCaller;
import congressbot.wire.message.ConversationId;
import congressbot.wire.process.DatabaseAddress;
import congressbot.wire.process.Env;
import congressbot.wire.process.Secret;
import congressbot.wire.queue.RedisConnections;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;

/// bot-api in this process, over empty stores of its own. Nobody sends its replies and mails.
final class House {
    private static final int ANY_PORT = 0;

    /// Where no gateway listens.
    private static final String NOBODY = "http://127.0.0.1:9";

    /// What the bot says must not depend on where it runs.
    private static final String PUBLIC_URL = "https://inscricao.example";

    private final BotClient bot;
    private final Jdbi jdbi;
    private final RedisSessions sessions;

    private House(Path folder, Path congress, int players, Opened opened) throws IOException, SQLException {
        StorePair.erase(folder);
        StorePair stores = opened.with(StorePair.start(folder, ANY_PORT, ANY_PORT, AppendSync.EVERYSEC));
        DatabaseAddress database = DatabaseAddress.parse(stores.postgres().url().toString());
        Migrate.migrate(database);
        jdbi = Jdbi.create(opened.with(pool(database, players))).installPlugin(new PostgresPlugin());
        jdbi.useHandle(handle ->
                handle.execute("ALTER TABLE participants ALTER COLUMN id RESTART WITH " + Memory.FIRST_NUMBER));
        URI redis = stores.redis().url();
        Secret apiKey = new Secret(UUID.randomUUID().toString());
        BotSettings settings = BotSettings.from(new Env(Map.of(
                "DATA_DIR", folder.toString(),
                "DATABASE_URL", stores.postgres().url().toString(),
                "REDIS_URL", redis.toString(),
                "BOT_API_KEY", apiKey.reveal(),
                "BOT_PORT", "" + ANY_PORT,
                "GATEWAY_URL", NOBODY,
                "PUBLIC_URL", PUBLIC_URL,
                "CONGRESS_DIR", congress.toString())));
        BotApi api = opened.with(BotApi.start(settings));
        sessions = new RedisSessions(opened.with(RedisConnections.open(redis, players)), settings.sessionTtl());
        HttpCaller http = opened.with(new HttpCaller(players));
        bot = new BotClient(http, URI.create("http://127.0.0.1:" + api.port()), apiKey);
    }

    /// Builds it; ready when this returns.
    ///
    /// @param folder for the stores; emptied first
    /// @param congress the folder of the congress that is talked about
    /// @param players who play at the same time
    /// @param opened gets what is to be closed as soon as it is open
    static House open(Path folder, Path congress, int players, Opened opened) throws IOException, SQLException {
        return new House(folder, congress, players, opened);
    }

    private static HikariDataSource pool(DatabaseAddress database, int connections) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("dialogues");
        config.setJdbcUrl(database.jdbcUrl());
        config.setUsername(database.user());
        config.setPassword(database.password().reveal());
        config.setMaximumPoolSize(connections);
        return new HikariDataSource(config);
    }

    BotClient bot() {
        return bot;
    }

    /// To be closed.
    Handle database() {
        return jdbi.open();
    }

    Memory memory(Handle database, ConversationId conversation) {
        return new Memory(database, sessions, conversation);
    }
}
