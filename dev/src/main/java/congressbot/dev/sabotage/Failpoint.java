package congressbot.dev.sabotage;

import congressbot.dev.process.Program;

/// A step on the way of a message, at which a process can be halted.
public enum Failpoint {
    WEBHOOK_BEFORE_ENQUEUE(Program.GATEWAY, Cut.before(Code.QUEUE, "enqueue", 1)),
    WEBHOOK_AFTER_ENQUEUE(Program.GATEWAY, Cut.after(Code.QUEUE, "enqueue", 1)),
    SEND_BEFORE_RESERVATION(Program.GATEWAY, Cut.before(Code.SENDER, "reserve", 1)),
    SEND_AFTER_RESERVATION(Program.GATEWAY, Cut.before(Code.SENDER, "go", 2)),
    SEND_AFTER_BRIDGE(Program.GATEWAY, Cut.before(Code.SENDER, "record", 2)),
    SEND_AFTER_MARK(Program.GATEWAY, Cut.after(Code.QUEUE, "sent", 3)),
    CLAIM_AFTER(Program.WORKER, Cut.after(Code.QUEUE, "claim", 2)),
    CLAIM_HELD(Program.WORKER, Cut.after(Code.LEASES, "hold", 1)),
    CLAIM_RELEASED(Program.WORKER, Cut.after(Code.LEASES, "release", 1)),
    TURN_BEFORE_CALL(Program.WORKER, Cut.before(Code.BOT_CLIENT, "turn", 1)),
    TURN_AFTER_CALL(Program.WORKER, Cut.after(Code.BOT_CLIENT, "turn", 1)),
    REPLY_BEFORE_SEND(Program.WORKER, Cut.before(Code.GATEWAY_CLIENT, "send", 2)),
    REPLY_AFTER_SEND(Program.WORKER, Cut.after(Code.GATEWAY_CLIENT, "send", 2)),
    COMPLETE_BEFORE(Program.WORKER, Cut.before(Code.QUEUE, "complete", 4)),
    COMPLETE_AFTER(Program.WORKER, Cut.after(Code.QUEUE, "complete", 4)),
    TURN_RECEIVED(Program.BOT_API, Cut.before(Code.ENGINE, "turn", 1)),
    TURN_DECIDED(Program.BOT_API, Cut.before(Code.TURN_STORE, "store", 1)),
    TURN_WRITTEN(Program.BOT_API, Cut.after(Code.TURN_ROWS, "whole", 4)),
    TURN_UNFINISHED(Program.BOT_API, Cut.before(Code.EFFECTS, "store", 4)),
    TURN_UNCOMMITTED(Program.BOT_API, Cut.after(Code.TURN_STORE, "rest", 4)),
    TURN_COMMITTED(Program.BOT_API, Cut.before(Code.ENGINE, "answer", 3)),
    FACTS_READ(Program.BOT_API, Cut.before(Code.FACT_DRAIN, "store", 1)),
    FACTS_STORED(Program.BOT_API, Cut.before(Code.QUEUE, "drained", 1)),
    FACTS_REMOVED(Program.BOT_API, Cut.after(Code.QUEUE, "drained", 1));

    private final Program program;
    private final String className;
    private final String method;
    private final int parameters;
    private final Cut.Moment moment;

    Failpoint(Program program, Cut cut) {
        this.program = program;
        this.className = cut.className();
        this.method = cut.method();
        this.parameters = cut.parameters();
        this.moment = cut.moment();
    }

    public Cut cut() {
        return new Cut(className, method, parameters, moment);
    }

    /// Whose step it is.
    public Program program() {
        return program;
    }
}
