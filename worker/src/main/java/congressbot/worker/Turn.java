package congressbot.worker;

import congressbot.wire.bot.DeadMessage;
import congressbot.wire.bot.SendState;
import congressbot.wire.bot.TurnAnswer;
import congressbot.wire.gateway.GatewayClient;
import congressbot.wire.gateway.Sending;
import congressbot.wire.queue.Claim;
import congressbot.worker.Outcome.Answered;
import congressbot.worker.Outcome.Cause;
import congressbot.worker.Outcome.Dead;
import congressbot.worker.Outcome.DeadReason;
import congressbot.worker.Outcome.Delivery;
import congressbot.worker.Outcome.Lost;
import congressbot.worker.Outcome.Park;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One turn, from the messages of a person to our answer. Read this first: [#take] and [#decide] are all
/// that can happen.
final class Turn {
    private static final Logger LOG = LoggerFactory.getLogger(Turn.class);

    private final BotClient bot;
    private final GatewayClient gateway;
    private final VoiceNotes voiceNotes;
    private final Leases leases;

    Turn(BotClient bot, GatewayClient gateway, VoiceNotes voiceNotes, Leases leases) {
        this.bot = bot;
        this.gateway = gateway;
        this.voiceNotes = voiceNotes;
        this.leases = leases;
    }

    Outcome take(Batch batch) {
        if (RetryPolicy.exhausted(batch.claim().attempt())) {
            return bury(batch, DeadReason.ATTEMPTS);
        }
        if (!batch.readable()) {
            return bury(batch, DeadReason.UNREADABLE);
        }
        return voiceNotes.heard(batch).map(this::decide).orElseGet(Lost::new);
    }

    private Outcome decide(Batch batch) {
        return switch (bot.turn(batch)) {
            case BotAnswer.Answered(TurnAnswer answer) -> reply(batch, answer);
            case BotAnswer.Foreign() -> foreign(batch);
            case BotAnswer.Refused(String detail) -> new Park(Cause.MESSAGE_REFUSED, detail);
            case BotAnswer.Strange(String detail) -> new Park(Cause.STRANGE_ANSWER, detail);
            // A message over which bot-api hangs must not come back for ever.
            case BotAnswer.Silent(String detail) -> new Park(bot.healthy() ? Cause.BOT_SILENT : Cause.BOT_DOWN, detail);
            case BotAnswer.Unavailable(String detail) -> new Park(Cause.BOT_DOWN, detail);
        };
    }

    /// Any message of the batch may be the foreign one; asked about alone, it is the head.
    private Outcome foreign(Batch batch) {
        return batch.messages().size() > 1 ? decide(batch.headAlone()) : bury(batch, DeadReason.FOREIGN_CONVERSATION);
    }

    private Outcome reply(Batch batch, TurnAnswer answer) {
        if (answer.send().state() != SendState.NOW) {
            return answered(batch, answer, Delivery.NONE);
        }
        if (leases.lost(batch.claim())) {
            return new Lost();
        }
        return switch (gateway.send(answer.send().key(), answer.send().message().orElseThrow())) {
            case Sending.Sent(String _) -> answered(batch, answer, Delivery.SENT);
            case Sending.Refused() -> answered(batch, answer, Delivery.REFUSED);
            case Sending.InFlight() -> new Park(Cause.REPLY_IN_FLIGHT, "status 409");
            case Sending.TryLater(Duration pause) -> leftToRelay(batch, answer, "try later, in " + pause);
            case Sending.Unknown() -> leftToRelay(batch, answer, "the channel did not say whether it took it");
            case Sending.NoAnswer(String detail) -> leftToRelay(batch, answer, detail);
        };
    }

    /// The turn is committed and its reply stands in the outbox, so the message is done, and nobody waits for a gateway
    /// that is down. The relay repeats the send with the same key, in order; what the channel may have taken, once.
    private static Outcome leftToRelay(Batch batch, TurnAnswer answer, String detail) {
        LOG.atWarn().addKeyValue("gateway", detail).log("reply not sent, left to the relay");
        return answered(batch, answer, Delivery.LEFT_TO_RELAY);
    }

    private static Outcome answered(Batch batch, TurnAnswer answer, Delivery delivery) {
        return new Answered(batch.ids(answer.consumed()), delivery);
    }

    private Outcome bury(Batch batch, DeadReason reason) {
        return batch.headId().map(id -> bury(batch, id, reason)).orElseGet(() -> stuck("no id can be read"));
    }

    private Outcome bury(Batch batch, String id, DeadReason reason) {
        Claim claim = batch.claim();
        String envelope = claim.envelopes().getFirst();
        DeadMessage dead = new DeadMessage(id, claim.conversation(), envelope, reason.word(), claim.attempt());
        return switch (bot.bury(dead)) {
            case STORED -> new Dead(id, reason);
            case REFUSED -> stuck("refused");
            case BOT_DOWN -> new Park(Cause.BOT_DOWN, "dead letter not stored");
        };
    }

    /// Nothing is lost without a trace: the message stays, and holds up its conversation until somebody looks.
    private static Outcome stuck(String detail) {
        LOG.atError().addKeyValue("detail", detail).log("dead letter cannot be stored, its conversation waits");
        return new Park(Cause.DEAD_LETTER_REFUSED, detail);
    }
}
