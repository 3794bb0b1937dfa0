package congressbot.wire.http;

/// Header names of the internal hops.
public final class Headers {
    /// Carries `BOT_API_KEY` on every internal call.
    public static final String API_KEY = "X-Api-Key";

    /// Follows a message through the logs of all processes.
    public static final String REQUEST_ID = "X-Request-Id";

    /// Makes a send repeatable: the outbox row's key.
    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    /// Seconds to wait before the next try.
    public static final String RETRY_AFTER = "Retry-After";

    private Headers() {}
}
