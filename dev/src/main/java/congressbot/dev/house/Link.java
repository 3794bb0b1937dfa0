package congressbot.dev.house;

/// A connection between two parts of the house: who calls whom.
public enum Link {
    WORKER_TO_BOT("worker → bot-api"),
    BRIDGE_TO_GATEWAY("bridge → gateway"),
    GATEWAY_TO_BRIDGE("gateway → bridge"),
    GATEWAY_TO_REDIS("gateway → Redis"),
    WORKER_TO_REDIS("worker → Redis"),
    WORKER_TO_GATEWAY("worker → gateway"),
    BOT_TO_REDIS("bot-api → Redis"),
    BOT_TO_POSTGRES("bot-api → PostgreSQL"),
    BOT_TO_GATEWAY("bot-api → gateway");

    private final String text;

    Link(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
