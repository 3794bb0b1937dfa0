package congressbot.dev.simulator;

import congressbot.dev.bridge.ChatContent;
import congressbot.dev.bridge.ChatMessage;
import congressbot.dev.bridge.Delivery;
import congressbot.dev.bridge.Event;
import congressbot.dev.bridge.Line;
import congressbot.dev.bridge.Media;
import congressbot.dev.bridge.Phone;
import congressbot.dev.bridge.Sender;
import congressbot.dev.bridge.Taken;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/// WhatsApp and the bridge to it: carries what people write to the gateway, and what the gateway
/// sends to people.
final class Bridge implements Line, AutoCloseable {
    /// The congress's own number; the one that the sample congress publishes.
    static final String ACCOUNT = "556230002027";

    private static final int REFUSALS = 2;
    private static final int ID_LENGTH = 18;

    private final Map<Phone, Set<MagicWord>> forTheNextMessage = new ConcurrentHashMap<>();
    private final Map<Phone, Integer> refusals = new ConcurrentHashMap<>();
    private final Set<Phone> slow = ConcurrentHashMap.newKeySet();
    private final Chats chats;
    private final Media media;
    private final WhatsAppLink link;
    private final Pace pace;
    private final Handover handover;
    private final MagicWords words;

    Bridge(World world, Handover handover, MagicWords words) {
        this.chats = world.chats();
        this.media = world.media();
        this.link = world.link();
        this.pace = world.pace();
        this.handover = handover;
        this.words = words;
    }

    /// Delivers what an earlier process was still carrying.
    void resume() {
        handover.resume(this);
    }

    /// A text of a person. A magic word alone goes to nobody and holds for the next message.
    void say(Phone phone, String text) {
        MagicWords.Typed typed = words.typed(text);
        if (typed.text().isEmpty()) {
            forTheNextMessage.merge(phone, typed.words(), Bridge::both);
            String shown = words.shown(typed.words()).orElse(text);
            chats.write(
                    phone,
                    written(Sender.PERSON, Delivery.READ, new ChatContent.Text(shown))
                            .asking(Optional.of(shown)));
            return;
        }
        post(phone, new ChatContent.Text(typed.text()), typed.words());
    }

    /// Something else of a person.
    void post(Phone phone, ChatContent content) {
        post(phone, content, Set.of());
    }

    /// A text of the organisers, typed on the phone that has the number.
    void sayAsStaff(Phone phone, String text) {
        ChatMessage message = written(Sender.STAFF, Delivery.WAITING, new ChatContent.Text(text));
        chats.stopTyping(phone);
        chats.write(phone, message);
        handover.post(this, phone, message, Set.of());
    }

    /// The person puts another text in the place of hers.
    ///
    /// @return whether there is such a text
    boolean edit(Phone phone, String id, String text) {
        return changed(
                chats.change(phone, id, Bridge::isOwnText, message -> message.saying(text, pace.now())),
                phone,
                new Event.Edited(phone, change(id), text));
    }

    /// The person deletes what she wrote, for everyone.
    ///
    /// @return whether there is such a message
    boolean delete(Phone phone, String id) {
        return changed(
                chats.change(phone, id, Bridge::isOwn, ChatMessage::gone), phone, new Event.Deleted(phone, change(id)));
    }

    /// The person answers a message of ours with an emoji; empty takes it back.
    ///
    /// @return whether there is such a message
    boolean react(Phone phone, String id, String emoji) {
        return changed(
                chats.change(phone, id, ChatMessage::ours, message -> message.reacted(emoji)),
                phone,
                new Event.Reacted(phone, change(id), emoji));
    }

    /// The person looks at the chat.
    void see(Phone phone) {
        List<String> read = chats.readAll(phone);
        if (!read.isEmpty()) {
            handover.tellSoon(this, new Event.Reached(phone, read, Delivery.READ, pace.now()));
        }
    }

    /// Somebody of the organisers takes her phone and lets go of the bridge, or links it again.
    void link(boolean on) {
        if (on ? link.pair() : link.unlink()) {
            handover.tellSoon(this, on ? new Event.Linked() : new Event.Unlinked());
        }
    }

    @Override
    public void close() {
        handover.close();
    }

    @Override
    public String account() {
        return ACCOUNT;
    }

    @Override
    public Link link() {
        return link.state();
    }

    @Override
    public void unlink() {
        link(false);
    }

    @Override
    public Optional<Phone> phone(String number) {
        return chats.phone(number);
    }

    @Override
    public Taken send(Phone phone, ChatContent content, Optional<String> id) {
        if (link() != Link.CONNECTED) {
            return new Taken.NotConnected();
        }
        if (refuses(phone)) {
            return new Taken.Starting();
        }
        if (slow.remove(phone)) {
            pace.passes(pace.times().slow());
        }
        ChatMessage message =
                ChatMessage.of(id.orElseGet(() -> "3EB0" + id()), Sender.BOT, pace.now(), Delivery.DELIVERED, content);
        chats.stopTyping(phone);
        if (chats.add(phone, message)) {
            handover.tellSoon(this, new Event.Reached(phone, List.of(message.id()), Delivery.DELIVERED, message.at()));
        }
        return new Taken.Sent(message.id(), message.at());
    }

    @Override
    public void type(Phone phone, boolean on) {
        if (on) {
            chats.startTyping(phone, pace.now());
        } else {
            chats.stopTyping(phone);
        }
    }

    @Override
    public void read(Phone phone, String id) {
        chats.move(phone, id, Delivery.READ);
    }

    @Override
    public boolean remembers() {
        return true;
    }

    @Override
    public List<Phone> phones() {
        return chats.phones();
    }

    @Override
    public List<ChatMessage> messages(Phone phone) {
        return chats.messages(phone);
    }

    @Override
    public Media media() {
        return media;
    }

    private void post(Phone phone, ChatContent content, Set<MagicWord> asked) {
        Set<MagicWord> armed =
                Optional.ofNullable(forTheNextMessage.remove(phone)).orElseGet(Set::of);
        Set<MagicWord> all = both(asked, armed);
        arrange(phone, all);
        ChatMessage message = written(Sender.PERSON, Delivery.WAITING, content).asking(words.shown(all));
        chats.write(phone, message);
        handover.post(this, phone, message, all);
    }

    private boolean changed(boolean found, Phone phone, Event event) {
        if (found) {
            handover.post(this, phone, event);
        }
        return found;
    }

    private static boolean isOwn(ChatMessage message) {
        return message.from() == Sender.PERSON
                && !message.forNobody()
                && !(message.content() instanceof ChatContent.Gone);
    }

    private static boolean isOwnText(ChatMessage message) {
        return isOwn(message) && message.content() instanceof ChatContent.Text;
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

    private boolean refuses(Phone phone) {
        AtomicBoolean refused = new AtomicBoolean();
        refusals.computeIfPresent(phone, (_, left) -> {
            refused.set(true);
            return left > 1 ? left - 1 : null;
        });
        return refused.get();
    }

    private ChatMessage written(Sender by, Delivery status, ChatContent content) {
        return ChatMessage.of("3A" + id(), by, pace.now(), status, content);
    }

    private Event.Change change(String original) {
        return new Event.Change("3A" + id(), original, pace.now());
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
