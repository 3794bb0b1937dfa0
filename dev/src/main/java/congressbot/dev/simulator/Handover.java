package congressbot.dev.simulator;

import congressbot.dev.bridge.ChatMessage;
import congressbot.dev.bridge.Delivery;
import congressbot.dev.bridge.Event;
import congressbot.dev.bridge.Line;
import congressbot.dev.bridge.Phone;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Hands over to the gateway what happens on the phones: of one phone in its order, for as long as
/// the bridge insists.
final class Handover implements AutoCloseable {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Lanes lanes = new Lanes(threads);
    private final Chats chats;
    private final WhatsAppLink link;
    private final Webhooks webhooks;
    private final Pace pace;

    Handover(World world, Webhooks webhooks) {
        this.chats = world.chats();
        this.link = world.link();
        this.webhooks = webhooks;
        this.pace = world.pace();
    }

    /// Delivers what an earlier process was still carrying.
    void resume(Line line) {
        for (Chat chat : chats.all()) {
            chat.messages().stream()
                    .filter(ChatMessage::undelivered)
                    .forEach(message -> lanes.queue(chat.phone(), () -> hand(line, chat.phone(), message)));
        }
    }

    /// A new message.
    ///
    /// @param asked what is to go wrong with it
    void post(Line line, Phone phone, ChatMessage message, Set<MagicWord> asked) {
        Runnable work = () -> {
            if (asked.contains(MagicWord.COPIES)) {
                threads.execute(() -> copies(line, phone, message));
            }
            hand(line, phone, message);
        };
        if (asked.contains(MagicWord.DISORDER)) {
            lanes.holdBack(phone, pace.times().heldBack(), work);
        } else {
            lanes.queue(phone, work);
        }
    }

    /// What was done to an earlier message, behind what was written before it.
    void post(Line line, Phone phone, Event change) {
        lanes.queue(phone, () -> {
            link.await();
            Instant first = pace.now();
            if (!webhooks.tell(change, line) && !pace.ended()) {
                threads.execute(() -> webhooks.repeat(change, line, first)); // newer messages pass
            }
        });
    }

    /// What has no order.
    void tellSoon(Line line, Event event) {
        threads.execute(() -> {
            Instant first = pace.now();
            if (!webhooks.tell(event, line)) {
                webhooks.repeat(event, line, first);
            }
        });
    }

    /// Nobody is waited for.
    @Override
    public void close() {
        pace.end();
        link.restore();
        threads.shutdownNow();
    }

    /// The first try in the person's order; later ones let newer messages pass.
    private void hand(Line line, Phone phone, ChatMessage message) {
        link.await();
        chats.move(phone, message.id(), Delivery.SENT);
        Event.Said event = new Event.Said(phone, message);
        Instant first = pace.now();
        if (webhooks.tell(event, line)) {
            chats.move(phone, message.id(), Delivery.DELIVERED);
        } else if (!pace.ended()) {
            threads.execute(() -> insist(line, event, first));
        }
    }

    /// When the simulator ends meanwhile, the next one begins anew.
    private void insist(Line line, Event.Said event, Instant first) {
        if (webhooks.repeat(event, line, first)) {
            chats.move(event.phone(), event.message().id(), Delivery.DELIVERED);
        } else if (!pace.ended()) {
            chats.move(event.phone(), event.message().id(), Delivery.FAILED);
        }
    }

    private void copies(Line line, Phone phone, ChatMessage message) {
        link.await();
        Event event = new Event.Said(phone, message);
        webhooks.tell(event, line);
        if (pace.passes(pace.times().lateCopy())) {
            webhooks.tell(event, line);
        }
    }
}
