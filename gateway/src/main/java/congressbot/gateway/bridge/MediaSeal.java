package congressbot.gateway.bridge;

import congressbot.wire.process.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Turns the place of a file into a `mediaRef` and back. Nobody else can make or read one: a
/// reference travels with the message through other processes, and the place holds a path and a chat id.
///
/// AES-256-GCM under a key of its own, bound to the bridge; base64url of nonce and ciphertext.
public final class MediaSeal {
    private static final String LABEL = "congressbot media reference 1";
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    /// @param master the key for sealing is derived from it; a new one makes older references useless
    public MediaSeal(Secret master) {
        try {
            Mac derive = Mac.getInstance("HmacSHA256");
            derive.init(new SecretKeySpec(master.reveal().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            key = new SecretKeySpec(derive.doFinal(LABEL.getBytes(StandardCharsets.UTF_8)), "AES");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }

    public String seal(Instance instance, String place) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, nonce, instance).doFinal(place.getBytes(StandardCharsets.UTF_8));
            byte[] reference = ByteBuffer.allocate(nonce.length + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
            return Base64.getUrlEncoder().withoutPadding().encodeToString(reference);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    /// The place, or empty when this gateway did not seal it for this bridge.
    public Optional<String> open(Instance instance, String mediaRef) {
        try {
            byte[] reference = Base64.getUrlDecoder().decode(mediaRef);
            byte[] nonce = Arrays.copyOf(reference, NONCE_BYTES);
            byte[] place = cipher(Cipher.DECRYPT_MODE, nonce, instance)
                    .doFinal(reference, NONCE_BYTES, Math.max(0, reference.length - NONCE_BYTES));
            return Optional.of(new String(place, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] nonce, Instance instance) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(instance.path().getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
