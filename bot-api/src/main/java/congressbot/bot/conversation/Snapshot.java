package congressbot.bot.conversation;

import congressbot.bot.attention.Attention;
import congressbot.bot.registration.State;
import congressbot.bot.text.Language;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// A conversation as one turn found it. May be out of date: whoever stores a turn compares the version.
///
/// @param contact empty when none of the aliases is known
/// @param conversation empty when this contact never wrote to this account
/// @param version 0 for a conversation that is not stored yet
/// @param aliases the known ids of the contact
/// @param lastSeen when the newest message was received; empty when nobody noted it
/// @param attention why the bot is silent, if it is
public record Snapshot(
        OptionalLong contact,
        OptionalLong conversation,
        long version,
        State state,
        List<String> aliases,
        Language language,
        Optional<Instant> lastSeen,
        Optional<Attention> attention) {
    static final Snapshot NOBODY = new Snapshot(
            OptionalLong.empty(),
            OptionalLong.empty(),
            0,
            State.START,
            List.of(),
            Language.PORTUGUESE,
            Optional.empty(),
            Optional.empty());

    public Snapshot {
        aliases = List.copyOf(aliases);
    }

    /// The same after a message that was received then.
    Snapshot seenAt(Instant received) {
        Instant newest = lastSeen.filter(received::isBefore).orElse(received);
        return new Snapshot(contact, conversation, version, state, aliases, language, Optional.of(newest), attention);
    }
}
