package congressbot.dev.bench;

import congressbot.dev.process.Program;
import java.util.List;

/// Whoever costs something.
enum Part {
    GATEWAY("gateway"),
    WORKER("worker"),
    BOT_API("bot-api"),
    POSTGRESQL("PostgreSQL"),
    REDIS("Redis"),
    BENCH("bench itself");

    static final List<Part> OURS = List.of(GATEWAY, WORKER, BOT_API);

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
