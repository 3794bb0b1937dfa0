package congressbot.wire.http;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/// The id that follows one message through all processes; in the log context it stands as `requestId`.
public final class RequestId {
    private static final String LOG_KEY = "requestId";
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private RequestId() {}

    public static String fresh() {
        return UUID.randomUUID().toString();
    }

    /// The given id where it has our form, else a fresh one: a header may hold anything.
    public static String accept(@Nullable String given) {
        return given != null && FORM.matcher(given).matches() ? given : fresh();
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

    /// Ends without an exception.
    @FunctionalInterface
    public interface Scope extends AutoCloseable {
        @Override
        void close();
    }
}
