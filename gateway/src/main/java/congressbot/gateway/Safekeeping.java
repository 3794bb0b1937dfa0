package congressbot.gateway;

import congressbot.gateway.bridge.Intake;
import congressbot.wire.Json;
import congressbot.wire.gateway.GatewayFact;
import congressbot.wire.message.ChannelName;
import congressbot.wire.queue.ConversationQueue;
import congressbot.wire.queue.Enqueued;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Puts what a webhook brought where it lasts: only then is the webhook answered.
final class Safekeeping {
    private final Optional<BotIntake> bot;
    private final PatientQueue queue;
    private final UnreadableWebhooks unreadable;
    private final Duration atMost;

    /// @param bot where messages are stored first, in strict mode
    Safekeeping(Optional<BotIntake> bot, PatientQueue queue, UnreadableWebhooks unreadable, Duration atMost) {
        this.bot = bot;
        this.queue = queue;
        this.unreadable = unreadable;
        this.atMost = atMost;
    }

    /// Whether it may be forgotten by the sender.
    enum Kept {
        KEPT,
        /// Too much is waiting.
        BUSY,
        /// bot-api has not stored it.
        UNSTORED,
        /// Redis lost what came before, and that is not back yet.
        UNSAFE,
        /// Redis refused or did not answer in time, or its replicas have not got it.
        UNCERTAIN
    }

    Kept keep(Intake.Messages intake, byte[] webhook) {
        List<String> envelopes = intake.messages().stream().map(Json::write).toList();
        if (bot.isEmpty()) {
            return enqueued(q -> q.enqueue(envelopes));
        }
        return queue.ask(atMost, ConversationQueue::isFull)
                .map(full -> full ? Kept.BUSY : stored(bot.get(), webhook, envelopes))
                .orElse(Kept.UNCERTAIN);
    }

    /// Only while there is room: what is stored and refused comes back after a wipe, and more of it with every try.
    private Kept stored(BotIntake intake, byte[] webhook, List<String> envelopes) {
        return intake.stores(webhook, envelopes) ? enqueued(q -> q.enqueueBehindMarker(envelopes)) : Kept.UNSTORED;
    }

    /// Receipts that nobody reads are dropped by the queue: messages are worth more than they.
    Kept keep(Intake.Receipts intake) {
        return kept(queue.ask(atMost, q -> reported(q, intake.facts())));
    }

    Kept keep(ChannelName channel, Intake.Unreadable intake, byte[] body, Instant at) {
        return kept(queue.ask(atMost, _ -> unreadable.keep(channel, intake.reason(), body, at)));
    }

    private Kept enqueued(Function<ConversationQueue, Enqueued> operation) {
        return queue.ask(atMost, operation)
                .map(enqueued -> switch (enqueued) {
                    case ACCEPTED -> Kept.KEPT;
                    case BUSY -> Kept.BUSY;
                    case UNSAFE -> Kept.UNSAFE;
                    case UNCOPIED -> Kept.UNCERTAIN;
                })
                .orElse(Kept.UNCERTAIN);
    }

    private static long reported(ConversationQueue queue, List<GatewayFact> facts) {
        return facts.stream().map(Json::write).filter(queue::report).count();
    }

    private static Kept kept(Optional<?> answer) {
        return answer.isPresent() ? Kept.KEPT : Kept.UNCERTAIN;
    }
}
