package congressbot.bot.account;

import congressbot.wire.process.Secret;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Codes of an authenticator app, RFC 6238 with what all apps know: SHA-1, six digits, thirty seconds.
public final class Totp {
    private static final String ALGORITHM = "HmacSHA1";
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS_A_LETTER = 5;
    private static final int SECRET_BYTES = 20;
    private static final int DIGITS = 6;
    private static final int MODULUS = 1_000_000;
    private static final long STEP_SECONDS = 30;

    /// Clocks of phones differ: a code of the step before or after is taken, too.
    private static final int STEPS_AROUND = 1;

    private static final SecureRandom RANDOM = new SecureRandom();

    private Totp() {}

    /// A new secret, base32.
    public static Secret fresh() {
        byte[] bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return new Secret(encoded(bytes));
    }

    /// A secret as a page of ours brings it back.
    public static Optional<Secret> read(String typed) {
        return typed.matches("[A-Z2-7]{32}") ? Optional.of(new Secret(typed)) : Optional.empty();
    }

    /// What an app reads from a QR code
    /// (https://github.com/google/google-authenticator/wiki/Key-Uri-Format).
    public static String uri(Secret secret, String issuer, String email) {
        return "otpauth://totp/%s:%s?secret=%s&issuer=%s"
                .formatted(escaped(issuer), escaped(email), secret.reveal(), escaped(issuer));
    }

    /// The step whose code this is, where it is a newer one than the step used last.
    ///
    /// @param typed with or without spaces
    public static OptionalLong step(Secret secret, String typed, Instant now, long usedStep) {
        String code = typed.replaceAll("\\s", "");
        long current = now.getEpochSecond() / STEP_SECONDS;
        for (long step = current - STEPS_AROUND; step <= current + STEPS_AROUND; step++) {
            if (step > usedStep && same(code(secret, step), code)) {
                return OptionalLong.of(step);
            }
        }
        return OptionalLong.empty();
    }

    static String code(Secret secret, long step) {
        byte[] hash = hash(decoded(secret.reveal()), step);
        int offset = hash[hash.length - 1] & 0xF;
        int number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
        return String.format(Locale.ROOT, "%0" + DIGITS + "d", number % MODULUS);
    }

    private static boolean same(String expected, String typed) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), typed.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] hash(byte[] key, long step) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    private static String encoded(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int bits = 0;
        int held = 0;
        for (byte each : bytes) {
            held = (held << Byte.SIZE) | (each & 0xFF);
            bits += Byte.SIZE;
            while (bits >= BITS_A_LETTER) {
                bits -= BITS_A_LETTER;
                text.append(BASE32.charAt((held >> bits) & 0x1F));
            }
        }
        return text.toString();
    }

    private static byte[] decoded(String text) {
        ByteBuffer bytes = ByteBuffer.allocate(text.length() * BITS_A_LETTER / Byte.SIZE);
        int bits = 0;
        int held = 0;
        for (int at = 0; at < text.length(); at++) {
            held = (held << BITS_A_LETTER) | BASE32.indexOf(text.charAt(at));
            bits += BITS_A_LETTER;
            if (bits >= Byte.SIZE) {
                bits -= Byte.SIZE;
                bytes.put((byte) (held >> bits));
            }
        }
        return bytes.array();
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
