package congressbot.dev.bridge.wuzapi;

import congressbot.wire.process.Secret;
import java.util.UUID;

/// What the bridge and the gateway have agreed upon.
///
/// @param token who shows it may use the session
/// @param hmac signs the webhooks
/// @param webhook the last part of the address where they go
public record WuzapiKeys(Secret token, Secret hmac, Secret webhook) {
    /// New ones.
    public static WuzapiKeys random() {
        return new WuzapiKeys(fresh(), fresh(), fresh());
    }

    private static Secret fresh() {
        return new Secret((UUID.randomUUID() + "" + UUID.randomUUID()).replace("-", ""));
    }
}
