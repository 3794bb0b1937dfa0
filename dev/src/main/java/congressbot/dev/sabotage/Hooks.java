package congressbot.dev.sabotage;

import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/// Where the cuts lead.
public final class Hooks {
    private static final ConcurrentMap<String, Hook> BY_NAME = new ConcurrentHashMap<>();

    private Hooks() {}

    static void put(String name, Hook hook) {
        BY_NAME.put(name, hook);
    }

    /// Called by the changed classes, at every cut; what a hook throws is thrown there.
    public static @Nullable Object reached(@Nullable Object result, String name, @Nullable Object[] arguments)
            throws Exception {
        return Objects.requireNonNull(BY_NAME.get(name)).reached(result, arguments);
    }
}
