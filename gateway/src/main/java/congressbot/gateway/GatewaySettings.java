package congressbot.gateway;

import congressbot.gateway.bridge.gowa.Gowa;
import congressbot.gateway.bridge.gowa.GowaSettings;
import congressbot.wire.process.Env;
import congressbot.wire.process.Profile;
import congressbot.wire.process.Secret;
import congressbot.wire.process.Variable;
import congressbot.wire.queue.RedisAddress;
import java.net.URI;
import java.util.Optional;

/// The gateway's configuration.
///
/// @param port 0 for a free one
/// @param maxWaiting unfinished messages above which webhooks are told to come back later
/// @param replicas of Redis that must have a message before it is accepted
/// @param intake bot-api, which stores messages before they are accepted; empty when not in strict mode
public record GatewaySettings(
        int port,
        RedisAddress redis,
        Secret apiKey,
        GowaSettings gowa,
        Presence presence,
        int maxWaiting,
        int replicas,
        Optional<URI> intake) {
    private static final int MOST_REPLICAS = 5;

    private static final URI BOT = URI.create("http://127.0.0.1:8080");

    public static GatewaySettings from(Env env) {
        refuseUnknownChannels(env);
        return new GatewaySettings(
                env.port(Variable.GATEWAY_PORT, 8081),
                RedisAddress.from(env),
                env.secret(Variable.BOT_API_KEY),
                GowaSettings.from(env),
                env.oneOf(Variable.GATEWAY_PRESENCE, Presence.class, usual(env.profile())),
                env.number(Variable.QUEUE_MAX_WAITING, 20_000, 1, 1_000_000),
                env.number(Variable.QUEUE_REPLICAS, 0, 0, MOST_REPLICAS),
                intake(env));
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

    private static void refuseUnknownChannels(Env env) {
        String given = env.optional(Variable.CHANNELS).orElse(Gowa.CHANNEL.value());
        if (!given.equals(Gowa.CHANNEL.value())) {
            env.problem(Variable.CHANNELS, Gowa.CHANNEL.value());
        }
    }
}
