package congressbot.dev.simulator;

import congressbot.dev.bridge.ChatMessage;
import congressbot.dev.bridge.Delivery;
import congressbot.dev.bridge.Phone;
import congressbot.dev.simulator.ChatJournal.Entry;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// All phones and what was written on them. Every change is in the journal before it is shown.
final class Chats {
    private final Map<String, Phone> phones = new LinkedHashMap<>();
    private final Map<String, Map<String, ChatMessage>> messages = new LinkedHashMap<>();
    /// Phones that see the bot type, and since when.
    private final Map<Phone, Instant> typing = new LinkedHashMap<>();
    private final ChatJournal journal;
    private final Feed feed;

    private Chats(ChatJournal journal, Feed feed) {
        this.journal = journal;
        this.feed = feed;
    }

    /// As they were left.
    static Chats open(ChatJournal journal, Feed feed) throws IOException {
        Chats chats = new Chats(journal, feed);
        for (Entry entry : journal.read()) {
            switch (entry) {
                case Entry.Added(Phone phone) -> chats.remember(phone);
                case Entry.Wrote(String number, ChatMessage message) -> chats.remember(number, message);
            }
        }
        return chats;
    }

    synchronized List<Chat> all() {
        return phones.values().stream().map(this::chat).toList();
    }

    synchronized Optional<Phone> phone(String number) {
        return Optional.ofNullable(phones.get(number));
    }

    synchronized List<Phone> phones() {
        return List.copyOf(phones.values());
    }

    synchronized List<ChatMessage> messages(Phone phone) {
        return List.copyOf(of(phone.number()).values());
    }

    /// Adds a phone, unless there are that many already.
    ///
    /// @param next makes it, from the number of those that are there
    synchronized Optional<Chat> add(IntFunction<Phone> next, int most) {
        if (phones.size() >= most) {
            return Optional.empty();
        }
        Phone phone = next.apply(phones.size());
        journal.append(new Entry.Added(phone));
        remember(phone);
        Chat chat = chat(phone);
        feed.publish("phone", chat);
        return Optional.of(chat);
    }

    synchronized void write(Phone phone, ChatMessage message) {
        journal.append(new Entry.Wrote(phone.number(), message));
        remember(phone.number(), message);
        feed.publish("message", new Written(phone.number(), message));
    }

    /// Writes a message unless it is there.
    ///
    /// @return whether it was not
    synchronized boolean add(Phone phone, ChatMessage message) {
        if (of(phone.number()).containsKey(message.id())) {
            return false;
        }
        write(phone, message);
        return true;
    }

    /// Changes a message, if it is there and may be.
    ///
    /// @return whether it was
    synchronized boolean change(
            Phone phone, String id, Predicate<ChatMessage> mayBe, UnaryOperator<ChatMessage> change) {
        Optional<ChatMessage> found =
                Optional.ofNullable(of(phone.number()).get(id)).filter(mayBe);
        found.map(change).ifPresent(message -> write(phone, message));
        return found.isPresent();
    }

    /// Moves a message forward; ticks never go back.
    ///
    /// @return whether it moved
    synchronized boolean move(Phone phone, String id, Delivery status) {
        return change(phone, id, message -> status.follows(message.status()), message -> message.with(status));
    }

    /// Our messages that the person has not read until now.
    synchronized List<String> readAll(Phone phone) {
        List<String> unread = of(phone.number()).values().stream()
                .filter(message -> message.ours() && message.status() != Delivery.READ)
                .map(ChatMessage::id)
                .toList();
        unread.forEach(id -> move(phone, id, Delivery.READ));
        return unread;
    }

    synchronized void startTyping(Phone phone, Instant now) {
        if (typing.put(phone, now) == null) {
            feed.publish("typing", new Typing(phone.number(), true));
        }
    }

    synchronized void stopTyping(Phone phone) {
        if (typing.remove(phone) != null) {
            feed.publish("typing", new Typing(phone.number(), false));
        }
    }

    /// As on a real phone, "typing…" goes by itself when nothing comes.
    synchronized void forgetTypingSince(Instant before) {
        List<Phone> stale = typing.entrySet().stream()
                .filter(entry -> entry.getValue().isBefore(before))
                .map(Map.Entry::getKey)
                .toList();
        stale.forEach(this::stopTyping);
    }

    private record Written(String phone, ChatMessage message) {}

    private record Typing(String phone, boolean typing) {}

    private Chat chat(Phone phone) {
        return new Chat(phone, messages(phone), typing.containsKey(phone));
    }

    private void remember(Phone phone) {
        phones.put(phone.number(), phone);
    }

    private void remember(String number, ChatMessage message) {
        of(number).put(message.id(), message);
    }

    private Map<String, ChatMessage> of(String number) {
        return messages.computeIfAbsent(number, _ -> new LinkedHashMap<>());
    }
}
