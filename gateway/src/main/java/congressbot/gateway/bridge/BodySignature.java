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

    /// Each with its key, never used but to be copied: to find the algorithm and to set the key cost more than to sign.
    private final List<Mac> keyed;

    /// @param secrets the present one, and the one before while they are exchanged
    public BodySignature(List<Secret> secrets) {
        keyed = secrets.stream().map(BodySignature::keyed).toList();
    }

    /// Whether one of the keys made this signature for this body. The comparison takes the same time
    /// wherever they differ.
    public boolean proves(byte[] body, String signature) {
        if (!FORM.matcher(signature).matches()) {
            return false;
        }
        byte[] given = HexFormat.of().parseHex(signature);
        boolean proven = false;
        for (Mac key : keyed) {
            proven |= MessageDigest.isEqual(sign(key, body), given);
        }
        return proven;
    }

    /// As the holder of the first secret signs.
    public String of(byte[] body) {
        return HexFormat.of().formatHex(sign(keyed.getFirst(), body));
    }

    private static Mac keyed(Secret secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.reveal().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }

    private static byte[] sign(Mac key, byte[] body) {
        try {
            return ((Mac) key.clone()).doFinal(body);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("Java's own HMAC can be copied", e);
        }
    }
}
