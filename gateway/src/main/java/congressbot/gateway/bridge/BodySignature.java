package congressbot.gateway.bridge;

import congressbot.wire.process.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// HMAC-SHA-256 over the raw bytes of a body, as lower-case hex: the proof that whoever holds the
/// secret sent it.
public final class BodySignature {
    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    private final List<SecretKeySpec> keys;

    /// @param secrets the present one, and the one before while they are exchanged
    public BodySignature(List<Secret> secrets) {
        keys = secrets.stream()
                .map(secret -> new SecretKeySpec(secret.reveal().getBytes(StandardCharsets.UTF_8), ALGORITHM))
                .toList();
    }

    /// Whether one of the keys made this signature for this body. The comparison takes the same time
    /// wherever they differ.
    public boolean proves(byte[] body, String signature) {
        if (!FORM.matcher(signature).matches()) {
            return false;
        }
        byte[] given = HexFormat.of().parseHex(signature);
        boolean proven = false;
        for (SecretKeySpec key : keys) {
            proven |= MessageDigest.isEqual(sign(key, body), given);
        }
        return proven;
    }

    /// As the holder of the first secret signs.
    public String of(byte[] body) {
        return HexFormat.of().formatHex(sign(keys.getFirst(), body));
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
