package congressbot.dev.bench;

import congressbot.dev.process.Program;

/// Whoever costs something.
enum Part {
    GATEWAY("gateway"),
    WORKER("worker"),
    BOT_API("bot-api"),
    POSTGRESQL("PostgreSQL"),
    REDIS("Redis"),
    BENCH("bench itself");

    private final String label;

    Part(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    static Part of(Program program) {
        return switch (program) {
            case GATEWAY -> GATEWAY;
            case WORKER -> WORKER;
            case BOT_API -> BOT_API;
        };
    }
}
