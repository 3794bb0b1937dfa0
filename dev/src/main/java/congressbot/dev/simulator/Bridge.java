package congressbot.dev.simulator;

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

    Bridge(Chats chats, WhatsAppLink link, Webhooks webhooks, Pace pace) {
        this.chats = chats;
        this.link = link;
        this.webhooks = webhooks;
        this.events = new GowaEvents(pace);
        this.pace = pace;
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
        MagicWord.Typed typed = MagicWord.typed(text);
        if (typed.text().isEmpty()) {
            forTheNextMessage.merge(phone, typed.words(), Bridge::both);
            chats.write(phone, message(Delivery.READ, new ChatContent.Text(text), Optional.empty()));
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
        MagicWord.Typed typed = new MagicWord.Typed(both(asked, armed), "");
        arrange(phone, typed.words());
        ChatMessage message = message(Delivery.WAITING, content, typed.shown());
        chats.write(phone, message);
        Runnable work = () -> hand(phone, message);
        if (typed.words().contains(MagicWord.DUPLICADO)) {
            threads.execute(() -> copies(phone, message));
        }
        if (typed.words().contains(MagicWord.DESORDEM)) {
            lanes.holdBack(phone, pace.times().heldBack(), work);
        } else {
            lanes.queue(phone, work);
        }
    }

    private void arrange(Phone phone, Set<MagicWord> words) {
        if (words.contains(MagicWord.FORA_DO_AR)) {
            link.lose(pace.times().away());
        }
        if (words.contains(MagicWord.FALHA)) {
            refusals.put(phone, REFUSALS);
        }
        if (words.contains(MagicWord.LENTO)) {
            slow.add(phone);
        }
    }

    /// The first try in the person's order; later ones let newer messages pass.
    private void hand(Phone phone, ChatMessage message) {
        link.await();
        chats.move(phone, message.id(), Delivery.SENT);
        String body = events.message(phone, message);
        if (webhooks.post(body)) {
            chats.move(phone, message.id(), Delivery.DELIVERED);
        } else {
            threads.execute(() -> insist(phone, message, body));
        }
    }

    /// When the simulator ends meanwhile, the next one begins anew.
    private void insist(Phone phone, ChatMessage message, String body) {
        if (webhooks.repeat(body)) {
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
        boolean refused = refusals.containsKey(phone);
        refusals.computeIfPresent(phone, (_, left) -> left > 1 ? left - 1 : null);
        return refused;
    }

    /// Receipts are dropped when the gateway is away: ticks are worth no more.
    private void tell(String receipt) {
        threads.execute(() -> webhooks.post(receipt));
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
