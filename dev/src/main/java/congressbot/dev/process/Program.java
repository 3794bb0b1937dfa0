package congressbot.dev.process;

import congressbot.bot.BotApi;
import congressbot.gateway.Gateway;
import congressbot.worker.Worker;

/// One of our processes, as its module packages it.
public enum Program {
    GATEWAY("gateway", Gateway.class),
    WORKER("worker", Worker.class),
    BOT_API("bot-api", BotApi.class);

    private final String module;
    private final Class<?> mainClass;

    Program(String module, Class<?> mainClass) {
        this.module = module;
        this.mainClass = mainClass;
    }

    /// The name of the module: of its folder and of its jar.
    public String module() {
        return module;
    }

    String mainClass() {
        return mainClass.getName();
    }
}
