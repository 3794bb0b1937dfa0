package congressbot.bot.account;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import congressbot.bot.text.Spelling;
import congressbot.wire.process.Secret;
import congressbot.wire.resource.ResourceFile;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Passwords: which are good enough, and how they are kept.
///
/// Argon2id with 19 MiB, two passes and one lane, the least that OWASP recommends:
/// https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html
public final class Passwords {
    /// In characters.
    public static final int SHORTEST = 8;

    /// In characters; more is no password, but work for us.
    public static final int LONGEST = 200;

    /// As Java counts: a character beside the usual ones is two.
    private static final int MOST_UNITS = 2 * LONGEST;

    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;

    /// Computed at once: each takes its memory.
    private static final int AT_ONCE = 2;

    /// How long one waits for its turn.
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /// Shorter parts of an address or name are in too many words.
    private static final int SHORTEST_PART = 4;

    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final Set<String> common = Stream.of("common-passwords.txt", "leaked-passwords.txt")
            .flatMap(name -> ResourceFile.beside(Passwords.class, name).lines().stream())
            .map(Passwords::core)
            .filter(word -> !word.isEmpty())
            .collect(Collectors.toUnmodifiableSet());

    /// Compared where there is no account, so that its answer takes as long as any. No password is known to have it.
    private final String nobodys = "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
            .formatted(MEMORY_KIB, PASSES, LANES, random(SALT_BYTES), random(HASH_BYTES));

    /// So many passwords wait to be looked at that this one was not.
    public static final class Crowded extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /// Why a password is not taken.
    public enum Weakness {
        TOO_SHORT,
        TOO_LONG,
        /// Among the first that anybody tries.
        COMMON,
        /// It is made of the account's own address or name.
        OWN
    }

    /// What is wrong with a password that somebody chose; empty when it is good enough.
    public Optional<Weakness> weakness(String password, Account account) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return Optional.of(Weakness.TOO_SHORT);
        }
        if (length > LONGEST) {
            return Optional.of(Weakness.TOO_LONG);
        }
        String core = core(password);
        if (common.contains(core) || common.contains(core.replaceFirst("[0-9]+$", ""))) {
            return Optional.of(Weakness.COMMON);
        }
        return isMadeOf(core, account) ? Optional.of(Weakness.OWN) : Optional.empty();
    }

    /// Without accents, case, signs and spaces: none of them makes a known word a good password.
    private static String core(String password) {
        return Spelling.folded(password).replaceAll("[^a-z0-9]", "");
    }

    /// Whether little is left of the password without the parts of the address and the name.
    private static boolean isMadeOf(String password, Account account) {
        String left = password;
        for (String part : (Spelling.folded(account.name()) + " " + account.email()).split("[^a-z0-9]+", -1)) {
            if (part.length() >= SHORTEST_PART) {
                left = left.replace(part, "");
            }
        }
        return left.length() < password.length() && left.length() < SHORTEST_PART;
    }

    String hash(String password) {
        return oneOfFew(() -> Password.hash(composed(password))
                .addRandomSalt(SALT_BYTES)
                .with(argon2())
                .getResult());
    }

    /// One for all, with the memory of a computation; made when somebody comes, since most of the time nobody does.
    private static Argon2Function argon2() {
        return Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID);
    }

    private static String random(int bytes) {
        byte[] random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        return Base64.getEncoder().withoutPadding().encodeToString(random);
    }

    /// Whether this is the password of this hash; without a hash it takes as long, and is not.
    boolean matches(String password, Optional<Secret> hash) {
        String kept = hash.map(Secret::reveal).orElse(nobodys);
        String given = composed(password.length() > MOST_UNITS ? "" : password);
        boolean same = oneOfFew(() -> Password.check(given, kept).with(Argon2Function.getInstanceFromHash(kept)));
        return same && hash.isPresent();
    }

    /// Keyboards write the same letter as one sign or as two (NIST SP 800-63B, 3.1.1.2).
    private static String composed(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }

    private <T> T oneOfFew(Supplier<T> computation) {
        takePlace();
        try {
            return computation.get();
        } finally {
            places.release();
        }
    }

    private void takePlace() {
        try {
            if (!places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Crowded();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new Crowded();
        }
    }
}
