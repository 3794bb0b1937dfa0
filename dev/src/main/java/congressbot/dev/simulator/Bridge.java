package congressbot.dev.simulator;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/// WhatsApp and the bridge to it: carries what people write to the gateway, and what the gateway sends to people.
final class Bridge implements AutoCloseable {
    private static final int REFUSALS = 2;
    private static final int ID_LENGTH = 18;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Lanes lanes = new Lanes(threads);
    private final Map<Phone, Set<MagicWord>> forTheNextMessage = new ConcurrentHashMap<>();
    private final Map<Phone, Integer> refusals = new ConcurrentHashMap<>();
    private final Set<Phone> slow = ConcurrentHashMap.newKeySet();
    private final Chats chats;
    private final WhatsAppLink link;
    private final Webhooks webhooks;
    private final GowaEvents events;
    private final Pace pace;
    private final MagicWords words;

    Bridge(Chats chats, WhatsAppLink link, Webhooks webhooks, Pace pace, MagicWords words) {
        this.chats = chats;
        this.link = link;
        this.webhooks = webhooks;
        this.events = new GowaEvents(pace);
        this.pace = pace;
        this.words = words;
    }

    /// What the gateway hears about its send.
    sealed interface Taken {
        record Sent(String messageId) implements Taken {}

        record NotConnected() implements Taken {}

        record Starting() implements Taken {}
    }

    /// Delivers what an earlier process was still carrying.
    void resume() {
        for (Chat chat : chats.all()) {
            chat.messages().stream()
                    .filter(ChatMessage::undelivered)
                    .forEach(message -> lanes.queue(chat.phone(), () -> hand(chat.phone(), message)));
        }
    }

    /// A text of a person. A magic word alone goes to nobody and holds for the next message.
    void say(Phone phone, String text) {
        MagicWords.Typed typed = words.typed(text);
        if (typed.text().isEmpty()) {
            forTheNextMessage.merge(phone, typed.words(), Bridge::both);
            String shown = words.shown(typed.words()).orElse(text);
            chats.write(phone, message(Delivery.READ, new ChatContent.Text(shown), Optional.of(shown)));
            return;
        }
        post(phone, new ChatContent.Text(typed.text()), typed.words());
    }

    /// Something else of a person.
    void post(Phone phone, ChatContent content) {
        post(phone, content, Set.of());
    }

    /// A message of the bot.
    Taken send(Phone phone, String text) {
        if (!link.connected()) {
            return new Taken.NotConnected();
        }
        if (refuses(phone)) {
            return new Taken.Starting();
        }
        if (slow.remove(phone)) {
            pace.passes(pace.times().slow());
        }
        ChatMessage message = new ChatMessage(
                "3EB0" + id(),
                Sender.BOT,
                pace.now(),
                Delivery.DELIVERED,
                new ChatContent.Text(text),
                Optional.empty());
        chats.stopTyping(phone);
        chats.write(phone, message);
        tell(events.receipt(phone, List.of(message.id()), Delivery.DELIVERED.word()));
        return new Taken.Sent(message.id());
    }

    /// The bot types, or no longer does.
    void type(Phone phone, boolean on) {
        if (on) {
            chats.startTyping(phone, pace.now());
        } else {
            chats.stopTyping(phone);
        }
    }

    /// The person looks at the chat.
    void see(Phone phone) {
        List<String> read = chats.readAll(phone);
        if (!read.isEmpty()) {
            tell(events.receipt(phone, read, Delivery.READ.word()));
        }
    }

    /// Nobody is waited for.
    @Override
    public void close() {
        pace.end();
        link.restore();
        threads.shutdownNow();
    }

    private void post(Phone phone, ChatContent content, Set<MagicWord> asked) {
        Set<MagicWord> armed =
                Optional.ofNullable(forTheNextMessage.remove(phone)).orElseGet(Set::of);
        Set<MagicWord> all = both(asked, armed);
        arrange(phone, all);
        ChatMessage message = message(Delivery.WAITING, content, words.shown(all));
        chats.write(phone, message);
        Runnable work = () -> {
            if (all.contains(MagicWord.COPIES)) {
                threads.execute(() -> copies(phone, message));
            }
            hand(phone, message);
        };
        if (all.contains(MagicWord.DISORDER)) {
            lanes.holdBack(phone, pace.times().heldBack(), work);
        } else {
            lanes.queue(phone, work);
        }
    }

    private void arrange(Phone phone, Set<MagicWord> asked) {
        if (asked.contains(MagicWord.OFF_AIR)) {
            link.lose(pace.times().away());
        }
        if (asked.contains(MagicWord.REFUSALS)) {
            refusals.put(phone, REFUSALS);
        }
        if (asked.contains(MagicWord.SLOWNESS)) {
            slow.add(phone);
        }
    }

    /// The first try in the person's order; later ones let newer messages pass.
    private void hand(Phone phone, ChatMessage message) {
        link.await();
        chats.move(phone, message.id(), Delivery.SENT);
        String body = events.message(phone, message);
        Instant first = pace.now();
        if (webhooks.post(body)) {
            chats.move(phone, message.id(), Delivery.DELIVERED);
        } else {
            threads.execute(() -> insist(phone, message, body, first));
        }
    }

    /// When the simulator ends meanwhile, the next one begins anew.
    private void insist(Phone phone, ChatMessage message, String body, Instant first) {
        if (webhooks.repeat(body, first)) {
            chats.move(phone, message.id(), Delivery.DELIVERED);
        } else if (!pace.ended()) {
            chats.move(phone, message.id(), Delivery.FAILED);
        }
    }

    private void copies(Phone phone, ChatMessage message) {
        link.await();
        String body = events.message(phone, message);
        webhooks.post(body);
        if (pace.passes(pace.times().lateCopy())) {
            webhooks.post(body);
        }
    }

    private boolean refuses(Phone phone) {
        AtomicBoolean refused = new AtomicBoolean();
        refusals.computeIfPresent(phone, (_, left) -> {
            refused.set(true);
            return left > 1 ? left - 1 : null;
        });
        return refused.get();
    }

    private void tell(String receipt) {
        Instant first = pace.now();
        threads.execute(() -> {
            if (!webhooks.post(receipt)) {
                webhooks.repeat(receipt, first);
            }
        });
    }

    private ChatMessage message(Delivery status, ChatContent content, Optional<String> magicWords) {
        return new ChatMessage("3A" + id(), Sender.PERSON, pace.now(), status, content, magicWords);
    }

    private static Set<MagicWord> both(Set<MagicWord> some, Set<MagicWord> others) {
        Set<MagicWord> all = EnumSet.noneOf(MagicWord.class);
        all.addAll(some);
        all.addAll(others);
        return all;
    }

    private static String id() {
        return UUID.randomUUID()
                .toString()
                .replace("-", "")
                .substring(0, ID_LENGTH)
                .toUpperCase(Locale.ROOT);
    }
}
