package congressbot.gateway;

import congressbot.gateway.bridge.gowa.Gowa;
import congressbot.gateway.bridge.gowa.GowaSettings;
import congressbot.wire.process.Env;
import congressbot.wire.process.Profile;
import congressbot.wire.process.Secret;
import congressbot.wire.process.Variable;
import java.net.URI;

/// The gateway's configuration.
///
/// @param port 0 for a free one
/// @param maxWaiting unfinished messages above which webhooks are told to come back later
public record GatewaySettings(
        int port, URI redis, Secret apiKey, GowaSettings gowa, Presence presence, int maxWaiting) {
    private static final String REDIS = "redis://127.0.0.1:16379";

    public static GatewaySettings from(Env env) {
        refuseUnknownChannels(env);
        return new GatewaySettings(
                env.port(Variable.GATEWAY_PORT, 8081),
                env.uri(Variable.REDIS_URL, REDIS),
                env.secret(Variable.BOT_API_KEY),
                GowaSettings.from(env),
                env.oneOf(Variable.GATEWAY_PRESENCE, Presence.class, usual(env.profile())),
                env.number(Variable.QUEUE_MAX_WAITING, 20_000, 1, 1_000_000));
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
