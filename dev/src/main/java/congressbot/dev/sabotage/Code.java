package congressbot.dev.sabotage;

/// The classes that are cut. Their names are texts: most of them nobody outside of their package can see.
final class Code {
    static final String QUEUE = "congressbot.wire.queue.ConversationQueue";
    static final String SCRIPTS = "congressbot.wire.queue.Scripts";
    static final String GATEWAY_CLIENT = "congressbot.wire.gateway.GatewayClient";
    static final String SENDER = "congressbot.gateway.KeyedSender";
    static final String LEASES = "congressbot.worker.Leases";
    static final String BOT_CLIENT = "congressbot.worker.BotClient";
    static final String CLAIM_LOOP = "congressbot.worker.ClaimLoop";
    static final String PATIENCE = "congressbot.worker.Patience";
    static final String ENGINE = "congressbot.bot.conversation.Engine";
    static final String TURN = "congressbot.bot.conversation.Turn";
    static final String TURN_STORE = "congressbot.bot.conversation.TurnStore";
    static final String TURN_ROWS = "congressbot.bot.conversation.TurnRows";
    static final String EFFECTS = "congressbot.bot.conversation.EffectStore";
    static final String REPLAYS = "congressbot.bot.conversation.Replays";
    static final String FACT_DRAIN = "congressbot.bot.outbox.FactDrain";

    private Code() {}
}
