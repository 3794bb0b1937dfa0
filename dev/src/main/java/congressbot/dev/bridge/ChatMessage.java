package congressbot.dev.bridge;

import java.time.Instant;
import java.util.Optional;

/// One message of a chat.
///
/// @param id WhatsApp's
/// @param magicWord what the person asked the bridge to do wrong with it, as typed
/// @param edited when its text was last changed
/// @param reaction the emoji that the person answered it with
public record ChatMessage(
        String id,
        Sender from,
        Instant at,
        Delivery status,
        ChatContent content,
        Optional<String> magicWord,
        Optional<Instant> edited,
        Optional<String> reaction) {
    /// A new one.
    public static ChatMessage of(String id, Sender from, Instant at, Delivery status, ChatContent content) {
        return new ChatMessage(id, from, at, status, content, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public ChatMessage with(Delivery newStatus) {
        return new ChatMessage(id, from, at, newStatus, content, magicWord, edited, reaction);
    }

    public ChatMessage asking(Optional<String> words) {
        return new ChatMessage(id, from, at, status, content, words, edited, reaction);
    }

    public ChatMessage saying(String text, Instant now) {
        return new ChatMessage(id, from, at, status, new ChatContent.Text(text), magicWord, Optional.of(now), reaction);
    }

    public ChatMessage gone() {
        return new ChatMessage(
                id, from, at, status, new ChatContent.Gone(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// The same, answered with an emoji; an empty one takes it back.
    public ChatMessage reacted(String emoji) {
        return new ChatMessage(
                id,
                from,
                at,
                status,
                content,
                magicWord,
                edited,
                Optional.of(emoji).filter(given -> !given.isEmpty()));
    }

    /// A magic word alone: the bridge never saw it.
    public boolean forNobody() {
        return content instanceof ChatContent.Text(String text) && magicWord.equals(Optional.of(text));
    }

    public boolean undelivered() {
        return from != Sender.BOT && status.compareTo(Delivery.DELIVERED) < 0;
    }

    /// Whether the congress's number wrote it, by whatever hand.
    public boolean ours() {
        return from != Sender.PERSON;
    }
}
