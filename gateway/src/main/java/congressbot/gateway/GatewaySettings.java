package congressbot.gateway;

import congressbot.gateway.bridge.BridgePlan;
import congressbot.gateway.pacing.Pace;
import congressbot.wire.process.Env;
import congressbot.wire.process.Profile;
import congressbot.wire.process.Secret;
import congressbot.wire.process.Variable;
import congressbot.wire.queue.RedisAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The gateway's configuration.
///
/// @param port 0 for a free one
/// @param address under which bridges and processes reach us
/// @param dataDir where files of a bridge lie until they are fetched
/// @param pace at which numbers speak; empty when nobody has to be spared
/// @param maxWaiting unfinished messages above which webhooks are told to come back later
/// @param replicas of Redis that must have a message before it is accepted
/// @param intake bot-api, which stores messages before they are accepted; empty when not in strict mode
/// @param password of the pairing page; empty when there is none
public record GatewaySettings(
        int port,
        URI address,
        RedisAddress redis,
        Secret apiKey,
        List<BridgePlan> bridges,
        Path dataDir,
        Presence presence,
        Optional<Pace> pace,
        int maxWaiting,
        int replicas,
        Optional<URI> intake,
        Optional<Secret> password) {
    private static final int MOST_REPLICAS = 5;
    private static final int PORT = 8081;

    /// In characters. Guesses are slowed: see `congressbot.gateway.pairing`.
    private static final int SHORTEST_PASSWORD = 12;

    private static final URI BOT = URI.create("http://127.0.0.1:8080");

    public GatewaySettings {
        bridges = List.copyOf(bridges);
    }

    public static GatewaySettings from(Env env) {
        int port = env.port(Variable.GATEWAY_PORT, PORT);
        return new GatewaySettings(
                port,
                env.address(Variable.GATEWAY_URL, URI.create("http://127.0.0.1:" + port)),
                RedisAddress.from(env),
                env.secret(Variable.BOT_API_KEY),
                BridgeKinds.plans(env),
                env.path(Variable.DATA_DIR, ".data"),
                env.oneOf(Variable.GATEWAY_PRESENCE, Presence.class, usual(env.profile())),
                Pace.from(env),
                env.number(Variable.QUEUE_MAX_WAITING, 20_000, 1, 1_000_000),
                env.number(Variable.QUEUE_REPLICAS, 0, 0, MOST_REPLICAS),
                intake(env),
                env.optionalSecret(Variable.GATEWAY_PASSWORD, SHORTEST_PASSWORD));
    }

    private enum Choice {
        TRUE,
        FALSE
    }

    /// Read even when nobody asks it: compose names it always.
    private static Optional<URI> intake(Env env) {
        URI bot = env.address(Variable.BOT_URL, BOT);
        boolean strict = env.oneOf(Variable.QUEUE_STRICT, Choice.class, Choice.FALSE) == Choice.TRUE;
        if (strict
                && env.profile() == Profile.PROD
                && env.optional(Variable.BOT_URL).isEmpty()) {
            env.problem(Variable.BOT_URL, "the address of bot-api, with " + Variable.QUEUE_STRICT);
        }
        return strict ? Optional.of(bot) : Optional.empty();
    }

    /// People see it; who develops, tests or measures gains nothing from two more calls a message.
    private static Presence usual(Profile profile) {
        return switch (profile) {
            case PROD -> Presence.SHOWN;
            case DEV -> Presence.HIDDEN;
        };
    }
}
