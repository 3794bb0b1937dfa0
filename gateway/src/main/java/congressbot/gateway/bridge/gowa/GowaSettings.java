package congressbot.gateway.bridge.gowa;

import congressbot.wire.process.Env;
import congressbot.wire.process.Secret;
import congressbot.wire.process.Variable;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// How to reach one GOWA, and how it proves itself.
///
/// @param url with the base path, if it has one
/// @param basicAuth `user:password`
/// @param deviceId the device's name or JID: needed when the bridge holds several
/// @param webhookSecrets those that sign webhooks: the present one, and the one before while they are
///     exchanged
public record GowaSettings(
        URI url, Optional<Secret> basicAuth, Optional<String> deviceId, List<Secret> webhookSecrets) {
    public GowaSettings {
        webhookSecrets = List.copyOf(webhookSecrets);
    }

    public static GowaSettings from(Env env) {
        return new GowaSettings(
                env.uri(Variable.GOWA_URL, "http://127.0.0.1:3000"),
                basicAuth(env),
                env.optional(Variable.GOWA_DEVICE_ID),
                webhookSecrets(env));
    }

    private static List<Secret> webhookSecrets(Env env) {
        Secret present = env.secret(Variable.GOWA_WEBHOOK_SECRET);
        Optional<Secret> previous = env.optionalSecret(Variable.GOWA_PREVIOUS_WEBHOOK_SECRET, Env.SECRET_LENGTH);
        return Stream.concat(Stream.of(present), previous.stream()).toList();
    }

    private static Optional<Secret> basicAuth(Env env) {
        Optional<Secret> given = env.optionalSecret(Variable.GOWA_BASIC_AUTH);
        if (given.isPresent() && given.get().reveal().indexOf(':') < 1) {
            env.problem(Variable.GOWA_BASIC_AUTH, "the form user:password");
        }
        return given;
    }

    /// Whether this may be our device.
    ///
    /// @param name of it at the bridge
    /// @param address of it at WhatsApp
    boolean isOurs(String name, String address) {
        return deviceId.filter(id -> !id.equals(name) && !user(id).equals(user(address)))
                .isEmpty();
    }

    private static String user(String id) {
        return id.split("[:@]", 2)[0];
    }

    /// Our own number, where the device is named by it.
    Optional<String> number() {
        return deviceId.map(GowaSettings::user).filter(user -> user.matches("[0-9]{5,20}"));
    }
}
