package congressbot.gateway.pairing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Who is in: browsers that gave the password. They are known to this process only, so a restart
/// sends everybody back to the door.
final class Visits {
    /// However busy it is.
    static final Duration LONGEST = Duration.ofHours(12);

    /// Browsers at once; the one that came first has to come in again above.
    private static final int MOST = 100;

    private static final int TOKEN_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Map<String, Visit> visits = new LinkedHashMap<>();
    private final InstantSource time;

    Visits(InstantSource time) {
        this.time = time;
    }

    /// One browser that is in.
    ///
    /// @param formToken stands in every form that it gets, and comes back with it
    record Visit(String formToken, Instant end) {
        boolean sent(String token) {
            return MessageDigest.isEqual(
                    formToken.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String toString() {
            return "Visit[until " + end + "]";
        }
    }

    /// Lets a browser in.
    ///
    /// @return what it holds to be recognised
    synchronized String begin() {
        String token = random();
        visits.put(hash(token), new Visit(random(), time.instant().plus(LONGEST)));
        if (visits.size() > MOST) {
            visits.remove(visits.keySet().iterator().next());
        }
        return token;
    }

    synchronized Optional<Visit> of(String token) {
        return Optional.ofNullable(visits.get(hash(token)))
                .filter(visit -> time.instant().isBefore(visit.end()));
    }

    synchronized void end(String token) {
        visits.remove(hash(token));
    }

    private static String random() {
        byte[] bytes = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// Looked up by its hash, a token is not found letter by letter.
    private static String hash(String token) {
        return HexFormat.of().formatHex(sha256(token));
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
