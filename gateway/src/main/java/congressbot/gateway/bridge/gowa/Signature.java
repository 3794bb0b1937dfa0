package congressbot.gateway.bridge.gowa;

import congressbot.gateway.bridge.BodySignature;
import congressbot.wire.process.Secret;
import java.util.List;
import java.util.Optional;

/// The proof that a webhook comes from our bridge: a header with the signature of the body.
final class Signature {
    static final String HEADER = "x-hub-signature-256";

    private static final String PREFIX = "sha256=";

    private final BodySignature signature;

    /// @param secrets the present one, and the one before while they are exchanged
    Signature(List<Secret> secrets) {
        signature = new BodySignature(secrets);
    }

    boolean proves(byte[] body, Optional<String> header) {
        return header.filter(value -> value.startsWith(PREFIX))
                .filter(value -> signature.proves(body, value.substring(PREFIX.length())))
                .isPresent();
    }

    /// The header's value, as a bridge with the present secret makes it.
    String of(byte[] body) {
        return PREFIX + signature.of(body);
    }
}
