package congressbot.dev.talk;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import congressbot.bot.BotApi;
import congressbot.bot.BotSettings;
import congressbot.dev.process.Opened;
import congressbot.dev.stores.EmbeddedRedis.AppendSync;
import congressbot.dev.stores.StorePair;
import congressbot.migrations.Migrate;
import congressbot.wire.http.HttpCaller;
import congressbot.wire.process.DatabaseAddress;
import congressbot.wire.process.Env;
import congressbot.wire.process.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;

/// bot-api in this process, over stores of its own. Nobody sends its replies and mails.
public final class House {
    /// Registrations have numbers from here on: nothing else that the bot says looks like one.
    public static final int FIRST_NUMBER = 1_000_001;

    private static final int ANY_PORT = 0;

    /// Where no gateway listens.
    private static final String NOBODY = "http://127.0.0.1:9";

    /// What the bot says must not depend on where it runs.
    public static final String PUBLIC_URL = "https://inscricao.example";

    /// What one house differs in from another.
    ///
    /// @param congress the folder of the congress that is talked about
    /// @param players who play at the same time
    /// @param more variables of the environment
    public record Setting(Path congress, int players, Map<String, String> more) {
        public Setting {
            more = Map.copyOf(more);
        }
    }

    private final BotClient bot;
    private final Jdbi jdbi;

    private House(Path folder, StorePair stores, Setting setting, Opened opened) {
        DatabaseAddress database = databaseOf(stores);
        jdbi = Jdbi.create(opened.with(pool(database, setting.players()))).installPlugin(new PostgresPlugin());
        URI redis = stores.redis().url();
        Secret apiKey = new Secret(UUID.randomUUID().toString());
        Map<String, String> env = new HashMap<>(setting.more());
        env.putAll(Map.of(
                "DATA_DIR", folder.toString(),
                "DATABASE_URL", stores.postgres().url().toString(),
                "REDIS_URL", redis.toString(),
                "BOT_API_KEY", apiKey.reveal(),
                "BOT_PORT", "" + ANY_PORT,
                "GATEWAY_URL", NOBODY,
                "PUBLIC_URL", PUBLIC_URL,
                "CONGRESS_DIR", setting.congress().toString()));
        BotSettings settings = BotSettings.from(new Env(env));
        BotApi api = opened.with(BotApi.start(settings));
        HttpCaller http = opened.with(new HttpCaller(setting.players()));
        bot = new BotClient(http, URI.create("http://127.0.0.1:" + api.port()), apiKey);
    }

    /// Builds it; ready when this returns.
    ///
    /// @param folder for the stores; emptied first
    /// @param opened gets what is to be closed as soon as it is open
    public static House open(Path folder, Setting setting, Opened opened) throws IOException, SQLException {
        StorePair.erase(folder);
        StorePair stores = opened.with(StorePair.start(folder, ANY_PORT, ANY_PORT, AppendSync.EVERYSEC));
        DatabaseAddress database = databaseOf(stores);
        Migrate.migrate(database);
        Jdbi.create(database.jdbcUrl(), database.user(), database.password().reveal())
                .useHandle(handle ->
                        handle.execute("ALTER TABLE participants ALTER COLUMN id RESTART WITH " + FIRST_NUMBER));
        return over(folder, stores, setting, opened);
    }

    /// Builds it over stores that have their tables, and perhaps rows; ready when this returns.
    ///
    /// @param folder for what else is kept
    public static House over(Path folder, StorePair stores, Setting setting, Opened opened) {
        return new House(folder, stores, setting, opened);
    }

    private static DatabaseAddress databaseOf(StorePair stores) {
        return DatabaseAddress.parse(stores.postgres().url().toString());
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

    /// Its door.
    public BotClient bot() {
        return bot;
    }

    /// To be closed.
    public Handle database() {
        return jdbi.open();
    }
}
