package congressbot.bot.conversation;

import congressbot.bot.registration.State;
import java.util.List;
import java.util.OptionalLong;

/// A conversation as one turn found it. May be out of date: whoever stores a turn compares the version.
///
/// @param contact empty when none of the aliases is known
/// @param conversation empty when this contact never wrote to this account
/// @param version 0 for a conversation that is not stored yet
/// @param aliases the known ids of the contact
public record Snapshot(
        OptionalLong contact, OptionalLong conversation, long version, State state, List<String> aliases) {
    static final Snapshot NOBODY = new Snapshot(OptionalLong.empty(), OptionalLong.empty(), 0, State.START, List.of());

    public Snapshot {
        aliases = List.copyOf(aliases);
    }
}
