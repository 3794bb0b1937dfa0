package congressbot.dev.compose;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.BotSettings;
import congressbot.gateway.GatewaySettings;
import congressbot.wire.process.DatabaseAddress;
import congressbot.wire.process.Env;
import congressbot.wire.process.Profile;
import congressbot.wire.process.Variable;
import congressbot.worker.WorkerSettings;
import java.net.URI;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What compose.yaml tells our processes, read by the processes' own settings.
class SettingsTest {
    /// What the launcher sets for it, too; no program of ours reads it.
    private static final String OF_THE_C_LIBRARY = "MALLOC_ARENA_MAX";

    private static final ComposeFile COMPOSE = ComposeFile.read();
    private static final Map<String, Integer> STORE_PORTS = Map.of("postgres", 5432, "redis", 6379);

    @Test
    void each_process_accepts_its_settings_and_is_told_all_that_it_can_be() {
        accepts("migrate", COMPOSE.environment("migrate"), DatabaseAddress::from);
        accepts("bot-api", COMPOSE.environment("bot-api"), BotSettings::from);
        accepts("worker", COMPOSE.environment("worker"), WorkerSettings::from);
    }

    /// It is told of every kind of bridge, and `CHANNELS` says which of them there are.
    @Test
    void the_gateway_accepts_its_settings_with_one_bridge_and_with_all() {
        Map<String, String> all = new HashMap<>(COMPOSE.environment("gateway"));
        all.putAll(Map.of(
                "CHANNELS", "gowa,wuzapi",
                "WUZAPI_URL", "http://wuzapi:8080",
                "WUZAPI_TOKEN", "a-token",
                "WUZAPI_HMAC_KEY", "0123456789abcdef".repeat(2),
                "WUZAPI_WEBHOOK_KEY", "0123456789abcdef".repeat(2)));
        Env usual = new Env(COMPOSE.environment("gateway"));

        GatewaySettings.from(usual);
        usual.finish();
        accepts("gateway", all, GatewaySettings::from);
    }

    @Test
    void what_the_stores_need_has_names_that_our_processes_do_not_mistake_for_their_own() {
        Set<String> composeOnly = new HashSet<>(ComposeFile.variables());
        for (Variable variable : Variable.values()) {
            composeOnly.remove(variable.name());
        }

        assertThat(composeOnly).isNotEmpty();
        composeOnly.forEach(name -> new Env(Map.of(name, "x")).finish());
    }

    @Test
    void the_database_is_changed_by_one_user_and_used_by_another() {
        assertThat(user("migrate")).isEqualTo("congressbot_owner");
        assertThat(user("bot-api")).isEqualTo("congressbot_app");
    }

    @ParameterizedTest
    @CsvSource({
        "migrate, DATABASE_URL, postgres",
        "bot-api, DATABASE_URL, postgres",
        "bot-api, REDIS_URL, redis",
        "bot-api, GATEWAY_URL, gateway",
        "gateway, REDIS_URL, redis",
        "gateway, BOT_URL, bot-api",
        "gateway, GOWA_URL, bridge",
        "gateway, WUZAPI_URL, wuzapi",
        "gateway, GATEWAY_URL, gateway",
        "worker, REDIS_URL, redis",
        "worker, BOT_URL, bot-api",
        "worker, GATEWAY_URL, gateway",
        "bridge, WHATSAPP_WEBHOOK, gateway"
    })
    void an_address_leads_to_a_neighbour_who_listens_there(String from, String variable, String to) {
        URI address = URI.create(COMPOSE.environment(from).getOrDefault(variable, ""));

        assertThat(address.getHost()).isEqualTo(to);
        assertThat(address.getPort()).isEqualTo(portOf(to));
        assertThat(COMPOSE.networksOf(from)).containsAnyElementsOf(COMPOSE.networksOf(to));
    }

    @ParameterizedTest
    @CsvSource({"bot-api", "gateway", "worker"})
    void the_probe_asks_the_port_on_which_the_process_listens(String name) {
        List<String> probe = ComposeFile.words(COMPOSE.service(name).at("/healthcheck/test"));

        assertThat(probe.getLast()).isEqualTo("" + portOf(name));
    }

    private static <S> void accepts(String name, Map<String, String> environment, Function<Env, S> settings) {
        Env env = new Env(environment);
        env.path(Variable.LOG_DIR, "logs"); // read by Launch, for every process
        assertThat(settings.apply(env)).isNotNull();
        env.finish();

        assertThat(env.profile()).isEqualTo(Profile.PROD);
        EnumSet<Variable> readable = EnumSet.copyOf(env.read());
        if (!name.equals("gateway")) {
            readable.remove(Variable.DATA_DIR); // where dev keeps what nobody set
        }
        Set<String> told = new TreeSet<>(COMPOSE.environment(name).keySet());
        assertThat(told.remove(OF_THE_C_LIBRARY)).as(name).isTrue();
        assertThat(told)
                .as(name)
                .isEqualTo(readable.stream().map(Variable::name).collect(Collectors.toCollection(TreeSet::new)));
    }

    private static String user(String service) {
        return DatabaseAddress.parse(COMPOSE.environment(service).getOrDefault("DATABASE_URL", ""))
                .user();
    }

    private static int portOf(String service) {
        return switch (service) {
            case "postgres", "redis" -> STORE_PORTS.getOrDefault(service, 0);
            case "bot-api" -> port(service, "BOT_PORT");
            case "gateway" -> port(service, "GATEWAY_PORT");
            case "worker" -> port(service, "WORKER_PORT");
            case "bridge" -> port(service, "APP_PORT");
            case "wuzapi" -> port(service, "WUZAPI_PORT");
            default -> throw new IllegalArgumentException(service);
        };
    }

    private static int port(String service, String variable) {
        return Integer.parseInt(COMPOSE.environment(service).getOrDefault(variable, "0"));
    }
}
