package congressbot.bot.conversation;

import java.util.List;

/// What became of storing a turn. In every case but [Done] nothing was changed.
sealed interface Stored {
    /// Stored whole.
    ///
    /// @param after the conversation as it stands now
    /// @param olderReplies keys of older replies of the conversation that are not known to be sent
    record Done(Snapshot after, List<String> olderReplies) implements Stored {}

    /// The conversation moved on, or the contact appeared, since the snapshot was taken.
    record OutOfDate() implements Stored {}

    /// At least one of the messages took effect before.
    record KnownMessages() implements Stored {}

    /// Another registration took the CPF or the address meanwhile.
    record LostRace() implements Stored {}
}
