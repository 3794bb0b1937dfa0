package congressbot.gateway.bridge.gowa;

import congressbot.wire.process.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The proof that a webhook comes from our bridge: HMAC-SHA-256 over the raw bytes of the body.
final class Signature {
    static final String HEADER = "x-hub-signature-256";

    private static final String ALGORITHM = "HmacSHA256";
    private static final String PREFIX = "sha256=";
    private static final Pattern FORM = Pattern.compile(PREFIX + "[0-9a-f]{64}");

    private final List<SecretKeySpec> keys;

    Signature(List<Secret> secrets) {
        keys = secrets.stream()
                .map(secret -> new SecretKeySpec(secret.reveal().getBytes(StandardCharsets.UTF_8), ALGORITHM))
                .toList();
    }

    /// Whether one of the keys made the header's value for this body. The comparison takes the same time wherever
    /// they differ.
    boolean proves(byte[] body, Optional<String> header) {
        if (header.isEmpty() || !FORM.matcher(header.get()).matches()) {
            return false;
        }
        byte[] given = HexFormat.of()
                .parseHex(header.get(), PREFIX.length(), header.get().length());
        boolean proven = false;
        for (SecretKeySpec key : keys) {
            proven |= MessageDigest.isEqual(sign(key, body), given);
        }
        return proven;
    }

    private static byte[] sign(SecretKeySpec key, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }
}
