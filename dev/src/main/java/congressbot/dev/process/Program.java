package congressbot.dev.process;

/// One of our processes, as its module packages it. By name: what is told apart here may have only one of them at hand.
public enum Program {
    GATEWAY("gateway", "congressbot.gateway.Gateway"),
    WORKER("worker", "congressbot.worker.Worker"),
    BOT_API("bot-api", "congressbot.bot.BotApi");

    private final String module;
    private final String mainClass;

    Program(String module, String mainClass) {
        this.module = module;
        this.mainClass = mainClass;
    }

    /// The name of the module: of its folder and of its jar.
    public String module() {
        return module;
    }

    String mainClass() {
        return mainClass;
    }
}
