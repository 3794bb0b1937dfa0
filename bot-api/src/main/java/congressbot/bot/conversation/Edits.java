package congressbot.bot.conversation;

import congressbot.bot.registration.Field;
import congressbot.wire.message.Content;
import congressbot.wire.message.IncomingMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Finds out what becomes of waiting messages: edits and deletions go to the message that they mean,
/// where it waits too; the others are looked up.
final class Edits {
    /// What may be the provider's part of a [congressbot.wire.message.MessageId].
    private static final Pattern ID = Pattern.compile("[!-~]{1,128}");

    private final List<IncomingMessage> ordered;
    private final Map<String, IncomingMessage> waiting = new HashMap<>();
    private final Map<String, List<IncomingMessage>> changes = new LinkedHashMap<>();

    private Edits(List<IncomingMessage> ordered) {
        this.ordered = ordered;
        for (IncomingMessage message : ordered) {
            if (canBeChanged(message.content())) {
                waiting.put(message.id().providerId(), message);
            }
        }
        for (IncomingMessage message : ordered) {
            original(message.content())
                    .filter(waiting::containsKey)
                    .ifPresent(id ->
                            changes.computeIfAbsent(id, _ -> new ArrayList<>()).add(message));
        }
    }

    /// Says of each message what becomes of it; edits and deletions of others that wait are none of
    /// their own.
    ///
    /// @param ordered the waiting messages of one chat, in the order in which they are heard
    /// @param early what was changed or deleted before it came, by the provider's ids
    /// @param past finds the messages that are meant and do not wait
    static List<Uttered> of(List<IncomingMessage> ordered, Map<String, Fate> early, Function<Set<String>, Known> past) {
        return new Edits(ordered).uttered(early, past);
    }

    /// What was found.
    ///
    /// @param own messages of this chat that were heard
    /// @param foreign of somebody else, forgotten, or deleted before they came
    record Known(Map<String, Told> own, Set<String> foreign) {
        static final Known NOTHING = new Known(Map.of(), Set.of());
    }

    /// A message that was heard.
    record Told(Content content, Set<Field> answered) {}

    private List<Uttered> uttered(Map<String, Fate> early, Function<Set<String>, Known> past) {
        Set<String> wanted = new HashSet<>();
        for (IncomingMessage message : ordered) {
            original(message.content()).filter(id -> !waiting.containsKey(id)).ifPresent(wanted::add);
        }
        Known known = wanted.isEmpty() ? Known.NOTHING : past.apply(wanted);
        List<Uttered> uttered = new ArrayList<>();
        for (IncomingMessage message : ordered) {
            Optional<String> original = original(message.content());
            if (original.isEmpty()) {
                uttered.add(waiting(message, early));
            } else if (!waiting.containsKey(original.get())) {
                uttered.add(late(message, original.get(), known));
            }
        }
        return List.copyOf(uttered);
    }

    private Uttered waiting(IncomingMessage message, Map<String, Fate> early) {
        String id = message.id().providerId();
        List<IncomingMessage> own = changes.getOrDefault(id, List.of());
        if (own.stream().anyMatch(change -> change.content() instanceof Content.Deleted)) {
            return Uttered.of(message, new Fate.Deleted(), own);
        }
        if (early.containsKey(id)) {
            return Uttered.of(message, early.get(id), own);
        }
        Content last = own.isEmpty()
                ? message.content()
                : edited(message.content(), ((Content.Edited) own.getLast().content()).text());
        return last.equals(message.content())
                ? Uttered.of(message, new Fate.Heard(), own)
                : Uttered.of(message.with(last), new Fate.Edited(message.content()), own);
    }

    private static Uttered late(IncomingMessage message, String original, Known known) {
        if (known.foreign().contains(original) || !ID.matcher(original).matches()) {
            return Uttered.of(message, new Fate.Nothing(), List.of());
        }
        if (!(message.content() instanceof Content.Edited(var _, var text))) {
            return Uttered.of(message, new Fate.Deletes(original), List.of());
        }
        if (text.isBlank()) {
            return Uttered.of(message, new Fate.Nothing(), List.of()); // a change that the channel could not read
        }
        Told told = known.own().get(original);
        if (told == null) {
            return Uttered.of(message, new Fate.Replaces(original), List.of());
        }
        return told.content() instanceof Content.Deleted
                ? Uttered.of(message, new Fate.Nothing(), List.of()) // whoever deleted it wants nothing of it heard
                : Uttered.of(
                        message,
                        new Fate.Corrects(original, told.content(), edited(told.content(), text), told.answered()),
                        List.of());
    }

    /// The message that an edit or a deletion means.
    private static Optional<String> original(Content content) {
        return switch (content) {
            case Content.Edited edited -> Optional.of(edited.originalId());
            case Content.Deleted deleted -> Optional.of(deleted.originalId());
            case Content.Text _,
                    Content.Audio _,
                    Content.Image _,
                    Content.Document _,
                    Content.Location _,
                    Content.Contact _,
                    Content.Choice _,
                    Content.Reaction _,
                    Content.FromStaff _,
                    Content.Unsupported _ -> Optional.empty();
        };
    }

    /// The staff's messages are not the person's to change.
    private static boolean canBeChanged(Content content) {
        return original(content).isEmpty() && !(content instanceof Content.FromStaff);
    }

    /// With other words: of media they stand below it. No words are a change that the channel could
    /// not read.
    private static Content edited(Content before, String text) {
        if (text.isBlank()) {
            return before;
        }
        Optional<String> words = Optional.of(text);
        return switch (before) {
            case Content.Image image -> new Content.Image(image.mediaRef(), words);
            case Content.Document file -> new Content.Document(file.mediaRef(), file.fileName(), words);
            case Content.Audio audio ->
                new Content.Audio(audio.mediaRef(), audio.mime(), audio.seconds(), words, audio.transcript());
            default -> new Content.Text(text);
        };
    }
}
