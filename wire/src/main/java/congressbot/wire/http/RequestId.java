package congressbot.wire.http;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/// The id that follows one message through all processes; in the log context it stands as `requestId`.
public final class RequestId {
    private static final String LOG_KEY = "requestId";
    private static final int LONGEST = 64;

    private RequestId() {}

    public static String fresh() {
        return UUID.randomUUID().toString();
    }

    /// The given id where it has our form, else a fresh one: a header may hold anything.
    public static String accept(@Nullable String given) {
        return given != null && isId(given) ? given : fresh();
    }

    /// The id of the work that this thread does, or a fresh one.
    public static String current() {
        String id = MDC.get(LOG_KEY);
        return id == null ? fresh() : id;
    }

    /// Puts the id into the log context of this thread until the result is closed.
    public static Scope enter(String id) {
        MDC.put(LOG_KEY, id);
        return () -> MDC.remove(LOG_KEY);
    }

    /// Letters, digits, points, hyphens and underscores, without a pattern: every call of every process passes here.
    private static boolean isId(String given) {
        return !given.isEmpty() && given.length() <= LONGEST && given.chars().allMatch(RequestId::isUsed);
    }

    private static boolean isUsed(int character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9')
                || character == '.'
                || character == '-'
                || character == '_';
    }

    /// Ends without an exception.
    @FunctionalInterface
    public interface Scope extends AutoCloseable {
        @Override
        void close();
    }
}
