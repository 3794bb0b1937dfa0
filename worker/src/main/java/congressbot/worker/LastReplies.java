package congressbot.worker;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Which reply of a conversation this process saw sent last. PostgreSQL hears of it a moment later, and who answers in
/// that moment would have to be looked for in Redis. It may forget.
final class LastReplies {
    private static final int MOST = 10_000;

    private final Map<String, String> keys = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MOST;
        }
    });

    /// Its idempotency key.
    Optional<String> of(String conversation) {
        return Optional.ofNullable(keys.get(conversation));
    }

    void note(String conversation, String key) {
        keys.put(conversation, key);
    }
}
