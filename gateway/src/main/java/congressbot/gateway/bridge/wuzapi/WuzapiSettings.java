package congressbot.gateway.bridge.wuzapi;

import congressbot.wire.process.Env;
import congressbot.wire.process.Secret;
import congressbot.wire.process.Variable;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// How to reach one user of a wuzapi, which is one number, and how the bridge proves itself.
///
/// @param token of the user; not the administrator's
/// @param hmacKeys those that sign webhooks: the present one, and the one before while they are
///     exchanged
/// @param webhookKey last part of the webhook's path, because the bridge forgets at times to sign
/// @param files where the bridge leaves files for us, when it uses an S3: nothing is fetched from
///     elsewhere
public record WuzapiSettings(URI url, Secret token, List<Secret> hmacKeys, Secret webhookKey, Optional<URI> files) {
    private static final Pattern WEBHOOK_KEY = Pattern.compile("[A-Za-z0-9_-]{32,128}");

    public WuzapiSettings {
        hmacKeys = List.copyOf(hmacKeys);
        if (hmacKeys.isEmpty()) {
            throw new IllegalArgumentException("no key that signs webhooks");
        }
    }

    public static WuzapiSettings from(Env env) {
        return new WuzapiSettings(
                env.uri(Variable.WUZAPI_URL, "http://127.0.0.1:8088"),
                new Secret(env.text(Variable.WUZAPI_TOKEN, "congresso")),
                hmacKeys(env),
                webhookKey(env),
                files(env));
    }

    /// The one with which the bridge is told to sign.
    Secret hmacKey() {
        return hmacKeys.getFirst();
    }

    private static List<Secret> hmacKeys(Env env) {
        Secret present = env.secret(Variable.WUZAPI_HMAC_KEY);
        Optional<Secret> previous = env.optionalSecret(Variable.WUZAPI_PREVIOUS_HMAC_KEY, Env.SECRET_LENGTH);
        return Stream.concat(Stream.of(present), previous.stream()).toList();
    }

    private static Secret webhookKey(Env env) {
        Secret given = env.secret(Variable.WUZAPI_WEBHOOK_KEY);
        if (!WEBHOOK_KEY.matcher(given.reveal()).matches()) {
            env.problem(Variable.WUZAPI_WEBHOOK_KEY, "32 to 128 letters, digits, - or _");
        }
        return given;
    }

    /// Only what is given counts: the default is no place.
    private static Optional<URI> files(Env env) {
        URI given = env.address(Variable.WUZAPI_S3_URL, URI.create("http://127.0.0.1:9000"));
        return env.optional(Variable.WUZAPI_S3_URL).map(_ -> given);
    }
}
