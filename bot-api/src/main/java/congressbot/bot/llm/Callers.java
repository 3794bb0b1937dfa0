package congressbot.bot.llm;

import congressbot.wire.message.ConversationId;
import congressbot.wire.message.MessageId;
import congressbot.wire.process.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Tells callers from one another. Chat ids hold phone numbers, and who has a plain hash tries all phone
/// numbers in minutes: this is an HMAC-SHA-256, whose key is not in the database.
final class Callers {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String LABEL = "congressbot caller of a model 1";

    private final SecretKeySpec key;

    /// @param master the key is derived from it; with a new one everybody is a new caller
    Callers(Secret master) {
        SecretKeySpec given = new SecretKeySpec(master.reveal().getBytes(StandardCharsets.UTF_8), ALGORITHM);
        key = new SecretKeySpec(hmac(given, LABEL), ALGORITHM);
    }

    Caller of(ConversationId person) {
        return caller(person.value());
    }

    Caller of(MessageId message) {
        return caller(message.value());
    }

    private Caller caller(String id) {
        return new Caller(HexFormat.of().formatHex(hmac(key, id)).substring(0, Caller.DIGITS));
    }

    private static byte[] hmac(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }
}
