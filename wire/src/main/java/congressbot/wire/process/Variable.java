package congressbot.wire.process;

/// Every environment variable that some process of ours reads. `.env.example` explains them one by one; a test holds
/// the two together. Each may also be read from a file, by the suffix `_FILE`.
public enum Variable {
    ENV,
    LOG_DIR,
    DATA_DIR,
    DATABASE_URL,
    REDIS_URL,
    BOT_API_KEY,
    BOT_URL,
    BOT_PORT,
    GATEWAY_URL,
    GATEWAY_PORT,
    GATEWAY_PRESENCE,
    WORKER_PORT,
    PUBLIC_URL,
    QUEUE_CONCURRENCY,
    QUEUE_MAX_WAITING,
    QUEUE_LEASE,
    SETTLE_WINDOW,
    SESSION_TTL,
    MAX_MESSAGE_AGE,
    CONGRESS_DIR,
    PANEL_PASSWORD,
    SMTP_HOST,
    SMTP_PORT,
    SMTP_USER,
    SMTP_PASSWORD,
    SMTP_FROM,
    SMTP_SECURITY,
    CHANNELS,
    GOWA_URL,
    GOWA_BASIC_AUTH,
    GOWA_DEVICE_ID,
    GOWA_WEBHOOK_SECRET,
    GOWA_PREVIOUS_WEBHOOK_SECRET;

    static final String FILE_SUFFIX = "_FILE";
}
