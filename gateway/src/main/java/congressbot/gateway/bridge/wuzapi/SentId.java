package congressbot.gateway.bridge.wuzapi;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

/// The WhatsApp id of a message of ours. It follows from the key of the send, so that a repetition is
/// the same message: phones show it once.
final class SentId {
    /// As the ids of WhatsApp Web begin.
    private static final String PREFIX = "3EB0";

    private static final int HEX_DIGITS = 18;

    private SentId() {}

    static String of(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return PREFIX + HexFormat.of().withUpperCase().formatHex(hash).substring(0, HEX_DIGITS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
